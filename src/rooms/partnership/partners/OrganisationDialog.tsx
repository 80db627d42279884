// Adding an organisation, or correcting one.

import { useState } from 'preact/hooks';
import type { OrganisationId } from '../../../domain/ids.ts';
import { ORGANISATION_STATUSES, type OrganisationStatus } from '../../../domain/organisation.ts';
import { ORGANISATION_TYPES, type OrganisationType } from '../../../domain/organisationType.ts';
import { cleanLine } from '../../../domain/text/cleanLine.ts';
import { guessOrganisationType } from '../../../domain/text/guessOrganisationType.ts';
import { organisationKey } from '../../../domain/text/organisationKey.ts';
import type { Device } from '../../../storage/device.ts';
import { Dialog } from '../../../ui/feedback/Dialog.tsx';
import { Form, FormRow } from '../../../ui/fields/Form.tsx';
import { SelectField } from '../../../ui/fields/SelectField.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { SaveActions } from '../../../ui/fields/SaveActions.tsx';
import { t } from '../../../ui/i18n/partnershipTexts.ts';
import { useSaving } from '../../../ui/useSaving.ts';
import { titleProblem } from '../fields/textProblem.ts';
import type { PartnerActions } from './partnerActions.ts';
import type { PartnerRows } from './usePartners.ts';

export interface OrganisationDialogProps {
  readonly device: Device;
  readonly rows: PartnerRows;
  readonly actions: PartnerActions;
  /** `undefined`: a new one. */
  readonly id: OrganisationId | undefined;
  readonly onClose: () => void;
}

export function OrganisationDialog({ device, rows, actions, id, onClose }: OrganisationDialogProps) {
  const texts = t().partnership;
  const existing = rows.organisations.find((organisation) => organisation.id === id);
  // One id for all attempts of a new one.
  const [newId] = useState(() => device.newId<OrganisationId>());
  const [name, setName] = useState(existing?.name ?? '');
  /** `undefined` until chosen by hand: guessed from the name meanwhile. */
  const [chosenType, setChosenType] = useState<OrganisationType | undefined>(existing?.type);
  const [status, setStatus] = useState<OrganisationStatus>(existing?.status ?? 'potential');
  const [wasTried, setWasTried] = useState(false);
  const { state, save } = useSaving();
  const type = chosenType ?? guessOrganisationType(name);

  const key = organisationKey(cleanLine(name));
  const isTaken = rows.organisations.some(
    (other) => other.id !== id && !other.isHidden && key !== '' && organisationKey(other.name) === key,
  );
  const problem = titleProblem(name) ?? (isTaken && id === undefined ? texts.organisationTaken : undefined);

  const store = async (): Promise<void> => {
    const fields = { name: cleanLine(name), type, status };
    const isStored = await save(() =>
      id === undefined
        ? actions.addOrganisation({ id: newId, ...fields })
        : actions.editOrganisation(id, fields),
    );
    if (isStored) onClose();
  };

  return (
    <Dialog open title={id === undefined ? texts.addOrganisation : texts.editOrganisation} onClose={onClose}>
      <Form
        onSubmit={() => {
          setWasTried(true);
          if (problem === undefined && state.kind !== 'saving') store().catch(device.reportFailure);
        }}
      >
        <TextField
          label={texts.organisationName}
          value={name}
          onChange={setName}
          error={wasTried ? problem : undefined}
          autofocus
        />
        <FormRow>
          <SelectField
            label={texts.organisationType}
            value={type}
            onChange={setChosenType}
            options={ORGANISATION_TYPES.map((each) => ({ value: each, label: texts.types[each] }))}
          />
          <SelectField
            label={texts.organisationStatus}
            value={status}
            onChange={setStatus}
            options={ORGANISATION_STATUSES.map((each) => ({ value: each, label: texts.status[each] }))}
          />
        </FormRow>
        <SaveActions state={state} onCancel={onClose} />
      </Form>
    </Dialog>
  );
}
