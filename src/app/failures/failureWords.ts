// What a person is told of a failure: what happened to their work and what to do, never the raw error.

import { StorageFailure } from '../../storage/storageFailure.ts';
import { t } from '../../ui/i18n/firstTexts.ts';

export function failureWords(failure: unknown): string {
  const texts = t().problems;
  if (failure instanceof StorageFailure) return texts.storage[failure.reason];
  return texts.unexpected;
}
