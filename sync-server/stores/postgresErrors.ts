// Turns what PostgreSQL and the line to it throw into StoreError, with the reason that the operator can act on.

import { DatabaseError } from 'pg';
import { StoreError, type StoreFailure } from './storeError.ts';

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
const FAILURES: Readonly<Record<string, StoreFailure>> = {
  '25006': 'unwritable',
  '42501': 'unwritable',
  '53100': 'full',
  XX001: 'corrupt',
  XX002: 'corrupt',
  // Shutting down, crashed, starting.
  '57P01': 'unreachable',
  '57P02': 'unreachable',
  '57P03': 'unreachable',
};

/** Wrong statements and values, broken constraints: our own mistakes. */
const BUGS = /^(22|23|42)/;

/** What a call of the driver threw. A bug of our own stays what it is. */
export function postgresError(cause: unknown): unknown {
  if (!(cause instanceof Error) || cause instanceof StoreError) return cause;
  if (!(cause instanceof DatabaseError))
    return new StoreError('unreachable', `PostgreSQL does not answer: ${cause.message}`, cause);
  const { code = '' } = cause;
  const reason = FAILURES[code];
  if (reason === undefined && BUGS.test(code)) return cause;
  return new StoreError(reason ?? 'failed', `PostgreSQL refused: ${cause.message}`, cause);
}
