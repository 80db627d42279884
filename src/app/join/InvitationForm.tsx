// What the invitation says of itself, and who joins. What is typed stays, whatever the server answers.

import { useEffect, useState } from 'preact/hooks';
import { cleanLine } from '../../domain/text/cleanLine.ts';
import type { Invitation, ParsedInvitation } from '../../schema/invitation.ts';
import type { SessionRefusal } from '../../schema/session.ts';
import { readSetting, writeSetting } from '../../storage/settings.ts';
import type { RedeemResult } from '../../sync/joining.ts';
import type { SyncFailureReason } from '../../sync/syncFailure.ts';
import { Button } from '../../ui/actions/Button.tsx';
import { Banner } from '../../ui/feedback/Banner.tsx';
import { Form, FormActions } from '../../ui/fields/Form.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { t } from '../../ui/i18n/settingTexts.ts';
import { formatDateTime } from '../../ui/i18n/format.ts';
import { Card } from '../../ui/layout/Card.tsx';
import type { AppParts } from '../appParts.ts';
import { MAX_NAME, nameProblem } from '../settings/nameProblem.ts';
import { refusalWords } from './refusalWords.ts';
import { guessDeviceName } from './guessDeviceName.ts';
import { type JoinedTo, joinedTo } from './joinedTo.ts';

export interface InvitationFormProps {
  readonly parts: AppParts;
  readonly text: string;
  readonly invitation: Exclude<ParsedInvitation, { readonly kind: 'unreadable' }>;
  readonly onOtherCode: () => void;
  readonly onJoined: (to: JoinedTo) => void;
}

type Attempt =
  | { readonly kind: 'none' }
  | { readonly kind: 'joining' }
  | { readonly kind: 'waiting'; readonly reason: SyncFailureReason }
  | { readonly kind: 'refused'; readonly reason: SessionRefusal }
  | { readonly kind: 'unreadable'; readonly reason: 'mistyped' | 'newer' | 'malformed' };

export function InvitationForm({ parts, text, invitation, onOtherCode, onJoined }: InvitationFormProps) {
  const { device, sync } = parts;
  const [memberName, setMemberName] = useState('');
  const [deviceName, setDeviceName] = useState(() => guessDeviceName(navigator, screen));
  const [isChecked, setChecked] = useState(false);
  const [attempt, setAttempt] = useState<Attempt>({ kind: 'none' });
  const texts = t().identity;
  const isOwnDevice = invitation.kind === 'signed' && invitation.invitation.purpose.kind === 'ownDevice';

  useEffect(() => {
    Promise.all([readSetting(device.db, 'personName'), readSetting(device.db, 'deviceName')]).then(
      ([person, name]) => {
        if (person !== '') setMemberName((typed) => typed || person);
        if (name !== '') setDeviceName(name);
      },
      device.reportFailure,
    );
  }, [device]);

  const problems = {
    member: isOwnDevice ? undefined : nameProblem(memberName),
    device: nameProblem(deviceName),
  };

  const join = async (): Promise<void> => {
    setAttempt({ kind: 'joining' });
    const names = { memberName: isOwnDevice ? '' : cleanLine(memberName), deviceName: cleanLine(deviceName) };
    await writeSetting(device.db, 'deviceName', names.deviceName);
    if (!isOwnDevice) await writeSetting(device.db, 'personName', names.memberName);
    const identity = await sync.identity();
    const before = (await identity.membership())?.grants ?? [];
    const result: RedeemResult = await identity.redeem(text, names);
    if (result.kind !== 'joined') {
      setAttempt(result);
      return;
    }
    if (isOwnDevice) await writeSetting(device.db, 'personName', result.member.name);
    const to = joinedTo(before, result.grants);
    if (to.kind === 'partnership') await writeSetting(device.db, 'partnershipId', to.partnershipId);
    onJoined(to);
  };

  return (
    <Card title={titleOf(invitation)}>
      <About invitation={invitation} now={device.now()} />
      <Form
        onSubmit={() => {
          setChecked(true);
          if (problems.member !== undefined || problems.device !== undefined) return;
          join().catch((cause: unknown) => {
            device.reportFailure(cause);
            setAttempt({ kind: 'waiting', reason: 'deviceStorage' });
          });
        }}
      >
        {!isOwnDevice && (
          <TextField
            label={texts.yourName}
            hint={texts.yourNameHint}
            value={memberName}
            onChange={setMemberName}
            error={isChecked ? problems.member : undefined}
            autocomplete="name"
            maxLength={MAX_NAME + 1}
          />
        )}
        <TextField
          label={texts.deviceName}
          hint={texts.deviceNameHint}
          value={deviceName}
          onChange={setDeviceName}
          error={isChecked ? problems.device : undefined}
          maxLength={MAX_NAME + 1}
        />
        <Outcome attempt={attempt} />
        <FormActions>
          <Button variant="primary" type="submit" busy={attempt.kind === 'joining'}>
            {attempt.kind === 'joining' ? texts.joining : texts.join}
          </Button>
          <Button onClick={onOtherCode}>{texts.changeCode}</Button>
        </FormActions>
      </Form>
    </Card>
  );
}

function titleOf(invitation: InvitationFormProps['invitation']): string {
  const texts = t().identity;
  if (invitation.kind !== 'signed' || invitation.invitation.title === '') return texts.invitedTo;
  return texts.invitedToTitle(invitation.invitation.title);
}

function About({
  invitation,
  now,
}: {
  readonly invitation: InvitationFormProps['invitation'];
  readonly now: number;
}) {
  const texts = t().identity;
  switch (invitation.kind) {
    case 'first':
      return <p>{texts.invitedFirst}</p>;
    case 'code':
      return <p>{texts.invitedByCode}</p>;
    case 'signed':
      return (
        <>
          <p>
            {purposeWords(invitation.invitation)}{' '}
            {texts.validUntil(formatDateTime(invitation.invitation.expiresAt))}.
          </p>
          {invitation.invitation.expiresAt < now && <Banner tone="amber">{texts.looksExpired}</Banner>}
        </>
      );
  }
}

function purposeWords({ purpose }: Invitation): string {
  const texts = t().identity;
  switch (purpose.kind) {
    case 'ownDevice':
      return texts.invitedDevice;
    case 'role':
      return texts.invitedAs(texts.roles[purpose.role]);
  }
}

function Outcome({ attempt }: { readonly attempt: Attempt }) {
  const texts = t().sending;
  switch (attempt.kind) {
    case 'none':
    case 'joining':
      return null;
    case 'waiting':
      return (
        <Banner tone="amber" icon="clock">
          {texts.exchange[attempt.reason]} {t().identity.joinWaits}
        </Banner>
      );
    case 'refused':
      return <Banner tone="brick">{refusalWords(attempt.reason)}</Banner>;
    case 'unreadable':
      return <Banner tone="brick">{texts.invitation[attempt.reason]}</Banner>;
  }
}
