// One meeting: what to do next, its details, who is invited, agenda, notes and decisions. The list itself is taken in the
// attendance room.

import { useMemo, useState } from 'preact/hooks';
import type { MeetingId, PartnershipId } from '../../domain/ids.ts';
import { type Place, hrefOf } from '../../domain/places.ts';
import type { Row } from '../../storage/database.ts';
import type { Device } from '../../storage/device.ts';
import { Button } from '../../ui/actions/Button.tsx';
import { Menu, type MenuItem } from '../../ui/actions/Menu.tsx';
import { Chip } from '../../ui/display/Chip.tsx';
import { Banner } from '../../ui/feedback/Banner.tsx';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import { t } from '../../ui/i18n/meetingTexts.ts';
import { Column, Columns } from '../../ui/layout/Columns.tsx';
import { Page } from '../../ui/layout/Page.tsx';
import { DecisionsCard } from './decisions/DecisionsCard.tsx';
import { meetingActions } from './meetingActions.ts';
import { meetingName, meetingTime, stateTone } from './meetingWords.ts';
import { DetailsCard } from './one/DetailsCard.tsx';
import { EditMeetingDialog } from './one/EditMeetingDialog.tsx';
import { InvitedCard } from './one/InvitedCard.tsx';
import { NextStep } from './one/NextStep.tsx';
import { type MeetingFacts, useMeeting } from './one/useMeeting.ts';
import { SharedTextCard } from './texts/SharedTextCard.tsx';

export interface MeetingRoomProps {
  readonly device: Device;
  readonly go: (place: Place) => void;
  readonly partnershipId: PartnershipId;
  readonly meetingId: MeetingId;
  /** Whether the person may see and keep the partnership's people and lists; partners may not. */
  readonly mayKeepRegister: boolean;
}

export function MeetingRoom(props: MeetingRoomProps) {
  const texts = t().meetings;
  const observed = useMeeting(props.device, props.partnershipId, props.meetingId);
  const back = { href: hrefOf({ kind: 'meetings' }), label: texts.title };
  switch (observed.kind) {
    case 'loading':
      return (
        <Page title={texts.meeting} back={back}>
          {t().common.loading}
        </Page>
      );
    case 'failed':
      return (
        <Page title={texts.meeting} back={back}>
          <p role="alert">{t().problems.unreadable}</p>
        </Page>
      );
    case 'ready': {
      const { meeting } = observed.value;
      if (meeting === undefined) {
        return (
          <Page title={texts.meeting} back={back}>
            <EmptyState icon="calendar" title={texts.notHere}>
              {texts.notHereText}
            </EmptyState>
          </Page>
        );
      }
      return <OneMeeting {...props} key={meeting.id} facts={observed.value} meeting={meeting} />;
    }
  }
}

interface OneMeetingProps extends MeetingRoomProps {
  readonly facts: MeetingFacts;
  readonly meeting: Row<'meetings'>;
}

function OneMeeting(props: OneMeetingProps) {
  const { device, go, partnershipId, meetingId, mayKeepRegister, facts, meeting } = props;
  const texts = t().meetings;
  const [isEditing, setIsEditing] = useState(false);
  const actions = useMemo(() => meetingActions(device, partnershipId), [device, partnershipId]);
  const edit = (): void => setIsEditing(true);

  const items: readonly MenuItem[] = [
    { label: texts.edit, icon: 'pen', onSelect: edit },
    ...(mayKeepRegister
      ? [{ label: texts.printList, icon: 'printer' as const, href: hrefOf({ kind: 'printList', meetingId }) }]
      : []),
    ...(meeting.state === 'planned' && !meeting.isHidden
      ? [
          {
            label: texts.cancel,
            icon: 'trash' as const,
            onSelect: () => {
              actions.cancel(meeting);
              go({ kind: 'meetings' });
            },
          },
        ]
      : []),
  ];

  return (
    <Page
      title={meetingName(meeting)}
      subtitle={[meetingTime(meeting), meeting.place].filter(Boolean).join(' · ')}
      back={{ href: hrefOf({ kind: 'meetings' }), label: texts.title }}
      actions={
        <>
          <Chip tone={stateTone(meeting.state)}>{texts.state[meeting.state]}</Chip>
          <Menu label={texts.moreAbout(meeting.number)} items={items} />
        </>
      }
    >
      {meeting.isHidden && (
        <Banner
          tone="amber"
          title={texts.isCancelled}
          action={
            <Button size="small" icon="undo" onClick={() => actions.restore(meetingId)}>
              {texts.restore}
            </Button>
          }
        />
      )}
      {mayKeepRegister && <NextStep facts={facts} meeting={meeting} onEdit={edit} />}
      <Columns weight="lead">
        <Column>
          <SharedTextCard
            device={device}
            partnershipId={partnershipId}
            meetingId={meetingId}
            name="agenda"
            isSent={meeting.unsent === 0}
          />
          <SharedTextCard
            device={device}
            partnershipId={partnershipId}
            meetingId={meetingId}
            name="notes"
            isSent={meeting.unsent === 0}
          />
          <DecisionsCard
            device={device}
            partnershipId={partnershipId}
            facts={facts}
            meetingId={meetingId}
            actions={actions}
          />
        </Column>
        <Column>
          <DetailsCard meeting={meeting} today={device.today()} onEdit={edit} />
          {mayKeepRegister && (
            <InvitedCard device={device} facts={facts} meeting={meeting} actions={actions} />
          )}
        </Column>
      </Columns>
      {isEditing && (
        <EditMeetingDialog
          device={device}
          meeting={meeting}
          meetings={facts.meetings}
          actions={actions}
          onClose={() => setIsEditing(false)}
        />
      )}
    </Page>
  );
}
