// Spotkania: the three programme meetings as a path, then every meeting with its state and counts.

import { useMemo } from 'preact/hooks';
import type { PartnershipId } from '../../domain/ids.ts';
import { compareMeetings } from '../../domain/meeting.ts';
import { type Place, hrefOf } from '../../domain/places.ts';
import type { Device } from '../../storage/device.ts';
import { Button } from '../../ui/actions/Button.tsx';
import { TickLegend } from '../../ui/display/Tick.tsx';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import { t } from '../../ui/i18n/meetingTexts.ts';
import { Page } from '../../ui/layout/Page.tsx';
import { useObservable } from '../../ui/useObservable.ts';
import { CancelledMeetings } from './list/CancelledMeetings.tsx';
import { MeetingPath } from './list/MeetingPath.tsx';
import { MeetingsList } from './list/MeetingsList.tsx';
import { type MeetingOverview, watchOverview } from '../../storage/meetingQueries.ts';
import { meetingActions } from './meetingActions.ts';

export interface MeetingsRoomProps {
  readonly device: Device;
  readonly go: (place: Place) => void;
  readonly partnershipId: PartnershipId;
  /** Whether the person may see and keep the partnership's people and lists; partners may not. */
  readonly mayKeepRegister: boolean;
}

export function MeetingsRoom({ device, partnershipId, mayKeepRegister }: MeetingsRoomProps) {
  const texts = t().meetings;
  const observed = useObservable<readonly MeetingOverview[]>(
    () => watchOverview(device.db, partnershipId),
    [device.db, partnershipId],
  );
  const actions = useMemo(() => meetingActions(device, partnershipId), [device, partnershipId]);
  const plan = (
    <Button variant="primary" icon="plus" href={hrefOf({ kind: 'newMeeting' })}>
      {texts.add}
    </Button>
  );
  switch (observed.kind) {
    case 'loading':
      return <Page title={texts.title}>{t().common.loading}</Page>;
    case 'failed':
      return (
        <Page title={texts.title}>
          <p role="alert">{t().problems.unreadable}</p>
        </Page>
      );
    case 'ready':
      break;
  }
  const rest = { today: device.today(), showsCounts: mayKeepRegister };
  const all = observed.value.toSorted((a, b) => compareMeetings(a.meeting, b.meeting));
  const shown = all.filter(({ meeting }) => !meeting.isHidden);
  const cancelled = all.flatMap(({ meeting }) => (meeting.isHidden ? [meeting] : []));
  const open = shown.filter(({ meeting }) => meeting.state !== 'closed');
  const closed = shown.filter(({ meeting }) => meeting.state === 'closed').toReversed();
  return (
    <Page
      title={texts.title}
      subtitle={shown.length > 0 ? texts.count(shown.length) : undefined}
      actions={shown.length > 0 ? plan : undefined}
    >
      <MeetingPath overview={shown} {...rest} />
      {shown.length === 0 && (
        <EmptyState icon="calendar" title={texts.none} action={plan}>
          {texts.noneText}
        </EmptyState>
      )}
      {open.length > 0 && <MeetingsList title={texts.ahead} overview={open} {...rest} />}
      {closed.length > 0 && <MeetingsList title={texts.behind} overview={closed} {...rest} />}
      {cancelled.length > 0 && <CancelledMeetings meetings={cancelled} onRestore={actions.restore} />}
      {shown.length > 0 && <TickLegend />}
    </Page>
  );
}
