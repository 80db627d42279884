// The one error of the storage boundary: what a disk or database can do to us. Expected answers are returned values instead.

export type StoreFailure =
  | 'full' // no space left
  | 'unwritable' // read-only, or no right to the folder
  | 'corrupt' // not a database of ours, or damaged
  | 'inUse' // another server holds the folder
  | 'newer' // written by a newer server
  | 'unreachable' // the database server does not answer
  | 'unfinished' // a restore was interrupted
  | 'failed'; // anything else; the cause says what

export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly reason: StoreFailure;

  constructor(reason: StoreFailure, message: string, cause?: unknown) {
    super(message, { cause });
    this.reason = reason;
  }
}
