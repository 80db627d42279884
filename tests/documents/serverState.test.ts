import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { holdAlso, NOTHING_HELD, unsentUpdate } from '../../src/documents/serverState.ts';

/** A text with 20,000 deleted characters in 2,000 places. */
function riddled(): Y.Doc {
  const doc = new Y.Doc();
  const text = doc.getText('t');
  text.insert(0, 'x'.repeat(40_000));
  doc.transact(() => {
    for (let place = 0; place < 2_000; place += 1) text.delete(place * 10, 10);
  });
  return doc;
}

function heldOf(doc: Y.Doc): Y.Snapshot {
  return holdAlso(NOTHING_HELD, unsentUpdate(doc, NOTHING_HELD).update);
}

/** Edits of several devices that know of one another now and then, in all shapes that a document has. */
const edit = fc.record({
  device: fc.nat(2),
  kind: fc.constantFrom('type', 'erase', 'set', 'remove', 'nest', 'meet'),
  at: fc.nat(30),
  text: fc.string({ minLength: 1, maxLength: 12 }),
});
type Edit = typeof edit extends fc.Arbitrary<infer Value> ? Value : never;

function played(edits: readonly Edit[]): Y.Doc {
  const docs = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
  const [first = new Y.Doc()] = docs;
  for (const { device, kind, at, text } of edits) {
    const doc = docs[device] ?? first;
    const typed = doc.getText('t');
    const map = doc.getMap<unknown>('m');
    if (kind === 'type') typed.insert(Math.min(at, typed.length), text);
    else if (kind === 'erase' && typed.length > 0) typed.delete(Math.min(at, typed.length - 1), 1);
    else if (kind === 'set') map.set(`${at % 4}`, text);
    else if (kind === 'remove') map.delete(`${at % 4}`);
    else if (kind === 'nest') map.set(`${at % 4}`, new Y.Map([[text, text]]));
    else {
      for (const other of docs)
        Y.applyUpdateV2(doc, Y.encodeStateAsUpdateV2(other, Y.encodeStateVector(doc)));
    }
  }
  for (const other of docs) Y.applyUpdateV2(first, Y.encodeStateAsUpdateV2(other));
  return first;
}

describe('what is unsent', () => {
  it('of a document with 20,000 deleted characters is one keystroke, not its deletions', () => {
    const doc = riddled();
    const held = heldOf(doc);
    expect(unsentUpdate(doc, held).update).toHaveLength(0);
    doc.getText('t').insert(700, 'x');
    expect(unsentUpdate(doc, held).update.length).toBeLessThan(45);
    const typed = holdAlso(held, unsentUpdate(doc, held).update);
    doc.getText('t').delete(900, 1);
    expect(unsentUpdate(doc, typed).update.length).toBeLessThan(45);
    const server = new Y.Doc();
    for (const snapshot of [NOTHING_HELD, held, typed])
      Y.applyUpdateV2(server, unsentUpdate(doc, snapshot).update);
    expect(server.getText('t').toJSON()).toBe(doc.getText('t').toJSON());
  });

  it('[G4] sent in parts, each of which can be integrated when it comes, adds up to the document', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 60 }), fc.nat(300), (edits, maxBytes) => {
        const doc = played(edits);
        const server = new Y.Doc();
        let held = NOTHING_HELD;
        for (;;) {
          const { update, isWhole } = unsentUpdate(doc, held, maxBytes);
          if (update.length > 0) Y.applyUpdateV2(server, update);
          // A part that waits for another one is in no update event: a device that is killed meanwhile has lost it.
          expect(server.store.pendingStructs).toBeNull();
          expect(server.store.pendingDs).toBeNull();
          held = holdAlso(held, update);
          if (isWhole) break;
          expect(update.length).toBeGreaterThan(0);
        }
        expect(Y.equalSnapshots(Y.snapshot(server), Y.snapshot(doc))).toBe(true);
        expect(server.getText('t').toJSON()).toBe(doc.getText('t').toJSON());
        expect(server.getMap('m').toJSON()).toEqual(doc.getMap('m').toJSON());
      }),
      { numRuns: 300 },
    );
  });

  it('is cut into parts of about the size that was asked for', () => {
    const doc = new Y.Doc();
    const map = doc.getMap('m');
    for (let index = 0; index < 500; index += 1) map.set(`key ${index}`, `value ${index} `.repeat(4));
    let held = NOTHING_HELD;
    const sizes: number[] = [];
    for (let isWhole = false; !isWhole; ) {
      const part = unsentUpdate(doc, held, 4_000);
      held = holdAlso(held, part.update);
      sizes.push(part.update.length);
      ({ isWhole } = part);
    }
    expect(sizes.length).toBeGreaterThan(5);
    expect(Math.max(...sizes)).toBeLessThan(4_500);
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(
      Y.encodeStateAsUpdateV2(doc).length + sizes.length * 100,
    );
  });
});
