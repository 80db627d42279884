// Told at the place where something could not be stored: the input is still there, and what can be done.

import { t } from '../i18n/firstTexts.ts';
import type { Saving } from '../useSaving.ts';
import { Banner } from './Banner.tsx';

export function NotStored({ state }: { readonly state: Saving }) {
  if (state.kind !== 'failed') return null;
  const { title, text, full } = t().common.notStored;
  return (
    <Banner tone="brick" title={title}>
      {isFull(state.cause) ? full : text}
    </Banner>
  );
}

/** Only a full disk asks for another advice than trying again; the boundary that failed names its reason so. */
function isFull(cause: unknown): boolean {
  return cause instanceof Error && 'reason' in cause && cause.reason === 'full';
}
