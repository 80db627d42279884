// Who checks a benefit, and by when.

import { useState } from 'preact/hooks';
import type { PartnerOrganisation } from '../../../domain/organisation.ts';
import type { BenefitNote } from '../../../domain/plan/benefitNote.ts';
import { decodeIsoDate } from '../../../domain/time.ts';
import { Dialog } from '../../../ui/feedback/Dialog.tsx';
import { DateField } from '../../../ui/fields/DateField.tsx';
import { Form } from '../../../ui/fields/Form.tsx';
import { SaveActions } from '../../../ui/fields/SaveActions.tsx';
import { t } from '../../../ui/i18n/planTexts.ts';
import { useSaving } from '../../../ui/useSaving.ts';
import type { PlanWork } from '../planWork.ts';
import { OrganisationField } from '../rows/OrganisationField.tsx';
import { editRow } from '../rows/rowActions.ts';

export interface BenefitNoteDialogProps {
  readonly work: PlanWork;
  readonly organisations: readonly PartnerOrganisation[];
  readonly note: BenefitNote;
  readonly onClose: () => void;
}

export function BenefitNoteDialog({ work, organisations, note, onClose }: BenefitNoteDialogProps) {
  const texts = t().plan;
  const [organisationId, setOrganisationId] = useState(note.organisationId);
  const [due, setDue] = useState<string>(note.due ?? '');
  const [hasProblem, setHasProblem] = useState(false);
  const { state, save } = useSaving();
  const store = async (): Promise<void> => {
    const day = decodeIsoDate(due);
    const isWrong = due !== '' && day === undefined;
    setHasProblem(isWrong);
    if (isWrong) return;
    if (await save(() => editRow(work, 'benefitNotes', note.id, { organisationId, due: day }))) onClose();
  };
  return (
    <Dialog open title={texts.benefitEdit} onClose={onClose}>
      <Form onSubmit={() => void store()}>
        <OrganisationField
          label={texts.benefitWho}
          nobody={texts.nobodyYet}
          organisations={organisations}
          value={organisationId}
          onChange={setOrganisationId}
        />
        <DateField
          label={texts.benefitWhen}
          optional
          value={due}
          onChange={setDue}
          error={hasProblem ? t().problems.dateInvalid : undefined}
        />
        <SaveActions state={state} onCancel={onClose} />
      </Form>
    </Dialog>
  );
}
