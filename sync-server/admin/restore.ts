// Restore: puts a backup in place of a stopped server's data. What was there is kept in a folder beside it, and the
// incarnation is new, so that every device sends again what the backup does not hold [G2].

import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DATABASE_FILE, lockFolder, RESTORE_MARK } from '../stores/dataFolder.ts';
import { newIncarnation } from '../stores/incarnation.ts';
import { openSqliteReader } from '../stores/sqliteDatabase.ts';
import { translated } from '../stores/sqliteErrors.ts';
import { StoreError } from '../stores/storeError.ts';
import { type AdminOutcome, refusal } from './outcome.ts';
import { copyStore, flush } from './storeCopy.ts';
import type { Verification } from './verify.ts';
import { verifyStore } from './verifySqlite.ts';

export interface RestoreRequest {
  readonly dataFolder: string;
  readonly file: string;
  /** Takes a backup in which faults are found: better than nothing when it is all there is. */
  readonly acceptFaults: boolean;
  readonly now: Date;
}

/** Throws StoreError or the system's error. */
export function restore(request: RestoreRequest): AdminOutcome {
  const { dataFolder, file } = request;
  if (!existsSync(file)) return refusal(`There is no file ${file}.`);
  try {
    const lock = lockFolder(dataFolder);
    try {
      return restoreLocked(request);
    } finally {
      lock.release();
    }
  } catch (cause) {
    if (cause instanceof StoreError && cause.reason === 'inUse')
      return refusal(`A server is running on ${dataFolder}; stop it first.`);
    throw cause;
  }
}

function restoreLocked({ dataFolder, file, acceptFaults, now }: RestoreRequest): AdminOutcome {
  const incoming = join(dataFolder, 'incoming.sqlite');
  rmSync(incoming, { force: true });
  const { documents, rows, faults } = takeIn(file, incoming);
  if (faults.length > 0 && !acceptFaults) {
    rmSync(incoming);
    const message = `Nothing was restored: ${file} has faults. With --accept-faults it is restored all the same.`;
    return { kind: 'faults', faults, message };
  }
  renewIncarnation(incoming);
  flush(incoming);
  const former = exchangeFiles(dataFolder, incoming, now);
  const kept = former === undefined ? [] : [`The former data is kept in ${former}.`];
  const lines = [`Restored ${documents} documents and ${rows} updates above their snapshots.`, ...kept];
  return { kind: 'done', lines: [...lines, ...faults.map((fault) => `Fault: ${fault}`)] };
}

/** Copies the backup next to the data, so that it is the copy that is checked and used. */
function takeIn(file: string, incoming: string): Verification {
  const backup = openSqliteReader(file);
  try {
    copyStore(backup, incoming);
  } finally {
    backup.close();
  }
  const copy = openSqliteReader(incoming);
  try {
    return verifyStore(copy);
  } finally {
    copy.close();
  }
}

/** Receipts of the server that was name rows that the backup may not hold. */
function renewIncarnation(file: string): void {
  translated(`cannot write ${file}`, () => {
    const database = new DatabaseSync(file);
    try {
      database
        .prepare(
          "INSERT INTO meta VALUES ('incarnation', ?) ON CONFLICT DO UPDATE SET value = excluded.value",
        )
        .run(newIncarnation());
    } finally {
      database.close();
    }
  });
}

/** Returns the folder of the former data. Interrupted at any point, the mark keeps a server from starting on half of it. */
function exchangeFiles(dataFolder: string, incoming: string, now: Date): string | undefined {
  const mark = join(dataFolder, RESTORE_MARK);
  writeFileSync(mark, '');
  flush(dataFolder);
  const present = readdirSync(dataFolder).filter((name) => name.startsWith(DATABASE_FILE));
  const former = present.length === 0 ? undefined : newFolder(dataFolder, now);
  for (const name of former === undefined ? [] : present) {
    renameSync(join(dataFolder, name), join(former ?? dataFolder, name));
  }
  if (former !== undefined) flush(former);
  renameSync(incoming, join(dataFolder, DATABASE_FILE));
  flush(dataFolder);
  rmSync(mark);
  flush(dataFolder);
  return former;
}

/** Named after the moment; colons are no part of a name everywhere. */
function newFolder(dataFolder: string, now: Date): string {
  const name = `former-${now.toISOString().slice(0, 19).replaceAll(':', '-')}Z`;
  for (let attempt = 1; ; attempt += 1) {
    const folder = join(dataFolder, attempt === 1 ? name : `${name}-${attempt}`);
    if (existsSync(folder)) continue;
    mkdirSync(folder, { mode: 0o700 });
    return folder;
  }
}
