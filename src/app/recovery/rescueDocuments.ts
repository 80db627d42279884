// Saves what can still be read when the ledger's database does not open: each document has a database of its own.

import { decodeDocumentName } from '../../schema/documentName.ts';
import { type BackupDocument, encodeBackup } from '../../storage/backup.ts';
import { DOCUMENT_DATABASES } from '../../storage/databaseNames.ts';
import { readStored, yIndexedDbStore } from '../../storage/documentStore.ts';

export interface Rescued {
  readonly documents: number;
  /** A backup file; it can be brought in on any device. */
  readonly file: Uint8Array;
}

/** Documents that cannot be read are left out; with none at all the file is of no use. */
export async function rescueDocuments(at: number): Promise<Rescued> {
  const store = yIndexedDbStore(DOCUMENT_DATABASES);
  const documents: BackupDocument[] = [];
  for (const { name: database } of await indexedDB.databases()) {
    if (!database?.startsWith(DOCUMENT_DATABASES)) continue;
    const name = decodeDocumentName(database.slice(DOCUMENT_DATABASES.length));
    if (name === undefined) continue;
    try {
      documents.push({ name, update: await readStored(store, name) });
    } catch {
      // This one is lost to us here; the others are not.
    }
  }
  return { documents: documents.length, file: encodeBackup(documents, at) };
}
