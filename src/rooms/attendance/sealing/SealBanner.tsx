// What a closed list says of itself: when, by whom, its fingerprint, whether it was corrected, or whether something arrived
// after it was sealed.

import type { ComponentChildren } from 'preact';
import { type Seal, type SealState, spellFingerprint } from '../../../domain/seal.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Banner } from '../../../ui/feedback/Banner.tsx';
import { t } from '../../../ui/i18n/attendanceTexts.ts';
import { formatDateTime } from '../../../ui/i18n/format.ts';
import styles from './Sealing.module.css';

export interface SealBannerProps {
  readonly state: SealState;
  readonly isCorrecting: boolean;
  readonly isBusy: boolean;
  readonly onCorrect: () => void;
  readonly onSealAgain: () => void;
}

export function SealBanner({ state, isCorrecting, isBusy, onCorrect, onSealAgain }: SealBannerProps) {
  const words = t().attendance.seal;
  const correct = !isCorrecting && (
    <Button size="small" icon="pen" onClick={onCorrect}>
      {words.correct}
    </Button>
  );
  switch (state.kind) {
    case 'unsealed':
      return (
        <Banner
          tone="amber"
          title={words.unsealed}
          action={
            <Button size="small" icon="lock" busy={isBusy} onClick={onSealAgain}>
              {words.sealAgain}
            </Button>
          }
        >
          {words.unsealedText}
        </Banner>
      );
    case 'sealed':
      return (
        <Banner tone="forest" icon="lock" title={words.closed} action={correct}>
          <SealFacts seal={state.seal} />
        </Banner>
      );
    case 'corrected':
      return (
        <Banner tone="info" icon="lock" title={words.corrected} action={correct}>
          <SealFacts seal={state.seal}>
            {state.seal.reason !== '' && <p>{words.correctedFor(state.seal.reason)}</p>}
            <p class={styles['soft']}>
              {words.firstClosed(formatDateTime(state.first.at), state.first.by)}{' '}
              <span class={styles['fingerprint']}>{spellFingerprint(state.first.fingerprint)}</span>
            </p>
          </SealFacts>
        </Banner>
      );
    case 'changed':
      return (
        <Banner
          tone="amber"
          title={words.changed}
          action={
            <>
              <Button size="small" icon="lock" busy={isBusy} onClick={onSealAgain}>
                {words.sealAgain}
              </Button>
              {correct}
            </>
          }
        >
          <p>{words.changedText}</p>
          <SealFacts seal={state.seal} />
          <p>
            {words.now} <span class={styles['fingerprint']}>{spellFingerprint(state.current)}</span>
          </p>
        </Banner>
      );
  }
}

function SealFacts({ seal, children }: { readonly seal: Seal; readonly children?: ComponentChildren }) {
  const words = t().attendance.seal;
  return (
    <div class={styles['facts']}>
      <p>
        {seal.kind === 'closing'
          ? words.closedBy(formatDateTime(seal.at), seal.by)
          : words.correctedBy(formatDateTime(seal.at), seal.by)}
        {' · '}
        {words.sums(seal.present, seal.signed)}
      </p>
      <p>
        {words.fingerprint} <span class={styles['fingerprint']}>{spellFingerprint(seal.fingerprint)}</span>
      </p>
      {children}
    </div>
  );
}
