// When, where and about what: the facts of the meeting, with the way to change them.

import { type IsoDate, daysBetween } from '../../../domain/time.ts';
import type { Row } from '../../../storage/database.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Chip } from '../../../ui/display/Chip.tsx';
import { Tick } from '../../../ui/display/Tick.tsx';
import { t } from '../../../ui/i18n/meetingTexts.ts';
import { formatDate, formatNearDay } from '../../../ui/i18n/format.ts';
import { Card } from '../../../ui/layout/Card.tsx';
import { meetingHours, meetingTitle } from '../meetingWords.ts';
import styles from './Meeting.module.css';

export interface DetailsCardProps {
  readonly meeting: Row<'meetings'>;
  readonly today: IsoDate;
  readonly onEdit: () => void;
}

export function DetailsCard({ meeting, today, onEdit }: DetailsCardProps) {
  const texts = t().meetings;
  const { date, place, theme } = meeting;
  // Beyond yesterday and tomorrow the near form only repeats the date.
  const isNear = date !== undefined && Math.abs(daysBetween(today, date)) <= 1;
  const day =
    date && [formatDate(date), isNear && `(${formatNearDay(date, today)})`].filter(Boolean).join(' ');
  const hours = meetingHours(meeting);
  return (
    <Card title={texts.details} aside={<Tick state={meeting.unsent === 0 ? 'server' : 'device'} />}>
      {theme !== 'other' && (
        <div>
          <Chip icon="flag">{texts.programmeMeeting}</Chip>
        </div>
      )}
      <dl class={styles['facts']}>
        <dt>{texts.theme}</dt>
        <dd>{meetingTitle(meeting) || t().common.none}</dd>
        <dt>{texts.date}</dt>
        <dd>{day ?? texts.undated}</dd>
        <dt>{texts.hours}</dt>
        <dd>{hours || t().common.none}</dd>
        <dt>{texts.place}</dt>
        <dd>{place || t().common.none}</dd>
      </dl>
      <div class={styles['actions']}>
        <Button icon="pen" onClick={onEdit}>
          {t().common.edit}
        </Button>
      </div>
    </Card>
  );
}
