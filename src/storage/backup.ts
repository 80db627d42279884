// A file with everything of this device: written when the database fails, or by hand, and brought in again on any device.
// Documents merge, so bringing the same file in twice changes nothing.

import { fromBase64, toBase64 } from 'lib0/buffer';
import * as Y from 'yjs';
import { isRawRecord } from '../schema/decode.ts';
import { type DocumentName, decodeDocumentName } from '../schema/documentName.ts';

const FORMAT = 'wspolnie-backup';
const VERSION = 1;

export interface BackupDocument {
  readonly name: DocumentName;
  /** Yjs v2 update with the whole state. */
  readonly update: Uint8Array;
}

export function encodeBackup(documents: readonly BackupDocument[], at: number): Uint8Array {
  const body = {
    format: FORMAT,
    version: VERSION,
    at,
    documents: documents.map(({ name, update }) => ({ name, update: toBase64(update) })),
  };
  return new TextEncoder().encode(JSON.stringify(body));
}

export type DecodedBackup =
  | { readonly kind: 'backup'; readonly documents: readonly BackupDocument[] }
  | { readonly kind: 'refused'; readonly reason: 'notABackup' | 'newerVersion' };

/** Reads a backup file; each document in it is checked to be decodable before any is taken. */
export function decodeBackup(bytes: Uint8Array): DecodedBackup {
  const raw = parse(bytes);
  if (!isRawRecord(raw) || raw['format'] !== FORMAT || !Array.isArray(raw['documents'])) {
    return { kind: 'refused', reason: 'notABackup' };
  }
  if (raw['version'] !== VERSION) return { kind: 'refused', reason: 'newerVersion' };
  const documents: BackupDocument[] = [];
  for (const each of raw['documents'] as readonly unknown[]) {
    const name = isRawRecord(each) ? decodeDocumentName(each['name']) : undefined;
    const update = isRawRecord(each) ? decodeUpdate(each['update']) : undefined;
    if (name === undefined || update === undefined) return { kind: 'refused', reason: 'notABackup' };
    documents.push({ name, update });
  }
  return { kind: 'backup', documents };
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

function decodeUpdate(raw: unknown): Uint8Array | undefined {
  if (typeof raw !== 'string') return undefined;
  try {
    const update = fromBase64(raw);
    Y.decodeUpdateV2(update);
    return update;
  } catch {
    return undefined;
  }
}
