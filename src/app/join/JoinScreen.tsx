// Joining by a link, a QR code or a typed code: what it is an invitation to, who joins, and what became of it. Without a
// connection the invitation is kept on the device and redeemed as soon as there is one.

import { useEffect, useState } from 'preact/hooks';
import type { ParsedInvitation } from '../../schema/invitation.ts';
import { parseInvitation } from '../../schema/invitation.ts';
import { t } from '../../ui/i18n/settingTexts.ts';
import { Page } from '../../ui/layout/Page.tsx';
import { useStore } from '../../ui/useStore.ts';
import type { OwnScreenProps } from '../appParts.ts';
import { CodeForm } from './CodeForm.tsx';
import { InvitationForm } from './InvitationForm.tsx';
import { Joined } from './Joined.tsx';
import { PendingJoins } from './PendingJoins.tsx';
import type { JoinedTo } from './joinedTo.ts';

type Readable = Exclude<ParsedInvitation, { readonly kind: 'unreadable' }>;

type Step =
  | { readonly kind: 'code' }
  | { readonly kind: 'names'; readonly text: string; readonly invitation: Readable }
  | { readonly kind: 'joined'; readonly to: JoinedTo };

export function JoinScreen({ parts }: OwnScreenProps) {
  const linked = useStore(parts.router.route, (route) => route.invitation);
  const [step, setStep] = useState<Step>(() => stepOf(linked));
  useEffect(() => {
    if (linked !== undefined) setStep(stepOf(linked));
  }, [linked]);
  const texts = t().identity;
  return (
    <Page title={texts.joinTitle} subtitle={texts.joinSubtitle} width="text">
      {step.kind === 'code' && (
        <CodeForm
          initial={linked ?? ''}
          onRead={(text, invitation) => setStep({ kind: 'names', text, invitation })}
        />
      )}
      {step.kind === 'names' && (
        <InvitationForm
          parts={parts}
          text={step.text}
          invitation={step.invitation}
          onOtherCode={() => setStep({ kind: 'code' })}
          onJoined={(to) => setStep({ kind: 'joined', to })}
        />
      )}
      {step.kind === 'joined' && <Joined parts={parts} to={step.to} />}
      {step.kind !== 'joined' && <PendingJoins parts={parts} />}
    </Page>
  );
}

/** A link that cannot be read opens the form with it, where the reason is told. */
function stepOf(linked: string | undefined): Step {
  if (linked === undefined) return { kind: 'code' };
  const invitation = parseInvitation(linked);
  return invitation.kind === 'unreadable' ? { kind: 'code' } : { kind: 'names', text: linked, invitation };
}
