// What is new: the attendance list that was closed last, with the ways to read and to print it.

import { hrefOf } from '../../domain/places.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type { Seal } from '../../domain/seal.ts';
import type { IsoDate } from '../../domain/time.ts';
import { Button } from '../../ui/actions/Button.tsx';
import { t } from '../../ui/i18n/firstTexts.ts';
import { formatNearDay } from '../../ui/i18n/format.ts';
import { Card } from '../../ui/layout/Card.tsx';
import styles from './Today.module.css';

export interface LastListCardProps {
  readonly meeting: Meeting;
  /** The latest seal of its list; `undefined` when it has not arrived yet. */
  readonly seal: Seal | undefined;
  readonly today: IsoDate;
}

export function LastListCard({ meeting, seal, today }: LastListCardProps) {
  const texts = t().today;
  return (
    <Card title={texts.lastList}>
      <p>
        {texts.numbered(meeting.number)}
        {meeting.date !== undefined && `, ${formatNearDay(meeting.date, today)}`}
      </p>
      {seal !== undefined && <p class={styles['soft']}>{texts.lastListCounts(seal.present, seal.signed)}</p>}
      <div class={styles['actions']}>
        <Button icon="sheet" href={hrefOf({ kind: 'attendance', meetingId: meeting.id })}>
          {texts.seeList}
        </Button>
        <Button icon="printer" href={hrefOf({ kind: 'printList', meetingId: meeting.id })}>
          {t().common.print}
        </Button>
      </div>
    </Card>
  );
}
