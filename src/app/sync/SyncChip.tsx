// The sync chip in the header: in one line, whether anything of mine is still only here. It leads to the page that says
// it in full.

import { hrefOf } from '../../domain/places.ts';
import { Chip, type ChipProps } from '../../ui/display/Chip.tsx';
import { t } from '../../ui/i18n/firstTexts.ts';
import type { ChipState } from './chipState.ts';
import styles from './SyncChip.module.css';

type Look = Pick<ChipProps, 'tone' | 'icon'> & {
  readonly text: string;
  /** For a phone, where the long one does not fit in a line. */
  readonly short: string;
};

export function SyncChip({ state }: { readonly state: ChipState }) {
  const { text, short, ...look } = lookOf(state);
  return (
    <Chip {...look} href={hrefOf({ kind: 'sync' })}>
      <span class={styles['long']}>{text}</span>
      <span class={styles['short']}>{short}</span>
    </Chip>
  );
}

function lookOf(state: ChipState): Look {
  const texts = t().sync;
  switch (state.kind) {
    case 'example':
      return { tone: 'sky', icon: 'eye', text: texts.chipExample, short: texts.chipExampleShort };
    case 'refused':
      return {
        tone: 'brick',
        icon: 'warning',
        text: texts.refused,
        short: texts.refusedShort,
      };
    case 'waiting':
      return {
        tone: 'amber',
        icon: 'send',
        text: texts.waiting(state.count),
        short: texts.waitingShort(state.count),
      };
    case 'waitingOffline':
      return {
        tone: 'amber',
        icon: 'send',
        text: texts.offlineWaiting(state.count),
        short: texts.waitingShort(state.count),
      };
    case 'waitingFailed':
      return {
        tone: 'amber',
        icon: 'warning',
        text: texts.failedWaiting(state.count),
        short: texts.waitingShort(state.count),
      };
    case 'sending':
      return {
        tone: 'amber',
        icon: 'send',
        text: texts.sending(state.count),
        short: texts.sendingShort(state.count),
      };
    case 'onlyHere':
      return { tone: 'neutral', icon: 'device', text: texts.onlyHere, short: texts.onlyHereShort };
    case 'safe':
      return { tone: 'forest', icon: 'doubleCheck', text: texts.allSafe, short: texts.allSafeShort };
    case 'safeOffline':
      return { tone: 'neutral', icon: 'cloudOff', text: texts.offline, short: texts.offlineShort };
  }
}
