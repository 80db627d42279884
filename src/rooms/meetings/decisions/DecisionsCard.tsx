// What was decided: who does it and by when, ticked off when done, in an order that people choose.

import { useMemo, useState } from 'preact/hooks';
import type { DecisionId, MeetingId, PartnershipId } from '../../../domain/ids.ts';
import { compareOrder, orderAfterMove } from '../../../domain/order.ts';
import type { Row } from '../../../storage/database.ts';
import type { Device } from '../../../storage/device.ts';
import { type PlanEntries, watchPlan } from '../../../storage/planQueries.ts';
import { watchDecisions } from '../../../storage/queries.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { showToast } from '../../../ui/feedback/toasts.ts';
import { t } from '../../../ui/i18n/meetingTexts.ts';
import { Card } from '../../../ui/layout/Card.tsx';
import { useObservable } from '../../../ui/useObservable.ts';
import type { MeetingActions } from '../meetingActions.ts';
import styles from '../one/Meeting.module.css';
import type { MeetingFacts } from '../one/useMeeting.ts';
import { DecisionDialog } from './DecisionDialog.tsx';
import { DecisionRow } from './DecisionRow.tsx';
import rowStyles from './Decisions.module.css';

export interface DecisionsCardProps {
  readonly device: Device;
  readonly partnershipId: PartnershipId;
  readonly facts: MeetingFacts;
  readonly meetingId: MeetingId;
  readonly actions: MeetingActions;
}

/** Which decision the dialog is about. */
type Open = { readonly kind: 'none' | 'new' } | { readonly kind: 'edit'; readonly id: DecisionId };

export function DecisionsCard({ device, partnershipId, facts, meetingId, actions }: DecisionsCardProps) {
  const texts = t().meetings;
  const [open, setOpen] = useState<Open>({ kind: 'none' });
  const observed = useObservable<readonly Row<'decisions'>[]>(
    () => watchDecisions(device.db, meetingId),
    [device.db, meetingId],
  );
  const plan = useObservable<PlanEntries<'activities'>>(
    () => watchPlan(device.db, partnershipId, ['activities']),
    [device.db, partnershipId],
  );
  // Until it is known which decisions are in the plan, none is offered to be put there.
  const planned =
    plan.kind === 'ready'
      ? new Set(
          plan.value.activities.flatMap(({ decisionId, isHidden }) => (isHidden ? [] : (decisionId ?? []))),
        )
      : undefined;
  const decisions = useMemo(
    () =>
      observed.kind === 'ready'
        ? observed.value.filter((decision) => !decision.isHidden).toSorted(compareOrder)
        : [],
    [observed],
  );
  const done = decisions.filter((decision) => decision.isDone).length;

  const change = (
    id: DecisionId,
    fields: Partial<Pick<Row<'decisions'>, 'isDone' | 'order' | 'isHidden'>>,
  ): Promise<void> => actions.decide(id, { meetingId, ...fields });
  const run = (work: Promise<void>): void => {
    work.catch(device.reportFailure);
  };
  const move = (id: DecisionId, step: -1 | 1): void => {
    const order = orderAfterMove(decisions, id, step, device.id);
    if (order !== undefined) run(change(id, { order }));
  };
  const putIntoPlan = (decision: Row<'decisions'>): void => {
    actions
      .planDecision(decision, facts.list.organisations)
      .then(() => showToast({ text: texts.decisionPlanned }), device.reportFailure);
  };
  const remove = ({ id, text }: Row<'decisions'>): void => {
    const undo = (): void => run(change(id, { isHidden: false }));
    change(id, { isHidden: true }).then(
      () => showToast({ text: texts.decisionRemoved(text), action: { label: t().common.undo, run: undo } }),
      device.reportFailure,
    );
  };

  return (
    <Card
      title={texts.decisions}
      aside={decisions.length > 0 ? texts.doneOf(done, decisions.length) : undefined}
    >
      {observed.kind === 'failed' && <p role="alert">{t().problems.unreadable}</p>}
      {observed.kind === 'ready' && decisions.length === 0 && (
        <p class={styles['soft']}>{texts.noDecisions}</p>
      )}
      {decisions.length > 0 && (
        <ul class={rowStyles['list']} aria-label={texts.decisions}>
          {decisions.map((decision, at) => (
            <DecisionRow
              key={decision.id}
              decision={decision}
              today={device.today()}
              isFirst={at === 0}
              isLast={at === decisions.length - 1}
              onDone={(isDone) => run(change(decision.id, { isDone }))}
              onEdit={() => setOpen({ kind: 'edit', id: decision.id })}
              onMove={(step) => move(decision.id, step)}
              onRemove={() => remove(decision)}
              inPlan={planned && (planned.has(decision.id) ? 'there' : 'notYet')}
              onPlan={() => putIntoPlan(decision)}
            />
          ))}
        </ul>
      )}
      <div class={styles['actions']}>
        <Button icon="plus" onClick={() => setOpen({ kind: 'new' })}>
          {texts.addDecision}
        </Button>
      </div>
      {open.kind !== 'none' && (
        <DecisionDialog
          device={device}
          list={facts.list}
          meetingId={meetingId}
          decisions={decisions}
          id={open.kind === 'edit' ? open.id : undefined}
          actions={actions}
          onClose={() => setOpen({ kind: 'none' })}
        />
      )}
    </Card>
  );
}
