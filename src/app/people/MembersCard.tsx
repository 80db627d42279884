// Who has access, with their devices, as the server tells it; taking access or a device away.

import { useState } from 'preact/hooks';
import type { MemberId } from '../../domain/ids.ts';
import type { Scope } from '../../schema/invitation.ts';
import type { ListedDevice, ListedMember } from '../../schema/session.ts';
import type { Asked } from '../../sync/identity.ts';
import { Button } from '../../ui/actions/Button.tsx';
import { Avatar } from '../../ui/display/Avatar.tsx';
import { Chip } from '../../ui/display/Chip.tsx';
import { List, ListRow } from '../../ui/display/List.tsx';
import { Banner } from '../../ui/feedback/Banner.tsx';
import { ConfirmDialog } from '../../ui/feedback/ConfirmDialog.tsx';
import { Spinner } from '../../ui/feedback/Spinner.tsx';
import { showToast } from '../../ui/feedback/toasts.ts';
import { t } from '../../ui/i18n/settingTexts.ts';
import { formatRelative } from '../../ui/i18n/format.ts';
import { Card } from '../../ui/layout/Card.tsx';
import type { AppParts } from '../appParts.ts';
import styles from './People.module.css';
import { useAsked } from './useAsked.ts';

export interface MembersCardProps {
  readonly parts: AppParts;
  readonly scope: Scope;
  readonly self: MemberId;
  readonly mayRemove: boolean;
}

type Removal =
  | { readonly kind: 'member'; readonly member: ListedMember }
  | { readonly kind: 'device'; readonly device: ListedDevice };

export function MembersCard({ parts, scope, self, mayRemove }: MembersCardProps) {
  const { device: here, sync } = parts;
  const texts = t().identity;
  const { asked, askAgain } = useAsked(parts, scope, (identity, where) => identity.members(where));
  const [removal, setRemoval] = useState<Removal | undefined>(undefined);
  const [isBusy, setBusy] = useState(false);

  const remove = async (wanted: Removal): Promise<void> => {
    const identity = await sync.identity();
    const answer: Asked<unknown> =
      wanted.kind === 'member'
        ? await identity.revokeMember(scope, wanted.member.id)
        : await identity.revokeDevice(wanted.device.id);
    if (answer.kind !== 'answer') {
      showToast({ text: t().sending.exchange[answer.reason], tone: 'problem' });
      return;
    }
    showToast({
      text:
        wanted.kind === 'member'
          ? texts.memberRemoved(wanted.member.name)
          : texts.deviceRemoved(wanted.device.name),
    });
    askAgain();
  };
  const confirm = (): void => {
    if (removal === undefined) return;
    setBusy(true);
    remove(removal)
      .catch(here.reportFailure)
      .finally(() => {
        setBusy(false);
        setRemoval(undefined);
      });
  };

  return (
    <Card title={texts.members}>
      <Answer asked={asked}>
        {(members) => (
          <List label={texts.members}>
            {members.map((member) => (
              <ListRow
                key={member.id}
                start={<Avatar id={member.id} name={member.name} />}
                title={member.name}
                detail={
                  <Devices
                    member={member}
                    here={here.id}
                    now={here.now()}
                    onRemove={
                      member.id === self ? (device) => setRemoval({ kind: 'device', device }) : undefined
                    }
                  />
                }
                end={
                  <>
                    {member.roles.map((role) => (
                      <Chip key={role}>{texts.roles[role]}</Chip>
                    ))}
                    {member.id === self && <Chip tone="forest">{texts.you}</Chip>}
                    {mayRemove && member.id !== self && (
                      <Button size="small" onClick={() => setRemoval({ kind: 'member', member })}>
                        {texts.removeMember}
                      </Button>
                    )}
                  </>
                }
              />
            ))}
          </List>
        )}
      </Answer>
      <ConfirmDialog
        open={removal !== undefined}
        title={
          removal?.kind === 'device'
            ? texts.removeDeviceTitle(removal.device.name)
            : texts.removeMemberTitle(removal?.member.name ?? '')
        }
        confirmLabel={removal?.kind === 'device' ? texts.removeDevice : texts.removeMember}
        danger
        busy={isBusy}
        onConfirm={confirm}
        onCancel={() => setRemoval(undefined)}
      >
        {removal?.kind === 'device' ? texts.removeDeviceText : texts.removeMemberText}
      </ConfirmDialog>
    </Card>
  );
}

interface AnswerProps {
  readonly asked: ReturnType<typeof useAsked<{ readonly members: readonly ListedMember[] }>>['asked'];
  readonly children: (members: readonly ListedMember[]) => preact.ComponentChildren;
}

function Answer({ asked, children }: AnswerProps) {
  const texts = t().identity;
  if (asked === undefined) return <Spinner label={t().common.loading} />;
  switch (asked.kind) {
    case 'answer':
      return asked.value.members.length === 0 ? (
        <p>{texts.membersNone}</p>
      ) : (
        <>{children(asked.value.members)}</>
      );
    case 'refused':
      return <Banner tone="amber">{t().sending.exchange[asked.reason]}</Banner>;
    case 'failed':
      return <p class={styles['soft']}>{texts.membersOffline}</p>;
  }
}

interface DevicesProps {
  readonly member: ListedMember;
  readonly here: string;
  readonly now: number;
  /** Only one's own devices can be taken off one by one. */
  readonly onRemove: ((device: ListedDevice) => void) | undefined;
}

function Devices({ member, here, now, onRemove }: DevicesProps) {
  const texts = t().identity;
  return (
    <span class={styles['devices']}>
      {member.devices.map((device) => (
        <span key={device.id} class={styles['device']}>
          {[
            device.name,
            device.id === here && texts.thisDevice,
            device.revoked ? texts.disconnected : texts.lastSeen(formatRelative(device.lastSeen, now)),
          ]
            .filter(Boolean)
            .join(' · ')}
          {onRemove !== undefined && device.id !== here && !device.revoked && (
            <Button size="small" variant="quiet" onClick={() => onRemove(device)}>
              {texts.removeDevice}
            </Button>
          )}
        </span>
      ))}
    </span>
  );
}
