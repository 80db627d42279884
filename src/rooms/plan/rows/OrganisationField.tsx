// Which organisation something belongs to, or nobody yet.

import type { OrganisationId } from '../../../domain/ids.ts';
import type { PartnerOrganisation } from '../../../domain/organisation.ts';
import { SelectField } from '../../../ui/fields/SelectField.tsx';
import { choosableOrganisations, organisationName } from '../organisationName.ts';

/** No id: an id has no colon. */
const NOBODY = ':nobody';

export interface OrganisationFieldProps {
  readonly label: string;
  readonly nobody: string;
  readonly organisations: readonly PartnerOrganisation[];
  readonly value: OrganisationId | undefined;
  readonly onChange: (value: OrganisationId | undefined) => void;
}

export function OrganisationField(props: OrganisationFieldProps) {
  const { label, nobody, organisations, value, onChange } = props;
  return (
    <SelectField<OrganisationId | typeof NOBODY>
      label={label}
      value={value ?? NOBODY}
      onChange={(chosen) => onChange(chosen === NOBODY ? undefined : chosen)}
      options={[
        { value: NOBODY, label: nobody },
        ...choosableOrganisations(organisations, value).map(({ id }) => ({
          value: id,
          label: organisationName(organisations, id),
        })),
      ]}
    />
  );
}
