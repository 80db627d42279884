// For whom a person speaks: nobody, one of the known organisations, or one that is entered along with the person.

import type { OrganisationId } from '../../../domain/ids.ts';
import type { PartnerOrganisation } from '../../../domain/organisation.ts';
import { SelectField } from '../../../ui/fields/SelectField.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { t } from '../../../ui/i18n/partnershipTexts.ts';

/** No ids: an id has no colon. */
export const NOBODY = ':nobody';
export const NEW = ':new';
export type OrganisationChoice = OrganisationId | typeof NOBODY | typeof NEW;

export interface OrganisationChoiceFieldProps {
  readonly organisations: readonly PartnerOrganisation[];
  readonly value: OrganisationChoice;
  readonly onChange: (value: OrganisationChoice) => void;
  readonly newName: string;
  readonly onNewName: (name: string) => void;
  readonly error: string | undefined;
}

export function OrganisationChoiceField(props: OrganisationChoiceFieldProps) {
  const { organisations, value, onChange, newName, onNewName, error } = props;
  const texts = t().partnership;
  const collator = new Intl.Collator('pl', { numeric: true });
  const known = organisations
    .filter((organisation) => !organisation.isHidden || organisation.id === value)
    .toSorted((a, b) => collator.compare(a.name, b.name));
  return (
    <>
      <SelectField<OrganisationChoice>
        label={texts.represents}
        value={value}
        onChange={onChange}
        options={[
          { value: NOBODY, label: texts.representsNobody },
          { value: NEW, label: texts.representsNew },
          ...known.map((organisation) => ({ value: organisation.id, label: organisation.name })),
        ]}
      />
      {value === NEW && (
        <TextField label={texts.organisationName} value={newName} onChange={onNewName} error={error} />
      )}
    </>
  );
}
