// A goal's name. Its description is written on its own screen, together with others.

import { useState } from 'preact/hooks';
import type { GoalId } from '../../../domain/ids.ts';
import type { Goal } from '../../../domain/plan/goal.ts';
import { checkTitleLike } from '../../../domain/text/checkedText.ts';
import { Dialog } from '../../../ui/feedback/Dialog.tsx';
import { Form } from '../../../ui/fields/Form.tsx';
import { SaveActions } from '../../../ui/fields/SaveActions.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { t } from '../../../ui/i18n/planTexts.ts';
import { useSaving } from '../../../ui/useSaving.ts';
import type { PlanWork } from '../planWork.ts';
import { inTheirOrder } from '../rows/inTheirOrder.ts';
import { addRow, editRow } from '../rows/rowActions.ts';
import { titleProblem } from '../titleProblem.ts';

export interface GoalDialogProps {
  readonly work: PlanWork;
  readonly goals: readonly Goal[];
  /** `undefined` for a new one. */
  readonly edited: Goal | undefined;
  readonly onClose: () => void;
}

export function GoalDialog({ work, goals, edited, onClose }: GoalDialogProps) {
  const texts = t().planWork;
  // Storing again after a failure changes the same one.
  const [id] = useState(() => edited?.id ?? work.device.newId<GoalId>());
  const [title, setTitle] = useState(edited?.title ?? '');
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const { state, save } = useSaving();

  const store = async (): Promise<void> => {
    const checked = checkTitleLike(title);
    setProblem(titleProblem(checked));
    if (checked.kind === 'refused' || state.kind === 'saving') return;
    const fields = { title: checked.value };
    const isNew = edited === undefined && !goals.some((goal) => goal.id === id);
    const stored = await save(() =>
      isNew
        ? addRow(work, 'goals', inTheirOrder(goals), (order) => ({ ...fields, id, order, text: '' }))
        : editRow(work, 'goals', id, fields),
    );
    if (stored) onClose();
  };

  return (
    <Dialog open title={edited === undefined ? texts.addGoal : texts.editGoal} onClose={onClose}>
      <Form onSubmit={() => void store()}>
        <TextField
          label={texts.goalTitle}
          hint={texts.goalTitleHint}
          value={title}
          onChange={setTitle}
          error={problem}
          autofocus
        />
        <SaveActions state={state} onCancel={onClose} />
      </Form>
    </Dialog>
  );
}
