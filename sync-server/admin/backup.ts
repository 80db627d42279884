// Backup: a copy of the whole store in one file, made beside a running server, checked before it gets its name.

import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE_FILE } from '../stores/dataFolder.ts';
import { openSqliteReader } from '../stores/sqliteDatabase.ts';
import { type AdminOutcome, refusal } from './outcome.ts';
import { copyStore, placeNew } from './storeCopy.ts';
import type { Verification } from './verify.ts';
import { verifyStore } from './verifySqlite.ts';

/**
 * Backs up the data folder into `file`. A copy with faults never takes that name: it is kept beside it as `<file>.faulty`,
 * since it may be all there is. Throws StoreError or the system's error.
 */
export function backUp(dataFolder: string, file: string): AdminOutcome {
  const partial = `${file}.partial`;
  const faulty = `${file}.faulty`;
  if (existsSync(file)) return refusal(`${file} exists already; a backup overwrites nothing.`);
  if (existsSync(faulty)) return refusal(`${faulty} of an earlier backup is there; move it away first.`);
  if (existsSync(partial))
    return refusal(
      `${partial} is there: a backup to ${file} is under way, or was interrupted; then remove it.`,
    );
  const database = join(dataFolder, DATABASE_FILE);
  if (!existsSync(database))
    return refusal(`There is no data in ${dataFolder}; is WSPOLNIE_DATA set as for the server?`);
  const source = openSqliteReader(database);
  try {
    copyStore(source, partial);
  } finally {
    source.close();
  }
  const { documents, rows, faults } = verified(partial);
  if (faults.length > 0) {
    renameSync(partial, faulty);
    return { kind: 'faults', faults, message: `The store has faults. Its copy is kept as ${faulty}.` };
  }
  placeNew(partial, file);
  return {
    kind: 'done',
    lines: [`${file}: ${documents} documents, ${rows} updates above their snapshots, checked.`],
  };
}

function verified(file: string): Verification {
  try {
    const copy = openSqliteReader(file);
    try {
      return verifyStore(copy);
    } finally {
      copy.close();
    }
  } catch (cause) {
    rmSync(file, { force: true });
    throw cause;
  }
}
