// The same visit for the peers: its commands run on plain Yjs documents, and the same records as JSON.

import * as Y from 'yjs';
import { ROOTS } from '../../../src/documents/roots.ts';
import { isRawRecord, type RawRecord } from '../../../src/schema/decode.ts';
import { parseDocumentName, type DocumentName } from '../../../src/schema/documentName.ts';
import type { DocumentChange } from '../../../src/storage/ledger.ts';
import type { Visit } from './content.ts';

export interface WrittenDocument {
  readonly name: DocumentName;
  /** Yjs v1 update: what device and server have before the visit. */
  readonly before: Uint8Array;
  /** Of the visit, as they were made. */
  readonly updates: readonly Uint8Array[];
}

export function writtenDocuments(visit: Visit): readonly WrittenDocument[] {
  return [visit.partnership, visit.register].map((name) => {
    const doc = new Y.Doc();
    const run = (changes: readonly DocumentChange[]): void => {
      for (const change of changes) if (change.name === name) change.run(doc);
    };
    run(visit.before);
    const before = Y.encodeStateAsUpdate(doc);
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    for (const step of visit.steps) run(step);
    return { name, before, updates };
  });
}

/** A record of a document as the fields of a JSON object. */
export interface JsonRecord {
  readonly id: string;
  readonly fields: RawRecord;
}

/** Every record of a document: a text as a string, strokes as base64. */
export function jsonRecords(name: DocumentName, doc: Y.Doc): readonly JsonRecord[] {
  const kind = parseDocumentName(name)?.kind;
  if (kind === undefined) throw new Error(`no document: ${name}`);
  return ROOTS[kind].flatMap((root) => {
    const records = Object.entries(doc.getMap(root).toJSON());
    const areNested = records.every(([, value]) => isRawRecord(value));
    return areNested
      ? records.map(([key, value]) => ({ id: `${root}:${key}`, fields: fieldsOf(value) }))
      : [{ id: `${root}:${name}`, fields: fieldsOf(Object.fromEntries(records)) }];
  });
}

function fieldsOf(value: unknown): RawRecord {
  const json = JSON.stringify(value, (_key, each: unknown) =>
    each instanceof Uint8Array ? Buffer.from(each).toString('base64') : each,
  );
  const parsed: unknown = JSON.parse(json);
  if (!isRawRecord(parsed)) throw new Error(`no record: ${json}`);
  return parsed;
}
