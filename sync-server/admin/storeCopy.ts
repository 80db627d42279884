// Copies of a store: consistent, on the disk when the call returns, readable by nobody else, and put in their place whole.

import { closeSync, constants, copyFileSync, fsyncSync, linkSync, openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { SqliteDatabase } from '../stores/sqliteDatabase.ts';

/**
 * Writes the state of one moment into `file`, which must not exist. A server that runs goes on writing meanwhile. Pages that
 * hold deleted content are left out. Throws StoreError, or the system's error when the file cannot be made.
 */
export function copyStore(source: SqliteDatabase, file: string): void {
  // Lists of people: nobody else on the machine reads them.
  closeSync(openSync(file, 'wx', 0o600));
  try {
    source.reading(() => source.statement('VACUUM INTO ?').run(file));
    flush(file);
  } catch (cause) {
    rmSync(file, { force: true });
    throw cause;
  }
}

/** Gives a finished file its name, unless something of that name is there by now: then throws the system's EEXIST. */
export function placeNew(file: string, name: string): void {
  try {
    linkSync(file, name);
  } catch (cause) {
    if (!isWithoutLinks(cause)) throw cause;
    // A memory stick.
    copyFileSync(file, name, constants.COPYFILE_EXCL);
    flush(name);
  }
  rmSync(file);
  flush(dirname(name));
}

/** Has the system write a file, or the names in a folder, to the disk. */
export function flush(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function isWithoutLinks(cause: unknown): boolean {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return code === 'EPERM' || code === 'ENOTSUP' || code === 'EOPNOTSUPP' || code === 'ENOSYS';
}
