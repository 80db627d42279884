// The one failure of this boundary: the exchange with the server could not be had, or what it brought could not be kept.
// What the server decides about a person's work (a refusal) is a value, not this.

import { StorageFailure } from '../storage/storageFailure.ts';
import type { RefusalReason } from '../schema/refusal.ts';
import { SESSION_REFUSALS } from '../schema/session.ts';

export const SYNC_FAILURE_REASONS = [
  'unreachable', // no connection, or one that was cut in the middle
  'timeout', // connected, and no answer in the time that an answer of this size may take
  'notTheServer', // something else answered: a hotspot's sign-in page, a proxy's error page, a server of another version
  'serverFailed', // the server, or the proxy before it, answered that it cannot now
  'insecure', // the page was not opened over https, and the browser gives it no keys
  'deviceStorage', // this device could not store what came; the same will come again
  'unexpected', // a fault of ours; the details are with the failure reporter
  ...SESSION_REFUSALS, // the server's own word about the request as a whole
] as const;
export type SyncFailureReason = (typeof SYNC_FAILURE_REASONS)[number];

export class SyncFailure extends Error {
  override readonly name = 'SyncFailure';
  readonly reason: SyncFailureReason;

  constructor(reason: SyncFailureReason, cause?: unknown) {
    super(`the exchange failed: ${reason}`, { cause });
    this.reason = reason;
  }
}

/** Names whatever was thrown while exchanging. */
export function syncFailure(cause: unknown): SyncFailure {
  if (cause instanceof SyncFailure) return cause;
  return new SyncFailure(cause instanceof StorageFailure ? 'deviceStorage' : 'unexpected', cause);
}

/** The failure that a passing refusal of a document amounts to. */
export function failureOfPassing(reason: RefusalReason): SyncFailureReason {
  return reason === 'storageFailed' ? 'storageFailed' : 'serverFailed';
}

/** True for what says no more than "no connection now": shown as offline, not as a failure. */
export function isNoConnection(reason: SyncFailureReason): boolean {
  return reason === 'unreachable' || reason === 'timeout';
}

/** True when trying again changes nothing until somebody does something: such attempts are made rarely. */
export function isLasting(reason: SyncFailureReason): boolean {
  switch (reason) {
    case 'revoked':
    case 'unknownDevice':
    case 'appTooOld':
    case 'serverTooOld':
    case 'wrongOrigin':
    case 'insecure':
    case 'notAllowed':
      return true;
    case 'unreachable':
    case 'timeout':
    case 'notTheServer':
    case 'serverFailed':
    case 'deviceStorage':
    case 'unexpected':
    case 'malformed':
    case 'unauthorised':
    case 'challengeOver':
    case 'unknown':
    case 'expired':
    case 'usedUp':
    case 'deviceTaken':
    case 'oneself':
    case 'lastLibrarian':
    case 'moved':
    case 'epochOver':
    case 'tooOften':
    case 'tooLarge':
    case 'storageFailed':
      return false;
  }
}
