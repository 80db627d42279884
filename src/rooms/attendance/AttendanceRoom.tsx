// Lista obecności of one meeting: from the planned meeting over the open list to the sealed one. Signing on the tablet that is
// passed round is SelfSigningRoom; printing is print/.

import type { MeetingId, PartnershipId } from '../../domain/ids.ts';
import { type Place, hrefOf } from '../../domain/places.ts';
import type { Device } from '../../storage/device.ts';
import { Button } from '../../ui/actions/Button.tsx';
import { Banner } from '../../ui/feedback/Banner.tsx';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import { Spinner } from '../../ui/feedback/Spinner.tsx';
import { Page } from '../../ui/layout/Page.tsx';
import { t } from '../../ui/i18n/attendanceTexts.ts';
import { ListScreen } from './list/ListScreen.tsx';
import { useList } from './list/useList.ts';

export interface AttendanceRoomProps {
  readonly device: Device;
  readonly go: (place: Place) => void;
  readonly partnershipId: PartnershipId;
  readonly meetingId: MeetingId;
}

export function AttendanceRoom({ device, partnershipId, meetingId }: AttendanceRoomProps) {
  const state = useList(device, partnershipId, meetingId);
  const words = t().attendance;
  switch (state.kind) {
    case 'ready':
      return <ListScreen key={meetingId} device={device} list={state.list} />;
    case 'loading':
      return (
        <Page title={words.title}>
          <Spinner label={t().common.loading} />
        </Page>
      );
    case 'failed':
      return (
        <Page title={words.title}>
          <Banner tone="brick" title={words.unreadable}>
            {words.unreadableText}
          </Banner>
        </Page>
      );
    case 'missing':
      return (
        <Page title={words.title}>
          <EmptyState
            icon="calendar"
            title={words.noMeeting}
            action={<Button href={hrefOf({ kind: 'meetings' })}>{t().meetings.title}</Button>}
          >
            {words.noMeetingText}
          </EmptyState>
        </Page>
      );
  }
}
