// Tells the person of each failure that reached the reporter, once for the same words in a while.

import { showToast } from '../../ui/feedback/toasts.ts';
import type { FailureLog } from './failureLog.ts';
import { failureWords } from './failureWords.ts';

/** The same words again within this time say nothing new. */
const QUIET_MS = 15_000;

/** Returns how to stop. */
export function announceFailures(log: FailureLog): () => void {
  const told = new Map<string, number>();
  return log.entries.subscribe((entries) => {
    const last = entries.at(-1);
    if (last === undefined) return;
    const text = failureWords(last.failure);
    if (last.at - (told.get(text) ?? Number.NEGATIVE_INFINITY) < QUIET_MS) return;
    told.set(text, last.at);
    showToast({ text, tone: 'problem' });
  });
}
