// Turns what SQLite and the file system throw into StoreError, with the reason that the operator can act on.

import { StoreError, type StoreFailure } from './storeError.ts';

/** https://sqlite.org/rescode.html */
const FAILURES: Readonly<Record<number, StoreFailure>> = {
  5: 'inUse',
  8: 'unwritable',
  11: 'corrupt',
  13: 'full',
  14: 'unwritable',
  26: 'corrupt',
};

/** SQLite's errors as ours; a bug of our own stays what it is. */
export function storeError(message: string, cause: unknown): unknown {
  if (!(cause instanceof Error) || !('errcode' in cause) || typeof cause.errcode !== 'number') return cause;
  // The low byte is the primary code.
  const reason = FAILURES[cause.errcode & 0xff] ?? 'failed';
  return new StoreError(reason, `${message}: ${cause.message}`, cause);
}

/** Runs `work`; throws StoreError for what SQLite throws. */
export function translated<Result>(message: string, work: () => Result): Result {
  try {
    return work();
  } catch (cause) {
    throw storeError(message, cause);
  }
}
