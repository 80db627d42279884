import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type TextDelta,
  type TextStep,
  applyDelta,
  deltaOf,
  diffText,
  endOfChange,
  moveCaret,
  movePast,
  replacementsOf,
} from '../../src/domain/textDelta.ts';

/** A change of `text` made of random steps. */
function deltaOn(text: string, inserts = fc.string({ maxLength: 4 })): fc.Arbitrary<TextDelta> {
  const step = fc.oneof(
    fc.nat(6).map((length): TextStep => ({ kind: 'keep', length })),
    fc.nat(6).map((length): TextStep => ({ kind: 'remove', length })),
    inserts.map((inserted): TextStep => ({ kind: 'insert', text: inserted })),
  );
  return fc.array(step, { maxLength: 8 }).map((steps) => {
    let left = text.length;
    return steps.flatMap((each): readonly TextStep[] => {
      if (each.kind === 'insert') return each.text === '' ? [] : [each];
      const length = Math.min(each.length, left);
      left -= length;
      return length === 0 ? [] : [{ kind: each.kind, length }];
    });
  });
}

const twoChanges = fc
  .string({ maxLength: 20 })
  .chain((text) => fc.tuple(fc.constant(text), deltaOn(text), deltaOn(text)));

describe('changes of a text', () => {
  it('finds a change that leads from one text to the other', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.nat(30), (before, after, caret) => {
        const change = diffText(before, after, caret);
        expect(change === undefined).toBe(before === after);
        expect(change === undefined ? before : applyDelta(before, deltaOf(change))).toBe(after);
      }),
    );
  });

  it('tells by the caret which of several equal letters was typed', () => {
    expect(diffText('aaa', 'aaaa', 2)).toEqual({ index: 1, remove: 0, insert: 'a' });
    expect(diffText('aaa', 'aaaa', 4)).toEqual({ index: 3, remove: 0, insert: 'a' });
    expect(diffText('aaaa', 'aaa', 1)).toEqual({ index: 1, remove: 1, insert: '' });
  });

  it('replaces the same amount whether or not the caret is known', () => {
    expect(diffText('Ala ma kota', 'Ala ma psa', 0)).toEqual(diffText('Ala ma kota', 'Ala ma psa'));
  });

  it('never cuts an emoji in two', () => {
    expect(diffText('a😀b', 'a😁b')).toEqual({ index: 1, remove: 2, insert: '😁' });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
        const change = diffText(before, after);
        expect(change?.insert.isWellFormed() ?? true).toBe(true);
      }),
    );
  });

  it('leads to one text whichever of two changes is made first', () => {
    fc.assert(
      fc.property(twoChanges, ([text, one, other]) => {
        const oneThenOther = applyDelta(applyDelta(text, one), movePast(other, one, false));
        const otherThenOne = applyDelta(applyDelta(text, other), movePast(one, other, true));
        expect(oneThenOther).toBe(otherThenOne);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is the same made step by step as made at once', () => {
    fc.assert(
      fc.property(twoChanges, ([text, delta]) => {
        const single = replacementsOf(delta).map(deltaOf);
        expect(single.reduce(applyDelta, text)).toBe(applyDelta(text, delta));
      }),
    );
  });
});

describe('the caret while others write', () => {
  const put = (index: number, insert: string, remove = 0): TextDelta => deltaOf({ index, remove, insert });

  it('moves with text put in before it', () => {
    expect(moveCaret(5, put(2, 'abc'))).toBe(8);
  });

  it('stays before text put in exactly where it stands, and before what is put in behind it', () => {
    expect(moveCaret(5, put(5, 'abc'))).toBe(5);
    expect(moveCaret(5, put(9, 'abc'))).toBe(5);
  });

  it('goes to the edge of a removed passage it stood in', () => {
    expect(moveCaret(5, put(3, '', 10))).toBe(3);
    expect(moveCaret(5, put(0, '', 2))).toBe(3);
  });

  it('keeps on its sides the letters that were there', () => {
    const text = 'abcdefghij';
    fc.assert(
      fc.property(deltaOn(text, fc.stringMatching(/^[0-9]{1,3}$/)), fc.nat(text.length), (delta, caret) => {
        const [moved, after] = [moveCaret(caret, delta), applyDelta(text, delta)];
        const letters = (part: string): readonly string[] => part.match(/[a-j]/g) ?? [];
        const left = letters(after.slice(0, moved));
        const right = letters(after.slice(moved));
        expect(left.every((letter) => text.indexOf(letter) < caret)).toBe(true);
        expect(right.every((letter) => text.indexOf(letter) >= caret)).toBe(true);
      }),
    );
  });

  it('stands at the end of the change after an undo', () => {
    expect(endOfChange(put(4, 'abc', 2))).toBe(7);
    expect(endOfChange(put(4, '', 2))).toBe(4);
  });
});
