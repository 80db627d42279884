// Podpisują sami: the tablet is passed round, one person at a time, nobody sees another's data. Full screen, outside the shell;
// left only with the device's PIN. That every other place is shut meanwhile is the app's.

import { useCallback } from 'preact/hooks';
import type { MeetingId, PartnershipId } from '../../domain/ids.ts';
import type { Place } from '../../domain/places.ts';
import type { Device } from '../../storage/device.ts';
import { type Kiosk, watchKiosk } from '../../storage/kiosk.ts';
import { Button } from '../../ui/actions/Button.tsx';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import { Spinner } from '../../ui/feedback/Spinner.tsx';
import { t } from '../../ui/i18n/attendanceTexts.ts';
import { useObservable } from '../../ui/useObservable.ts';
import { useList } from './list/useList.ts';
import { KioskFrame } from './selfSigning/KioskFrame.tsx';
import { KioskScreen } from './selfSigning/KioskScreen.tsx';
import { PrepareKiosk } from './selfSigning/PrepareKiosk.tsx';

export interface SelfSigningRoomProps {
  readonly device: Device;
  readonly go: (place: Place) => void;
  readonly partnershipId: PartnershipId;
  readonly meetingId: MeetingId;
}

export function SelfSigningRoom({ device, go, partnershipId, meetingId }: SelfSigningRoomProps) {
  const { db, now } = device;
  const list = useList(device, partnershipId, meetingId);
  const kiosk = useObservable<Kiosk | undefined>(() => watchKiosk(db, now), [db, now]);
  const leave = useCallback(() => go({ kind: 'attendance', meetingId }), [go, meetingId]);
  const words = t().attendance;

  if (list.kind === 'failed' || list.kind === 'missing' || kiosk.kind === 'failed') {
    return (
      <KioskFrame line={t().signing.title}>
        <EmptyState
          icon="warning"
          title={list.kind === 'missing' ? words.noMeeting : words.unreadable}
          action={<Button onClick={leave}>{t().signing.backToList}</Button>}
        >
          {list.kind === 'missing' ? words.noMeetingText : words.unreadableText}
        </EmptyState>
      </KioskFrame>
    );
  }
  if (list.kind === 'loading' || kiosk.kind === 'loading') {
    return (
      <KioskFrame line={t().signing.title}>
        <Spinner label={t().common.loading} />
      </KioskFrame>
    );
  }
  return kiosk.value === undefined ? (
    <PrepareKiosk device={device} list={list.list} />
  ) : (
    <KioskScreen device={device} list={list.list} kiosk={kiosk.value} onLeave={leave} />
  );
}
