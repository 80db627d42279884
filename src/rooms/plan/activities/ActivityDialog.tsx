// One activity: what, for which goal, who, when, how it stands, for what money. Its result is written together with others.

import { useState } from 'preact/hooks';
import type { ActivityId, GoalId } from '../../../domain/ids.ts';
import { ACTIVITY_STATES, type ActivityState } from '../../../domain/plan/activity.ts';
import { Dialog } from '../../../ui/feedback/Dialog.tsx';
import { DateField } from '../../../ui/fields/DateField.tsx';
import { Form, FormRow } from '../../../ui/fields/Form.tsx';
import { SaveActions } from '../../../ui/fields/SaveActions.tsx';
import { SelectField } from '../../../ui/fields/SelectField.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { t } from '../../../ui/i18n/planTexts.ts';
import { useSaving } from '../../../ui/useSaving.ts';
import { amountText } from '../amountText.ts';
import type { PlanWork } from '../planWork.ts';
import { inTheirOrder } from '../rows/inTheirOrder.ts';
import { OrganisationField } from '../rows/OrganisationField.tsx';
import { titleProblem } from '../titleProblem.ts';
import type { ActivityFacts } from './activityFacts.ts';
import { ActivityResult } from './ActivityResult.tsx';
import { BudgetFields } from './BudgetFields.tsx';
import { type ActivityDraft, type ActivityProblems, checkActivity } from './checkActivity.ts';
import { GoalField } from './GoalField.tsx';
import { type ActivityBefore, storeActivity } from './storeActivity.ts';

export interface ActivityDialogProps {
  readonly work: PlanWork;
  readonly facts: ActivityFacts;
  /** `undefined` for a new one. */
  readonly edited: ActivityId | undefined;
  /** Of a new one. */
  readonly goalId?: GoalId | undefined;
  readonly onClose: () => void;
}

export function ActivityDialog({ work, facts, edited, goalId, onClose }: ActivityDialogProps) {
  const texts = t().planWork;
  const activity = facts.activities.find((each) => each.id === edited);
  const [id] = useState(() => edited ?? work.device.newId<ActivityId>());
  const [before] = useState<ActivityBefore>(() => ({
    activity,
    lines: inTheirOrder(facts.budgetLines.filter((line) => line.activityId === id)),
  }));
  const [draft, setDraft] = useState<ActivityDraft>(() => draftOf(before, goalId, work));
  const [problems, setProblems] = useState<ActivityProblems | undefined>(undefined);
  const { state, save } = useSaving();
  const set = (changed: Partial<ActivityDraft>): void => setDraft((now) => ({ ...now, ...changed }));
  const isReadOnly = work.readOnly !== undefined;

  const store = async (): Promise<void> => {
    const checked = checkActivity(draft);
    setProblems(checked.kind === 'refused' ? checked.problems : undefined);
    if (checked.kind === 'refused' || state.kind === 'saving') return;
    const stored = await save(() => storeActivity(work, facts, id, before, checked.fields, checked.lines));
    if (stored) onClose();
  };

  return (
    <Dialog
      open
      title={isReadOnly ? texts.activity : edited === undefined ? texts.addActivity : texts.editActivity}
      onClose={onClose}
      width="wide"
    >
      {activity !== undefined && <ActivityResult work={work} activity={activity} />}
      <Form onSubmit={() => void store()}>
        <TextField
          label={texts.title}
          hint={texts.titleHint}
          value={draft.title}
          onChange={(title) => set({ title })}
          error={problems && titleProblem(problems.title)}
          readOnly={isReadOnly}
          autofocus={edited === undefined}
        />
        <FormRow>
          <GoalField
            label={texts.ofGoal}
            none={texts.noGoal}
            goals={facts.goals}
            value={draft.goalId}
            onChange={(chosen) => set({ goalId: chosen })}
          />
          <OrganisationField
            label={texts.owner}
            nobody={texts.noOwner}
            organisations={facts.organisations}
            value={draft.organisationId}
            onChange={(organisationId) => set({ organisationId })}
          />
        </FormRow>
        <FormRow>
          <DateField
            label={texts.from}
            optional
            value={draft.from}
            onChange={(from) => set({ from })}
            error={problems?.from && t().problems.dateInvalid}
          />
          <DateField
            label={texts.until}
            optional
            value={draft.due}
            onChange={(due) => set({ due })}
            error={
              problems?.due && (problems.due === 'invalid' ? t().problems.dateInvalid : texts.endBeforeStart)
            }
          />
          <SelectField<ActivityState>
            label={texts.state}
            value={draft.state}
            onChange={(chosen) => set({ state: chosen })}
            options={ACTIVITY_STATES.map((value) => ({ value, label: texts.states[value] }))}
          />
        </FormRow>
        <BudgetFields
          lines={draft.lines}
          organisations={facts.organisations}
          problems={problems?.lines}
          newId={work.device.newId}
          isReadOnly={isReadOnly}
          onChange={(lines) => set({ lines })}
        />
        {!isReadOnly && <SaveActions state={state} onCancel={onClose} />}
      </Form>
    </Dialog>
  );
}

function draftOf(
  { activity, lines }: ActivityBefore,
  goalId: GoalId | undefined,
  { me }: PlanWork,
): ActivityDraft {
  return {
    title: activity?.title ?? '',
    goalId: activity === undefined ? goalId : activity.goalId,
    organisationId: activity === undefined ? me.organisationId : activity.organisationId,
    from: activity?.from ?? '',
    due: activity?.due ?? '',
    state: activity?.state ?? 'planned',
    lines: lines.map(({ id, name, amount, source, organisationId }) => ({
      id,
      name,
      amount: amount === undefined ? '' : amountText(amount),
      source,
      organisationId,
    })),
  };
}
