// Planning a meeting: the next theme of the programme is proposed, and nothing but the theme is needed.

import { useState } from 'preact/hooks';
import type { MeetingId, PartnershipId } from '../../domain/ids.ts';
import { type MeetingFields, nextTheme, placesUsed } from '../../domain/meetingDraft.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { type Place, hrefOf } from '../../domain/places.ts';
import type { Device } from '../../storage/device.ts';
import { askPersistence } from '../../storage/persistence.ts';
import { watchMeetings } from '../../storage/queries.ts';
import { t } from '../../ui/i18n/meetingTexts.ts';
import { Card } from '../../ui/layout/Card.tsx';
import { Page } from '../../ui/layout/Page.tsx';
import { useObservable } from '../../ui/useObservable.ts';
import { useSaving } from '../../ui/useSaving.ts';
import { MeetingForm } from './form/MeetingForm.tsx';
import { NotStored } from '../../ui/feedback/NotStored.tsx';
import { meetingActions } from './meetingActions.ts';

export interface NewMeetingRoomProps {
  readonly device: Device;
  readonly go: (place: Place) => void;
  readonly partnershipId: PartnershipId;
}

export function NewMeetingRoom(props: NewMeetingRoomProps) {
  const { device, partnershipId } = props;
  const texts = t().meetings;
  const observed = useObservable<readonly Meeting[]>(
    () => watchMeetings(device.db, partnershipId),
    [device.db, partnershipId],
  );
  return (
    <Page
      title={texts.add}
      subtitle={texts.addText}
      width="text"
      back={{ href: hrefOf({ kind: 'meetings' }), label: texts.title }}
    >
      {observed.kind === 'ready' && <NewMeeting {...props} meetings={observed.value} />}
      {observed.kind === 'failed' && <p role="alert">{t().problems.unreadable}</p>}
    </Page>
  );
}

interface NewMeetingProps extends NewMeetingRoomProps {
  readonly meetings: readonly Meeting[];
}

function NewMeeting({ device, go, partnershipId, meetings }: NewMeetingProps) {
  const texts = t().meetings;
  const [id] = useState(() => device.newId<MeetingId>());
  // Proposed once: a meeting that arrives meanwhile does not change what is being typed.
  const [initial] = useState(() => ({
    theme: nextTheme(meetings),
    title: '',
    date: '',
    from: '',
    to: '',
    place: '',
  }));
  const { state, save } = useSaving();

  const plan = async (fields: MeetingFields): Promise<void> => {
    const others = meetings.filter((meeting) => meeting.id !== id);
    if (!(await save(() => meetingActions(device, partnershipId).plan(id, fields, others)))) return;
    askPersistence().catch(device.reportFailure);
    go({ kind: 'meeting', meetingId: id });
  };

  return (
    <Card>
      <MeetingForm
        initial={initial}
        today={device.today()}
        places={placesUsed(meetings)}
        submitLabel={texts.add}
        isBusy={state.kind === 'saving'}
        onSubmit={(fields) => {
          plan(fields).catch(device.reportFailure);
        }}
      >
        <NotStored state={state} />
      </MeetingForm>
    </Card>
  );
}
