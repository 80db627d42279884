// What people did in a run and what they were shown of it: each write carries a value that no other has, and remembers
// which value it replaced. From this follows what has to be there in the end, whatever happened in between.

import * as Y from 'yjs';
import { type RootName, readFields, readRecord, rootMap } from '../../src/documents/roots.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import { type DocumentName, documentName, parseDocumentName } from '../../src/schema/documentName.ts';
import { holds } from './epochs.ts';

export interface Place {
  readonly doc: DocumentName;
  readonly root: RootName;
  /** The record's key; '' where the root itself is the record. */
  readonly key: string;
  /** '' where the value stands under the key itself. */
  readonly field: string;
}

export interface Write {
  readonly device: string;
  readonly place: Place;
  readonly kind: 'value' | 'text' | 'textRemoved';
  /** For a removal: the text that was removed. */
  readonly token: string | number;
  /** What stood there when it was written. */
  readonly saw: string | number | undefined;
  /** Of the document that it was written into. */
  readonly epoch: number;
  readonly client: number;
  /** One past its last operation. */
  readonly clock: number;
  /** Shown with one tick. */
  hasTick: boolean;
}

export interface Drawing {
  /** Of the signature. */
  readonly write: Write;
  readonly person: PersonId;
  readonly strokes: Uint8Array;
  /** Nobody had erased the person yet on the device on which they signed. */
  readonly isKept: boolean;
}

/** Somebody asked for a person to be erased. */
export interface Erasure {
  readonly person: PersonId;
  /** What the one who asked was told in the end. */
  told: 'erased' | 'erasedAtServer' | undefined;
  /** How often the server had been put back when it was asked for. */
  readonly restores: number;
}

function isSamePlace(one: Place, other: Place): boolean {
  return (
    one.doc === other.doc && one.root === other.root && one.key === other.key && one.field === other.field
  );
}

/** The name of the document in the epoch that it was written into. */
export function writtenIn({ place, epoch }: Write): DocumentName {
  const parts = parseDocumentName(place.doc);
  return parts === undefined ? place.doc : documentName(parts.kind, parts.id, epoch);
}

/** The value at a place as it stands in a document. */
export function valueAt(doc: Y.Doc, { root, key, field }: Place): string | number | undefined {
  const map = rootMap(doc, root);
  const value =
    key === '' ? readFields(map)[field] : field === '' ? map.get(key) : readRecord(map, key)?.[field];
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}

export function textAt(doc: Y.Doc, { root, key, field }: Place): string {
  const record = rootMap(doc, root).get(key);
  const text: unknown = record instanceof Y.Map ? record.get(field) : undefined;
  return text instanceof Y.Text ? text.toJSON() : '';
}

/**
 * Violations in one document that everything was exchanged with. `isOwed` tells of which writes the server has to have
 * taken; the others may or may not be there.
 */
export function judgeDocument(
  doc: Y.Doc,
  writes: readonly Write[],
  isOwed: (write: Write) => boolean,
): readonly string[] {
  const found: string[] = [];
  for (const write of writes) {
    if (isOwed(write) && !holds(doc, write)) found.push(`[G2] lost: ${nameOf(write)}`);
  }
  for (const atPlace of Map.groupBy(
    writes,
    ({ place }) => `${place.root}.${place.key}.${place.field}`,
  ).values()) {
    const [first] = atPlace;
    if (first === undefined) continue;
    if (first.kind === 'value') found.push(...judgeValue(valueAt(doc, first.place), atPlace, isOwed));
    else found.push(...judgeText(textAt(doc, first.place), atPlace, isOwed));
  }
  return found;
}

/** Two documents of one epoch have met: of each record one of the two stands, whole. */
export function judgeFork(
  doc: Y.Doc,
  writes: readonly Write[],
  isOwed: (write: Write) => boolean,
): readonly string[] {
  return writes.flatMap((write) => {
    const { root, key, field } = write.place;
    if (write.kind !== 'value' || !isOwed(write)) return [];
    if (key !== '' && !rootMap(doc, root).has(key)) return [`[G1] in neither: ${nameOf(write)}`];
    const value = valueAt(doc, write.place);
    const isWritten = writes.some(({ place, token }) => token === value && isSamePlace(place, write.place));
    return isWritten || (value === undefined && field !== '')
      ? []
      : [`[G1] ${nameOf(write)} is ${value}, which nobody wrote`];
  });
}

/** The value of some write that no owed write came after. */
function judgeValue(
  value: string | number | undefined,
  writes: readonly Write[],
  isOwed: (write: Write) => boolean,
): readonly string[] {
  const owed = writes.filter(isOwed);
  if (owed.length === 0) return [];
  const byToken = new Map(writes.map((write) => [write.token, write]));
  const replaced = new Set<string | number>();
  for (const write of owed) {
    for (let saw = write.saw; saw !== undefined && !replaced.has(saw); saw = byToken.get(saw)?.saw)
      replaced.add(saw);
  }
  if (value !== undefined && byToken.has(value) && !replaced.has(value)) return [];
  const expected = writes.filter(({ token }) => !replaced.has(token)).map(({ token }) => token);
  return [`[G1] ${nameOf(owed[0])} is ${value}, not one of ${expected.join(', ')}`];
}

function judgeText(
  text: string,
  writes: readonly Write[],
  isOwed: (write: Write) => boolean,
): readonly string[] {
  const found: string[] = [];
  const removals = writes.filter(({ kind }) => kind === 'textRemoved');
  for (const write of writes) {
    if (!isOwed(write) || typeof write.token !== 'string') continue;
    const isThere = text.includes(write.token);
    if (write.kind === 'textRemoved' && isThere) found.push(`[G1] came back: ${nameOf(write)}`);
    if (write.kind === 'text' && !isThere && !removals.some(({ token }) => token === write.token))
      found.push(`[G1] lost: ${nameOf(write)}`);
  }
  return found;
}

export function nameOf(write: Write | undefined): string {
  if (write === undefined) return 'nothing';
  const { device, place, kind, token } = write;
  return `${device}'s ${kind} ${token} at ${place.doc}/${place.root}/${place.key}/${place.field}`;
}
