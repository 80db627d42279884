// The root maps of each kind of document, and reading and writing of the records in them.
// A record is either a Y.Map under its id (each field the last writer's) or one plain value under its key (the whole
// record the last writer's); flat roots hold their fields directly.

import * as Y from 'yjs';
import type { DocumentKind } from '../domain/access.ts';
import { ROW_ROOTS } from '../domain/plan/planRow.ts';
import type { TextReplacement } from '../domain/textDelta.ts';
import { isRawRecord, type RawRecord } from '../schema/decode.ts';

/** Origin of transactions made by a named command on this device. */
export const LOCAL_ORIGIN = 'local';

/** Root maps by kind, in the order in which their records are projected. */
export const ROOTS = {
  programme: ['meta', 'round'],
  partnership: [
    'meta',
    'profile',
    'library',
    'branches',
    'organisations',
    'meetings',
    'decisions',
    // The plan: its rows, then what is said of them. Formatted texts are fragments beside the maps, see planTexts.
    ...ROW_ROOTS,
    'votes',
    'matches',
    'sectionMarks',
    'textEdits',
    'comments',
    'suggestions',
    'planVersions',
    'acceptances',
    'authors',
    'overruled',
    'settled',
  ],
  register: [
    'meta',
    'persons',
    'contacts',
    'representations',
    'invitations',
    'attendance',
    'signatures',
    'seals',
  ],
  support: ['meta'],
  mediation: ['meta'],
} as const satisfies Record<DocumentKind, readonly string[]>;

export type RootName = (typeof ROOTS)[DocumentKind][number];

/** A value that a field can hold. */
export type FieldValue = string | number | boolean | null | Uint8Array;

export type RecordMap = Y.Map<unknown>;

export function rootMap(doc: Y.Doc, root: RootName): RecordMap {
  return doc.getMap(root);
}

/** The plain fields of a record map; shared types inside it (texts) are left out. */
export function readFields(map: RecordMap): RawRecord {
  const fields: Record<string, unknown> = {};
  for (const [key, value] of map.entries()) if (!(value instanceof Y.AbstractType)) fields[key] = value;
  return fields;
}

/** The record under an id, whichever of the two forms it has; `undefined` when there is none. */
export function readRecord(root: RecordMap, id: string): RawRecord | undefined {
  const value = root.get(id);
  if (value instanceof Y.Map) return readFields(value);
  return typeof value === 'object' && value !== null ? { ...value } : undefined;
}

/** The Y.Map under an id, made when it is not there. Ids are random, so no two devices make the same one. */
export function recordMap(root: RecordMap, id: string): RecordMap {
  const existing = root.get(id);
  if (existing instanceof Y.Map) return existing;
  const created = new Y.Map<unknown>();
  root.set(id, created);
  return created;
}

/** A record that is one plain value, none of Yjs's shared types. */
export function isPlainRecord(value: unknown): value is RawRecord {
  return isRawRecord(value) && !(value instanceof Y.AbstractType);
}

/** The value for another document; a shared type is made anew with whatever it holds. */
export function copyValue(value: unknown): unknown {
  return value instanceof Y.AbstractType ? value.clone() : value;
}

/** Sets the fields that differ; `undefined` becomes null. An unchanged field is not written, so that it stays another's. */
export function writeFields(map: RecordMap, fields: Readonly<Record<string, FieldValue | undefined>>): void {
  for (const [key, value] of Object.entries(fields)) {
    const next = value ?? null;
    const current = map.get(key) ?? null;
    if (current !== next) map.set(key, next);
  }
}

/** Replaces a whole-value record, keeping the fields that this version does not know. */
export function writeValue(
  root: RecordMap,
  key: string,
  fields: Readonly<Record<string, FieldValue | undefined>>,
): void {
  const next: Record<string, unknown> = { ...readRecord(root, key) };
  for (const [field, value] of Object.entries(fields)) {
    if (value === undefined) delete next[field];
    else next[field] = value;
  }
  root.set(key, next);
}

/** One edit of a text that several write; what reaches beyond its end is cut. */
export function replaceInText(text: Y.Text, { index, remove, insert }: TextReplacement): void {
  const start = Math.min(index, text.length);
  if (remove > 0) text.delete(start, Math.min(remove, text.length - start));
  if (insert !== '') text.insert(start, insert);
}

/** Runs a named command's writes as one local transaction. */
export function write(doc: Y.Doc, change: () => void): void {
  doc.transact(change, LOCAL_ORIGIN);
}
