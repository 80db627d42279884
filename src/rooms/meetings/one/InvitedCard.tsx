// Who is invited, and the ways to invite more.

import { useMemo, useState } from 'preact/hooks';
import type { PersonId } from '../../../domain/ids.ts';
import { hrefOf } from '../../../domain/places.ts';
import type { Row } from '../../../storage/database.ts';
import type { Device } from '../../../storage/device.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { IconButton } from '../../../ui/actions/IconButton.tsx';
import { List, ListRow } from '../../../ui/display/List.tsx';
import { Tick } from '../../../ui/display/Tick.tsx';
import { showToast } from '../../../ui/feedback/toasts.ts';
import { t } from '../../../ui/i18n/meetingTexts.ts';
import { Card } from '../../../ui/layout/Card.tsx';
import { Disclosure } from '../../../ui/layout/Disclosure.tsx';
import type { MeetingActions } from '../meetingActions.ts';
import { InviteDialog } from './InviteDialog.tsx';
import styles from './Meeting.module.css';
import { invitationGroups, invitedIds } from './invitedPeople.ts';
import type { MeetingFacts } from './useMeeting.ts';

export interface InvitedCardProps {
  readonly device: Device;
  readonly facts: MeetingFacts;
  readonly meeting: Row<'meetings'>;
  readonly actions: MeetingActions;
}

export function InvitedCard({ device, facts, meeting, actions }: InvitedCardProps) {
  const texts = t().meetings;
  const [isChoosing, setIsChoosing] = useState(false);
  const { list } = facts;
  const invited = useMemo(() => invitedIds(list), [list]);
  const groups = useMemo(
    () =>
      invitationGroups(list).flatMap((group) => {
        const people = group.people.filter(({ person }) => invited.has(person.id));
        return people.length > 0 ? [{ ...group, people }] : [];
      }),
    [list, invited],
  );
  const unsent = new Set(list.invitations.filter((row) => row.unsent !== 0).map((row) => row.personId));
  const isClosed = meeting.state === 'closed';
  const organisations = groups.filter((group) => group.organisation !== undefined).length;

  const takeBack = (id: PersonId, name: string): void => {
    const undo = (): void => {
      actions.invite(meeting.id, [id], true).catch(device.reportFailure);
    };
    actions
      .invite(meeting.id, [id], false)
      .then(
        () => showToast({ text: texts.uninvited(name), action: { label: t().common.undo, run: undo } }),
        device.reportFailure,
      );
  };

  return (
    <Card title={texts.invited} aside={t().common.people(invited.size)}>
      {invited.size === 0 ? (
        <p class={styles['soft']}>{texts.nobodyInvited}</p>
      ) : (
        <Disclosure summary={texts.invitedFrom(invited.size, organisations)}>
          <List label={texts.invited}>
            {groups.flatMap((group) =>
              group.people.map(({ person }) => (
                <ListRow
                  key={person.id}
                  title={person.name}
                  detail={group.organisation}
                  end={
                    <>
                      <Tick state={unsent.has(person.id) ? 'device' : 'server'} />
                      {!isClosed && (
                        <IconButton
                          icon="close"
                          label={texts.uninvite(person.name)}
                          onClick={() => takeBack(person.id, person.name)}
                        />
                      )}
                    </>
                  }
                />
              )),
            )}
          </List>
        </Disclosure>
      )}
      {!isClosed && (
        <div class={styles['actions']}>
          <Button icon="personAdd" onClick={() => setIsChoosing(true)}>
            {texts.invite}
          </Button>
          <Button icon="upload" href={hrefOf({ kind: 'importList', meetingId: meeting.id })}>
            {t().partnership.bringIn}
          </Button>
        </div>
      )}
      {isChoosing && (
        <InviteDialog
          device={device}
          rows={list}
          meetingId={meeting.id}
          actions={actions}
          onClose={() => setIsChoosing(false)}
        />
      )}
    </Card>
  );
}
