// The one failure of this boundary: the device could not keep something. What was entered stays in memory meanwhile.

export type StorageFailureReason =
  /** The disk or the browser's quota is full. */
  | 'full'
  /** The database connection went away and could not be opened again. */
  | 'closed'
  /** Another tab holds an older version of the database open. */
  | 'blocked'
  /** The database cannot be opened at all: private mode, corruption, a version from a newer app. */
  | 'unavailable'
  /** The document asks for a newer app: it may be read here and not written. */
  | 'newerApp'
  | 'unknown';

export class StorageFailure extends Error {
  override readonly name = 'StorageFailure';
  readonly reason: StorageFailureReason;

  constructor(reason: StorageFailureReason, cause: unknown) {
    super(`the device could not store: ${reason}`, { cause });
    this.reason = reason;
  }
}

const REASONS: Readonly<Record<string, StorageFailureReason>> = {
  QuotaExceededError: 'full',
  DatabaseClosedError: 'closed',
  InvalidStateError: 'closed',
  BlockedError: 'blocked',
  OpenFailedError: 'unavailable',
  VersionError: 'unavailable',
  MissingAPIError: 'unavailable',
  NotFoundError: 'unavailable',
  UnknownError: 'unavailable',
};

/** Names what went wrong, looking through Dexie's wrapping of the browser's own error. */
export function storageFailure(cause: unknown): StorageFailure {
  if (cause instanceof StorageFailure) return cause;
  for (
    let error: unknown = cause;
    error instanceof Error || error instanceof DOMException;
    error = innerError(error)
  ) {
    const reason = REASONS[error.name];
    // An abort or an open failure says little; the cause inside it says more.
    if (reason !== undefined && !(reason === 'unavailable' && innerError(error) !== undefined)) {
      return new StorageFailure(reason, cause);
    }
  }
  return new StorageFailure(cause instanceof Error ? (REASONS[cause.name] ?? 'unknown') : 'unknown', cause);
}

function innerError(error: Error | DOMException): unknown {
  if ('inner' in error && error.inner !== error) return error.inner;
  return 'cause' in error && error.cause !== error ? error.cause : undefined;
}
