// Invitations in circulation: those made on this device, which are known without internet, and the others of the same
// scope as the server tells them. Making, showing and revoking.

import { liveQuery } from 'dexie';
import { useState } from 'preact/hooks';
import type { Scope } from '../../schema/invitation.ts';
import type { ListedInvitation } from '../../schema/session.ts';
import type { InvitationRow } from '../../storage/database.ts';
import { OWN_DEVICE_SCOPE } from '../../sync/inviting.ts';
import { Button } from '../../ui/actions/Button.tsx';
import { Chip } from '../../ui/display/Chip.tsx';
import { List, ListRow } from '../../ui/display/List.tsx';
import { showToast } from '../../ui/feedback/toasts.ts';
import { t } from '../../ui/i18n/settingTexts.ts';
import { formatDateTime } from '../../ui/i18n/format.ts';
import { Icon } from '../../ui/icons/Icon.tsx';
import { Card } from '../../ui/layout/Card.tsx';
import { useObservable } from '../../ui/useObservable.ts';
import type { AppParts } from '../appParts.ts';
import { InviteDialog } from './InviteDialog.tsx';
import { ShowInvitation } from './ShowInvitation.tsx';
import styles from './People.module.css';
import type { InviteChoice } from './inviteChoices.ts';
import { keptRoleWords } from './inviteWords.ts';
import { useAsked } from './useAsked.ts';

export interface InvitationsCardProps {
  readonly parts: AppParts;
  readonly scope: Scope;
  /** The partnership's name; empty for the programme. */
  readonly title: string;
  readonly choices: readonly InviteChoice[];
}

type Open =
  | { readonly kind: 'none' }
  | { readonly kind: 'making' }
  | { readonly kind: 'showing'; readonly id: string };

export function InvitationsCard({ parts, scope, title, choices }: InvitationsCardProps) {
  const { device, sync } = parts;
  const { db } = device;
  const texts = t().identity;
  const [open, setOpen] = useState<Open>({ kind: 'none' });
  const own = useObservable<readonly InvitationRow[]>(
    () => liveQuery(() => db.ownInvitations.where('scope').anyOf([scope, OWN_DEVICE_SCOPE]).toArray()),
    [db, scope],
  );
  const { asked, askAgain } = useAsked(parts, scope, (identity, where) => identity.invitations(where));
  const listed = asked?.kind === 'answer' ? asked.value.invitations : [];
  const mine = own.kind === 'ready' ? own.value : [];
  const rows = mine
    .filter((row) => row.isRevoked === 0 && row.expiresAt > device.now())
    .filter((row) => (listed.find((each) => each.id === row.id)?.state ?? 'open') === 'open')
    .toSorted((a, b) => b.expiresAt - a.expiresAt);
  const others = listed.filter((each) => each.state === 'open' && !mine.some((row) => row.id === each.id));
  const shown = open.kind === 'showing' ? mine.find((row) => row.id === open.id) : undefined;

  const revoke = async (id: string): Promise<void> => {
    const identity = await sync.identity();
    const answer = await identity.revokeInvitation(id);
    if (answer.kind === 'refused') showToast({ text: t().sending.exchange[answer.reason], tone: 'problem' });
    else showToast({ text: answer.kind === 'answer' ? texts.revoked : texts.revokedWaits });
    askAgain();
  };
  const revokeButton = (id: string) => (
    <Button size="small" variant="quiet" onClick={() => void revoke(id).catch(device.reportFailure)}>
      {texts.revoke}
    </Button>
  );

  return (
    <Card title={texts.invitations}>
      {rows.length === 0 && others.length === 0 ? (
        <p class={styles['soft']}>{texts.noInvitations}</p>
      ) : (
        <List label={texts.invitations}>
          {rows.map((row) => (
            <ListRow
              key={row.id}
              start={<Icon name="qr" />}
              title={keptRoleWords(row.role)}
              detail={ownDetail(row, listed)}
              end={
                <>
                  <Button size="small" onClick={() => setOpen({ kind: 'showing', id: row.id })}>
                    {texts.showAgain}
                  </Button>
                  {revokeButton(row.id)}
                </>
              }
            />
          ))}
          {others.map((each) => (
            <ListRow
              key={each.id}
              start={<Icon name="link" />}
              title={texts.roles[each.role]}
              detail={`${texts.madeBy(each.inviter.name)} · ${texts.validUntil(formatDateTime(each.expiresAt))} · ${texts.usesLeft(each.usesLeft)}`}
              end={
                <>
                  <Chip tone="forest">{texts.states[each.state]}</Chip>
                  {choices.length > 1 && revokeButton(each.id)}
                </>
              }
            />
          ))}
        </List>
      )}
      <div class={styles['actions']}>
        <Button variant="primary" icon="personAdd" onClick={() => setOpen({ kind: 'making' })}>
          {texts.invite}
        </Button>
      </div>
      <InviteDialog
        open={open.kind === 'making'}
        parts={parts}
        scope={scope}
        title={title}
        choices={choices}
        onClose={() => setOpen({ kind: 'none' })}
        onMade={(id) => {
          setOpen({ kind: 'showing', id });
          askAgain();
        }}
      />
      {shown !== undefined && (
        <ShowInvitation
          row={shown}
          reportFailure={device.reportFailure}
          onClose={() => setOpen({ kind: 'none' })}
        />
      )}
    </Card>
  );
}

function ownDetail(row: InvitationRow, listed: readonly ListedInvitation[]): string {
  const texts = t().identity;
  const known = listed.find((each) => each.id === row.id);
  return [
    texts.validUntil(formatDateTime(row.expiresAt)),
    known && texts.usesLeft(known.usesLeft),
    row.isRegistered === 1 ? row.code : undefined,
  ]
    .filter(Boolean)
    .join(' · ');
}
