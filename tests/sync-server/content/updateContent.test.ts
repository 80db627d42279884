import fc from 'fast-check';
import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { readUpdateContent } from '../../../sync-server/content/updateContent.ts';

function planUpdate(): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = 5;
  const text = doc.getText('vision');
  text.insert(0, 'Świetlica otwarta w soboty');
  text.delete(3, 5);
  const row = new Y.Map();
  doc.getMap('needs').set('n1', row);
  row.set('name', 'boisko');
  row.set('people', 40);
  return Y.encodeStateAsUpdateV2(doc);
}

/** Repeats the last info byte for ever: what a few hostile bytes can ask of a run-length decoder. */
function endlessUpdate(structs: number, length: number): Uint8Array {
  const run = (values: readonly number[]): Uint8Array => {
    const encoder = new encoding.UintOptRleEncoder();
    for (const value of values) encoder.write(value);
    return encoder.toUint8Array();
  };
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint8Array(encoder, new Uint8Array());
    encoding.writeVarUint8Array(encoder, run([5]));
    for (let column = 0; column < 2; column += 1) encoding.writeVarUint8Array(encoder, new Uint8Array());
    encoding.writeVarUint8Array(encoder, Uint8Array.of(0));
    // An empty text, then two empty columns.
    encoding.writeVarUint8Array(encoder, Uint8Array.of(0));
    for (let column = 0; column < 2; column += 1) encoding.writeVarUint8Array(encoder, new Uint8Array());
    encoding.writeVarUint8Array(
      encoder,
      encoding.encode((lengths) => {
        encoding.writeVarInt(lengths, -length);
        // A run is written as its length less two.
        encoding.writeVarUint(lengths, structs - 2);
      }),
    );
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, structs);
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, 0);
  });
}

describe('reading the content of an update', () => {
  it('finds what was inserted and what was deleted', () => {
    expect(readUpdateContent(planUpdate())).toEqual({
      inserted: [{ client: 5, clock: 0, length: 29 }],
      deleted: [{ client: 5, clock: 3, length: 5 }],
    });
  });

  it('reads a delete-only update', () => {
    const doc = new Y.Doc();
    doc.clientID = 5;
    doc.getText('t').insert(0, 'abc');
    const before = Y.encodeStateVector(doc);
    doc.getText('t').delete(0, 2);
    const content = readUpdateContent(Y.encodeStateAsUpdateV2(doc, before));
    expect(content).toEqual({ inserted: [], deleted: [{ client: 5, clock: 0, length: 2 }] });
  });

  it('reads what depends on an update that has not come yet', () => {
    const doc = new Y.Doc();
    doc.clientID = 5;
    doc.getText('t').insert(0, 'abc');
    const before = Y.encodeStateVector(doc);
    doc.getText('t').insert(3, 'def');
    const content = readUpdateContent(Y.encodeStateAsUpdateV2(doc, before));
    expect(content?.inserted).toEqual([{ client: 5, clock: 3, length: 3 }]);
  });

  it('refuses bytes that are left over, cut off, or an update of version 1', () => {
    const update = planUpdate();
    expect(readUpdateContent(Uint8Array.of(...update, 0))).toBeUndefined();
    expect(readUpdateContent(update.subarray(0, -1))).toBeUndefined();
    expect(readUpdateContent(new Uint8Array())).toBeUndefined();
    const doc = new Y.Doc();
    doc.getText('t').insert(0, 'abc');
    expect(readUpdateContent(Y.encodeStateAsUpdate(doc))).toBeUndefined();
  });

  it('refuses a few bytes that stand for endlessly many structs, at once', () => {
    const hostile = endlessUpdate(2 ** 40, 1);
    expect(hostile.length).toBeLessThan(40);
    expect(readUpdateContent(hostile)).toBeUndefined();
    // The same bytes with a number that can be: so it is the number that was refused.
    expect(readUpdateContent(endlessUpdate(100, 1))?.inserted).toEqual([
      { client: 5, clock: 0, length: 100 },
    ]);
  });

  it('refuses clocks that no counting could reach', () => {
    expect(readUpdateContent(endlessUpdate(100, 2 ** 39))).toBeUndefined();
  });

  it('never throws, and what it accepts can be merged', () => {
    const update = planUpdate();
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(update.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        (changes) => {
          const broken = update.slice();
          for (const [index, byte] of changes) broken[index] = byte;
          if (readUpdateContent(broken) === undefined) return;
          Y.mergeUpdatesV2([update, broken]);
        },
      ),
      { numRuns: 3_000 },
    );
  });
});
