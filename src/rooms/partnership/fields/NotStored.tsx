// Told at the place where something could not be stored: the input is still there, and what can be done.

import { StorageFailure } from '../../../storage/storageFailure.ts';
import { Banner } from '../../../ui/feedback/Banner.tsx';
import { t } from '../../../ui/i18n/catalogue.ts';
import type { Saving } from '../../../ui/useSaving.ts';

export function NotStored({ state }: { readonly state: Saving }) {
  if (state.kind !== 'failed') return null;
  const isFull = state.cause instanceof StorageFailure && state.cause.reason === 'full';
  return (
    <Banner tone="brick" title={t().partnership.notStored}>
      {isFull ? t().partnership.notStoredFull : t().partnership.notStoredText}
    </Banner>
  );
}
