// How much it is now: one number and Save, the day is today's unless another is told.

import { useState } from 'preact/hooks';
import type { MeasurementId } from '../../../domain/ids.ts';
import { readMeasured } from '../../../domain/plan/budget.ts';
import type { Indicator, Measurement } from '../../../domain/plan/goal.ts';
import { decodeIsoDate } from '../../../domain/time.ts';
import { Dialog } from '../../../ui/feedback/Dialog.tsx';
import { DateField } from '../../../ui/fields/DateField.tsx';
import { Form } from '../../../ui/fields/Form.tsx';
import { SaveActions } from '../../../ui/fields/SaveActions.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { t } from '../../../ui/i18n/planTexts.ts';
import { useSaving } from '../../../ui/useSaving.ts';
import { measuredText } from '../amountText.ts';
import type { PlanWork } from '../planWork.ts';
import { checkRowText, ROW_TEXT_MAX } from '../rows/checkRowText.ts';
import { changedFields } from '../rows/changedFields.ts';
import { inTheirOrder } from '../rows/inTheirOrder.ts';
import { addRow, editRow } from '../rows/rowActions.ts';

export interface MeasurementDialogProps {
  readonly work: PlanWork;
  readonly indicator: Indicator;
  readonly measurements: readonly Measurement[];
  /** `undefined` for a new one. */
  readonly edited: Measurement | undefined;
  readonly onClose: () => void;
}

interface Problems {
  readonly value: string | undefined;
  readonly on: string | undefined;
  readonly note: string | undefined;
}

export function MeasurementDialog({
  work,
  indicator,
  measurements,
  edited,
  onClose,
}: MeasurementDialogProps) {
  const texts = t().planWork;
  const [id] = useState(() => edited?.id ?? work.device.newId<MeasurementId>());
  const [before] = useState(edited);
  const [value, setValue] = useState(edited?.value === undefined ? '' : measuredText(edited.value));
  const [on, setOn] = useState<string>(edited === undefined ? work.device.today() : (edited.on ?? ''));
  const [note, setNote] = useState(edited?.note ?? '');
  const [problems, setProblems] = useState<Problems | undefined>(undefined);
  const { state, save } = useSaving();

  const store = async (): Promise<void> => {
    const [read, day, checkedNote] = [readMeasured(value), decodeIsoDate(on), checkRowText(note)];
    const isNoteTooLong = checkedNote.kind === 'refused' && checkedNote.reason === 'tooLong';
    setProblems({
      value: read.kind === 'refused' ? texts.number[read.reason] : undefined,
      on: day === undefined ? t().problems.dateInvalid : undefined,
      note: isNoteTooLong ? t().problems.tooLong(ROW_TEXT_MAX) : undefined,
    });
    if (read.kind === 'refused' || day === undefined || isNoteTooLong || state.kind === 'saving') return;
    const fields = { value: read.value, on: day, note: note.trim() };
    const isNew = edited === undefined && !measurements.some((each) => each.id === id);
    const stored = await save(() =>
      isNew
        ? addRow(work, 'measurements', inTheirOrder(measurements), (order) => ({
            ...fields,
            id,
            order,
            indicatorId: indicator.id,
          }))
        : editRow(work, 'measurements', id, before ? changedFields(before, fields) : fields),
    );
    if (stored) onClose();
  };

  return (
    <Dialog
      open
      title={edited === undefined ? texts.addMeasurementTo(indicator.name) : texts.editMeasurement}
      onClose={onClose}
    >
      <Form onSubmit={() => void store()}>
        <TextField
          label={texts.measured}
          hint={indicator.unit === '' ? undefined : indicator.unit}
          type="decimal"
          value={value}
          onChange={setValue}
          error={problems?.value}
          autofocus
        />
        <DateField label={texts.measuredOn} value={on} onChange={setOn} error={problems?.on} />
        <TextField
          label={texts.measurementNote}
          optional
          value={note}
          onChange={setNote}
          error={problems?.note}
        />
        <SaveActions state={state} onCancel={onClose} />
      </Form>
    </Dialog>
  );
}
