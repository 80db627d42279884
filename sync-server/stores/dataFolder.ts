// The server's data folder: which files lie in it, and the lock that keeps a second server and a restore out of it.

import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { translated } from './sqliteErrors.ts';
import { StoreError } from './storeError.ts';

/** A server that is just ending holds its folder for a moment. */
const LOCK_TIMEOUT_MS = 500;

export const DATABASE_FILE = 'wspolnie.sqlite';
/** Lies there while a restore exchanges the files: a server that starts in between would begin an empty store. */
export const RESTORE_MARK = 'restore-unfinished';

export interface FolderLock {
  readonly release: () => void;
}

/** Makes the folder where it is missing and locks it; the system drops the lock with the process. Throws StoreError. */
export function lockFolder(folder: string): FolderLock {
  try {
    // Lists of people: nobody else on the machine reads them.
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new StoreError('unwritable', `cannot make the data folder ${folder}`, cause);
  }
  return translated(`cannot use the data folder ${folder}; is another server using it?`, () => {
    const lock = new DatabaseSync(join(folder, 'lock.sqlite'), { timeout: LOCK_TIMEOUT_MS });
    try {
      lock.exec('PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE');
    } catch (cause) {
      lock.close();
      throw cause;
    }
    return { release: () => lock.close() };
  });
}

/** Throws StoreError when a restore was interrupted in this folder. */
export function refuseUnfinishedRestore(folder: string): void {
  if (!existsSync(join(folder, RESTORE_MARK))) return;
  throw new StoreError('unfinished', `a restore into ${folder} was interrupted; run it again`);
}
