// An indicator: what is counted, from which number to which.

import { useState } from 'preact/hooks';
import type { GoalId, IndicatorId } from '../../../domain/ids.ts';
import type { Indicator } from '../../../domain/plan/goal.ts';
import { TITLE_MAX } from '../../../domain/text/checkedText.ts';
import { Dialog } from '../../../ui/feedback/Dialog.tsx';
import { Form, FormRow } from '../../../ui/fields/Form.tsx';
import { SaveActions } from '../../../ui/fields/SaveActions.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { t } from '../../../ui/i18n/planTexts.ts';
import { useSaving } from '../../../ui/useSaving.ts';
import { measuredText } from '../amountText.ts';
import type { PlanWork } from '../planWork.ts';
import { changedFields } from '../rows/changedFields.ts';
import { inTheirOrder } from '../rows/inTheirOrder.ts';
import { addRow, editRow } from '../rows/rowActions.ts';
import { titleProblem } from '../titleProblem.ts';
import { checkIndicator, type IndicatorDraft, type IndicatorProblems } from './checkIndicator.ts';

export interface IndicatorDialogProps {
  readonly work: PlanWork;
  readonly goalId: GoalId;
  readonly indicators: readonly Indicator[];
  /** `undefined` for a new one. */
  readonly edited: Indicator | undefined;
  readonly onClose: () => void;
}

export function IndicatorDialog({ work, goalId, indicators, edited, onClose }: IndicatorDialogProps) {
  const texts = t().planWork;
  const [id] = useState(() => edited?.id ?? work.device.newId<IndicatorId>());
  const [before] = useState(edited);
  const [draft, setDraft] = useState<IndicatorDraft>(() => draftOf(edited));
  const [problems, setProblems] = useState<IndicatorProblems | undefined>(undefined);
  const { state, save } = useSaving();
  const set = (changed: Partial<IndicatorDraft>): void => setDraft((now) => ({ ...now, ...changed }));

  const store = async (): Promise<void> => {
    const checked = checkIndicator(draft);
    setProblems(checked.kind === 'refused' ? checked.problems : undefined);
    if (checked.kind === 'refused' || state.kind === 'saving') return;
    const isNew = edited === undefined && !indicators.some((each) => each.id === id);
    const stored = await save(() =>
      isNew
        ? addRow(work, 'indicators', inTheirOrder(indicators), (order) => ({
            ...checked.fields,
            id,
            order,
            goalId,
          }))
        : editRow(work, 'indicators', id, before ? changedFields(before, checked.fields) : checked.fields),
    );
    if (stored) onClose();
  };

  return (
    <Dialog open title={edited === undefined ? texts.addIndicator : texts.editIndicator} onClose={onClose}>
      <Form onSubmit={() => void store()}>
        <TextField
          label={texts.indicatorName}
          hint={texts.indicatorNameHint}
          value={draft.name}
          onChange={(name) => set({ name })}
          error={problems && titleProblem(problems.name)}
          autofocus
        />
        <FormRow>
          <TextField
            label={texts.baseline}
            hint={texts.baselineHint}
            type="decimal"
            value={draft.baseline}
            onChange={(baseline) => set({ baseline })}
            error={problems?.baseline && texts.number[problems.baseline]}
          />
          <TextField
            label={texts.target}
            type="decimal"
            value={draft.target}
            onChange={(target) => set({ target })}
            error={problems?.target && texts.number[problems.target]}
          />
        </FormRow>
        <TextField
          label={texts.unit}
          hint={texts.unitHint}
          optional
          value={draft.unit}
          onChange={(unit) => set({ unit })}
          error={problems?.unit && t().problems.tooLong(TITLE_MAX)}
        />
        <SaveActions state={state} onCancel={onClose} />
      </Form>
    </Dialog>
  );
}

function draftOf(edited: Indicator | undefined): IndicatorDraft {
  const typed = (value: number | undefined): string => (value === undefined ? '' : measuredText(value));
  return {
    name: edited?.name ?? '',
    unit: edited?.unit ?? '',
    baseline: typed(edited?.baseline),
    target: typed(edited?.target),
  };
}
