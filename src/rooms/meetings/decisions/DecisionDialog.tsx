// Entering a decision, or changing one.

import { useState } from 'preact/hooks';
import {
  type CheckedDecision,
  DECISION_MAX,
  type DecisionDraft,
  type DecisionProblems,
  checkDecisionDraft,
} from '../../../domain/decisionDraft.ts';
import type { DecisionId, MeetingId } from '../../../domain/ids.ts';
import { orderBetween } from '../../../domain/order.ts';
import { TITLE_MAX } from '../../../domain/text/checkedText.ts';
import type { Decision } from '../../../domain/meeting.ts';
import type { Device } from '../../../storage/device.ts';
import type { AttendanceListRows } from '../../../storage/queries.ts';
import { Dialog } from '../../../ui/feedback/Dialog.tsx';
import { DateField } from '../../../ui/fields/DateField.tsx';
import { Form } from '../../../ui/fields/Form.tsx';
import { TextArea } from '../../../ui/fields/TextArea.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { SaveActions } from '../../../ui/fields/SaveActions.tsx';
import { t } from '../../../ui/i18n/meetingTexts.ts';
import { useSaving } from '../../../ui/useSaving.ts';
import { Suggestions } from '../form/Suggestions.tsx';
import type { MeetingActions } from '../meetingActions.ts';
import { whoSuggestions } from './whoSuggestions.ts';

export interface DecisionDialogProps {
  readonly device: Device;
  /** People and organisations to propose. */
  readonly list: AttendanceListRows;
  readonly meetingId: MeetingId;
  /** In their order; a new one comes last. */
  readonly decisions: readonly Decision[];
  /** `undefined`: a new one. */
  readonly id: DecisionId | undefined;
  readonly actions: MeetingActions;
  readonly onClose: () => void;
}

export function DecisionDialog(props: DecisionDialogProps) {
  const { device, list, meetingId, decisions, id, actions, onClose } = props;
  const texts = t().meetings;
  const existing = decisions.find((decision) => decision.id === id);
  // One id and one place for all attempts of a new one.
  const [fresh] = useState(() => ({
    id: device.newId<DecisionId>(),
    order: orderBetween(decisions.at(-1)?.order, undefined, device.id),
  }));
  const [draft, setDraft] = useState<DecisionDraft>({
    text: existing?.text ?? '',
    who: existing?.who ?? '',
    due: existing?.due ?? '',
  });
  const [wasTried, setWasTried] = useState(false);
  const { state, save } = useSaving();
  const checked = checkDecisionDraft(draft, device.today());
  const problems = wasTried ? problemTexts(checked) : {};
  const set = (changed: Partial<DecisionDraft>): void => setDraft((now) => ({ ...now, ...changed }));

  const store = async (): Promise<void> => {
    if (checked.kind === 'refused') return;
    const { fields } = checked;
    const isStored = await save(() =>
      id === undefined
        ? actions.decide(fresh.id, {
            meetingId,
            ...fields,
            order: fresh.order,
            isDone: false,
            isHidden: false,
          })
        : actions.decide(id, { meetingId, ...fields }),
    );
    if (isStored) onClose();
  };

  return (
    <Dialog open title={id === undefined ? texts.addDecision : texts.editDecision} onClose={onClose}>
      <Form
        onSubmit={() => {
          setWasTried(true);
          if (state.kind !== 'saving') store().catch(device.reportFailure);
        }}
      >
        <TextArea
          label={texts.decision}
          value={draft.text}
          onChange={(text) => set({ text })}
          error={problems.text}
          rows={2}
          autofocus
        />
        <TextField
          label={texts.decisionWho}
          value={draft.who}
          onChange={(who) => set({ who })}
          error={problems.who}
          optional
        />
        <Suggestions
          label={texts.whoSuggestions}
          values={whoSuggestions(draft.who, list.organisations, list.persons)}
          onChoose={(who) => set({ who })}
        />
        <DateField
          label={texts.decisionWhen}
          value={draft.due}
          onChange={(due) => set({ due })}
          error={problems.due}
          optional
        />
        <SaveActions state={state} onCancel={onClose} />
      </Form>
    </Dialog>
  );
}

type ProblemTexts = { readonly [Field in keyof DecisionProblems]?: string | undefined };

function problemTexts(checked: CheckedDecision): ProblemTexts {
  if (checked.kind === 'ok') return {};
  const { text, who, due } = checked.problems;
  return {
    text:
      text && (text === 'empty' ? t().meetings.problem.decisionEmpty : t().problems.tooLong(DECISION_MAX)),
    who: who && t().problems.tooLong(TITLE_MAX),
    due: due && (due === 'absurd' ? t().meetings.problem.dateAbsurd : t().problems.dateInvalid),
  };
}
