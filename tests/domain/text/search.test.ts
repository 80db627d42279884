import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldPolish } from '../../../src/domain/text/foldPolish.ts';
import { searchMatches } from '../../../src/domain/text/searchMatches.ts';

describe('search', () => {
  it('ignores case and Polish diacritics, and those of the neighbours', () => {
    expect(foldPolish('ZAŻÓŁĆ gęślą jaźń')).toBe('zazolc gesla jazn');
    expect(foldPolish('Đorđe Straße Ærø İpek')).toBe('dorde strasse aero ipek');
  });

  it.each([
    ['zajac', true],
    ['żółć ew', true],
    ['kultury', true],
    ['EWA  gmin', true],
    ['', true],
    ['wa', false],
    ['ewa maj', false],
    ['?', false],
  ])('finds by the beginnings of words: %j', (query, found) => {
    expect(searchMatches(foldPolish('Ewa Zając-Żółć Gminny Ośrodek Kultury'), query)).toBe(found);
  });

  it('finds each text by its own words, in any order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[A-Za-zĄĆĘŁŃÓŚŹŻąćęłńóśźż]{1,8}$/), { maxLength: 5 }),
        (words) => {
          expect(searchMatches(foldPolish(words.join(' ')), words.toReversed().join(' '))).toBe(true);
        },
      ),
    );
  });

  it('folds a folded text to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldPolish(foldPolish(text))).toBe(foldPolish(text));
      }),
    );
  });
});
