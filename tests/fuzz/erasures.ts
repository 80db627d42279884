// Whom people of a run erase, and what is known of them that has to be nowhere afterwards: texts and drawings that no other
// person of the run has.

import type * as Y from 'yjs';
import { readRecord, rootMap } from '../../src/documents/roots.ts';
import type { Stroke } from '../../src/domain/signature.ts';
import { type Editing, NAMES } from './editing.ts';
import type { Drawing, Write } from './ledgerOfTruth.ts';

/** Strokes that no other number gives. */
export function strokesOf(number: number): readonly Stroke[] {
  const points = Array.from({ length: 8 }, (_each, index) => ({
    x: (number * 37 + index * 131) % 3_000,
    y: (number + index * 47) % 1_000,
  }));
  return [points];
}

/** The person that a write tells something of which may not stay: their name, or how to reach them. */
export function personIn({ place: { doc, root, key } }: Write): string | undefined {
  if (doc !== NAMES.register) return undefined;
  if (root === 'persons') return key;
  return root === 'contacts' ? key.split('.')[0] : undefined;
}

/** Of an erased person, as bytes. */
export function secretsOf(
  person: string,
  { writes, drawings }: Pick<Editing, 'writes' | 'drawings'>,
): readonly Buffer[] {
  return [
    ...writes.filter((write) => personIn(write) === person).map(({ token }) => Buffer.from(String(token))),
    ...drawings.filter((drawing) => drawing.person === person).map(({ strokes }) => Buffer.from(strokes)),
  ];
}

/** A drawing of somebody who is not erased is as it was drawn, in whatever epoch. */
export function isDrawn(register: Y.Doc, { write, strokes }: Drawing): boolean {
  const found = readRecord(rootMap(register, 'signatures'), write.place.key)?.['strokes'];
  return found instanceof Uint8Array && Buffer.compare(found, strokes) === 0;
}
