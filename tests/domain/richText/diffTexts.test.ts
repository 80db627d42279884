import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DiffPart, diffTexts } from '../../../src/domain/richText/diffTexts.ts';

const without = (parts: readonly DiffPart[], kind: DiffPart['kind']) =>
  parts
    .filter((part) => part.kind !== kind)
    .map(({ text }) => text)
    .join('');

describe('what changed between two texts', () => {
  it('is told in words within a line, and in lines otherwise', () => {
    expect(
      diffTexts('Wizja\nBiblioteka jest sercem wsi\n', 'Wizja\nBiblioteka jest duszą wsi\nKoniec'),
    ).toEqual([
      { kind: 'same', text: 'Wizja\nBiblioteka jest ' },
      { kind: 'removed', text: 'sercem' },
      { kind: 'added', text: 'duszą' },
      { kind: 'same', text: ' wsi\n' },
      { kind: 'added', text: 'Koniec' },
    ]);
    expect(diffTexts('', '')).toEqual([]);
    expect(diffTexts('a', '')).toEqual([{ kind: 'removed', text: 'a' }]);
  });

  it('gives both texts back, whatever they are', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'ż', ' ', '\n', '.', '😀'), maxLength: 40 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = diffTexts(before, after);
        expect(without(parts, 'added')).toBe(before);
        expect(without(parts, 'removed')).toBe(after);
      }),
    );
  });

  it('of texts too long to be compared word by word is told coarsely', () => {
    const long = (word: string) => Array.from({ length: 3_000 }, (_, index) => `${word}${index}`).join('\n');
    const parts = diffTexts(`początek\n${long('a')}`, `początek\n${long('b')}`);
    expect(parts[0]).toEqual({ kind: 'same', text: 'początek\n' });
    expect(without(parts, 'removed')).toBe(`początek\n${long('b')}`);
  });
});
