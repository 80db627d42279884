// Meetings that were called off: out of the way, one tap from coming back.

import type { MeetingId } from '../../../domain/ids.ts';
import type { Meeting } from '../../../domain/meeting.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { List, ListRow } from '../../../ui/display/List.tsx';
import { t } from '../../../ui/i18n/meetingTexts.ts';
import { Disclosure } from '../../../ui/layout/Disclosure.tsx';
import { meetingName, meetingTime } from '../meetingWords.ts';

export interface CancelledMeetingsProps {
  readonly meetings: readonly Meeting[];
  readonly onRestore: (id: MeetingId) => void;
}

export function CancelledMeetings({ meetings, onRestore }: CancelledMeetingsProps) {
  const texts = t().meetings;
  return (
    <Disclosure summary={texts.cancelledCount(meetings.length)}>
      <List label={texts.cancelledCount(meetings.length)}>
        {meetings.map((meeting) => (
          <ListRow
            key={meeting.id}
            title={meetingName(meeting)}
            detail={meetingTime(meeting)}
            end={
              <Button size="small" icon="undo" onClick={() => onRestore(meeting.id)}>
                {texts.restore}
              </Button>
            }
          />
        ))}
      </List>
    </Disclosure>
  );
}
