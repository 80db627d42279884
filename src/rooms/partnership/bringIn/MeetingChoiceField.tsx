// To which meeting the people of the list are invited, or to none.

import type { MeetingId } from '../../../domain/ids.ts';
import { type Meeting, compareMeetings } from '../../../domain/meeting.ts';
import type { IsoDate } from '../../../domain/time.ts';
import { SelectField } from '../../../ui/fields/SelectField.tsx';
import { t } from '../../../ui/i18n/partnershipTexts.ts';
import { formatNearDay } from '../../../ui/i18n/format.ts';

/** No id: an id has no colon. */
export const NO_MEETING = ':none';
export type MeetingChoice = MeetingId | typeof NO_MEETING;

export interface MeetingChoiceFieldProps {
  readonly meetings: readonly Meeting[];
  readonly value: MeetingChoice;
  readonly onChange: (value: MeetingChoice) => void;
  readonly today: IsoDate;
}

export function MeetingChoiceField({ meetings, value, onChange, today }: MeetingChoiceFieldProps) {
  const texts = t().importing;
  if (meetings.length === 0) return <p>{texts.noMeetings}</p>;
  const nameOf = ({ number, date, title }: Meeting): string =>
    [t().meetings.numbered(number), date ? formatNearDay(date, today) : t().meetings.undated, title]
      .filter(Boolean)
      .join(', ');
  return (
    <SelectField<MeetingChoice>
      label={texts.inviteTo}
      value={value}
      onChange={onChange}
      options={[
        ...meetings
          .toSorted(compareMeetings)
          .map((meeting) => ({ value: meeting.id, label: nameOf(meeting) })),
        { value: NO_MEETING, label: texts.inviteNowhere },
      ]}
    />
  );
}
