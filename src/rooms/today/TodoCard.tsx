// What was decided and is still to be done, most urgent first. Done in one tap, with a way back.

import type { PartnershipId } from '../../domain/ids.ts';
import { type Decision, isOverdue } from '../../domain/meeting.ts';
import { hrefOf } from '../../domain/places.ts';
import type { IsoDate } from '../../domain/time.ts';
import type { Device } from '../../storage/device.ts';
import { IconButton } from '../../ui/actions/IconButton.tsx';
import { Avatar } from '../../ui/display/Avatar.tsx';
import { Chip } from '../../ui/display/Chip.tsx';
import { List, ListRow } from '../../ui/display/List.tsx';
import { showToast } from '../../ui/feedback/toasts.ts';
import { t } from '../../ui/i18n/firstTexts.ts';
import { formatNearDay } from '../../ui/i18n/format.ts';
import { Card } from '../../ui/layout/Card.tsx';
import { openDecisions } from './openDecisions.ts';
import styles from './Today.module.css';

export interface TodoCardProps {
  readonly device: Device;
  readonly partnershipId: PartnershipId;
  readonly decisions: readonly Decision[];
  readonly today: IsoDate;
}

/** Rows shown; the rest is on the meetings' own screens. */
const SHOWN = 5;

export function TodoCard({ device, partnershipId, decisions, today }: TodoCardProps) {
  const texts = t().today;
  const open = openDecisions(decisions);

  const finish = async (decision: Decision, isDone: boolean): Promise<void> => {
    const { finishDecision } = await import('./finishDecision.ts');
    await finishDecision(device, { partnershipId, meetingId: decision.meetingId, id: decision.id }, isDone);
  };
  const onDone = (decision: Decision): void => {
    const undo = {
      label: t().common.undo,
      run: () => void finish(decision, false).catch(device.reportFailure),
    };
    finish(decision, true).then(
      () => showToast({ text: texts.decisionDone(decision.text), action: undo }),
      device.reportFailure,
    );
  };

  return (
    <Card
      title={texts.todo}
      aside={
        <span class={styles['soft']}>
          {t().common.of(String(Math.min(open.length, SHOWN)), String(open.length))}
        </span>
      }
    >
      {open.length === 0 ? (
        <p class={styles['soft']}>{texts.nothingToDo}</p>
      ) : (
        <List label={texts.todo}>
          {open.slice(0, SHOWN).map((decision) => (
            <ListRow
              key={decision.id}
              start={<Avatar id={decision.who || decision.id} name={decision.who || decision.text} small />}
              title={<a href={hrefOf({ kind: 'meeting', meetingId: decision.meetingId })}>{decision.text}</a>}
              detail={detailOf(decision, today)}
              end={
                <>
                  <Due decision={decision} today={today} />
                  <IconButton
                    icon="check"
                    label={texts.markDone(decision.text)}
                    outlined
                    onClick={() => onDone(decision)}
                  />
                </>
              }
            />
          ))}
        </List>
      )}
    </Card>
  );
}

/** Who does it; of what is late also by when, since its chip says only that it is late. */
function detailOf(decision: Decision, today: IsoDate): string {
  const isLate = decision.due !== undefined && isOverdue(decision, today);
  return [decision.who, isLate && t().today.due(formatNearDay(decision.due, today))]
    .filter(Boolean)
    .join(' · ');
}

function Due({ decision, today }: { readonly decision: Decision; readonly today: IsoDate }) {
  if (decision.due === undefined) return null;
  return isOverdue(decision, today) ? (
    <Chip tone="brick" icon="clock" small>
      {t().today.overdue}
    </Chip>
  ) : (
    <Chip tone={decision.due === today ? 'amber' : 'neutral'} small>
      {t().today.due(formatNearDay(decision.due, today))}
    </Chip>
  );
}
