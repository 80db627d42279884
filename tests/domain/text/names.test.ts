import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPersonName, checkTitleLike, PERSON_NAME_MAX } from '../../../src/domain/text/checkedText.ts';
import { cleanLine } from '../../../src/domain/text/cleanLine.ts';
import { comparePolish, sortByPolishName } from '../../../src/domain/text/comparePolish.ts';
import { guessGrammaticalGender } from '../../../src/domain/text/guessGrammaticalGender.ts';
import { nameKey, personKey } from '../../../src/domain/text/personKey.ts';
import { splitName } from '../../../src/domain/text/splitName.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 60 });

describe('a line of text', () => {
  it('loses control and direction characters, and hard spaces and breaks become spaces', () => {
    expect(cleanLine('  Anna\u00A0\r\n\tNowak\u0000 \u202Esł\u200Bowo\u202C ')).toBe('Anna Nowak słowo');
  });

  it('is composed, so that the same name typed on two systems is the same text', () => {
    expect(cleanLine('Z\u0307o\u0301l\u0301c\u0301')).toBe('Żóĺć');
  });

  it('keeps emoji joined and mark-up as it is', () => {
    expect(cleanLine('👩‍🌾 <b>Anna</b> &amp; Jan')).toBe('👩‍🌾 <b>Anna</b> &amp; Jan');
  });

  it('is unchanged by a second cleaning and has no control characters, whatever it was', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = cleanLine(text);
        expect(cleanLine(once)).toBe(once);
        expect(once).not.toMatch(/[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u);
      }),
    );
  });
});

describe('a name that is entered', () => {
  it.each([
    ['', 'empty'],
    [' \u200B\n', 'empty'],
    ['501 222 310', 'noLetters'],
    ['a'.repeat(PERSON_NAME_MAX + 1), 'tooLong'],
  ])('is refused with its reason: %j', (text, reason) => {
    expect(checkPersonName(text)).toEqual({ kind: 'refused', reason });
  });

  it('may have 200 characters, any script, emoji and mark-up', () => {
    for (const name of ['a'.repeat(PERSON_NAME_MAX), 'محمد علي', 'Anna 😀', '<b>Anna</b>']) {
      expect(checkPersonName(name)).toEqual({ kind: 'ok', value: name });
    }
  });

  it('of an organisation may be a number, and of nothing but signs it may not', () => {
    expect(checkTitleLike(' 112 ')).toEqual({ kind: 'ok', value: '112' });
    expect(checkTitleLike('– !')).toEqual({ kind: 'refused', reason: 'noLetters' });
  });
});

describe('titles', () => {
  it.each([
    ['ks. Grzegorz Nowak', ['ks'], ['Grzegorz', 'Nowak']],
    ['ks.Grzegorz Nowak', ['ks'], ['Grzegorz', 'Nowak']],
    ['dr hab. inż. Anna Maj', ['dr', 'hab', 'inz'], ['Anna', 'Maj']],
    ['Pani Ewa Zając - Żółć', ['pani'], ['Ewa', 'Zając-Żółć']],
    ['Jan Lis, prof.', ['prof'], ['Jan', 'Lis']],
    ['p. Lis (OSP)', ['p'], ['Lis']],
    ['Ks', [], ['Ks']],
  ])('are told from the name: %j', (name, titles, words) => {
    expect(splitName(name)).toEqual({ titles, words });
  });
});

describe('the order of a list', () => {
  it('is by surname in the Polish alphabet, titles and given names aside', () => {
    const list = [
      'Adam Żak',
      'ks. Zenon Ćwik',
      'Ewa Cyran',
      'dr Jan Łoś',
      'Beata Lis',
      'Jan Zając-Żółć',
      'Jan Źrebak',
    ];
    expect(sortByPolishName(list, (name) => name)).toEqual([
      'Ewa Cyran',
      'ks. Zenon Ćwik',
      'Beata Lis',
      'dr Jan Łoś',
      'Jan Zając-Żółć',
      'Jan Źrebak',
      'Adam Żak',
    ]);
  });

  it('puts namesakes by given name', () => {
    expect(['Jan Lis', 'Adam Lis', 'Łucja Lis'].sort(comparePolish)).toEqual([
      'Adam Lis',
      'Jan Lis',
      'Łucja Lis',
    ]);
  });

  it('is the same on every device: total, and equal only for the same text', () => {
    const name = fc.constantFrom(
      'Jan Lis',
      'jan lis',
      'Lis Jan',
      'ks. Jan Lis',
      'Łoś',
      'Los',
      'Zażółć Jan',
      '',
      '😀',
    );
    fc.assert(
      fc.property(name, name, name, (a, b, c) => {
        expect(Math.sign(comparePolish(a, b))).toBe(-Math.sign(comparePolish(b, a)) + 0);
        expect(comparePolish(a, b) === 0).toBe(a === b);
        if (comparePolish(a, b) < 0 && comparePolish(b, c) < 0) expect(comparePolish(a, c)).toBeLessThan(0);
      }),
    );
  });
});

describe('the identity of a person', () => {
  it.each([
    ['ks. Grzegorz Nowak', 'Grzegorz NOWAK'],
    ['Nowak Anna', 'Anna Nowak'],
    ['Ewa Zając-Żółć', 'ewa zajac żółć'],
    ["Jan O'Brien", 'Jan O’Brien'],
  ])('is the same for %j and %j', (a, b) => {
    expect(nameKey(a)).toBe(nameKey(b));
  });

  it.each([
    ['Anna Nowak', 'Ania Nowak'],
    ['A. Nowak', 'Anna Nowak'],
    ['Jan Lis (syn)', 'Jan Lis (ojciec)'],
    ['Maria Nowak', 'Maria Anna Nowak'],
    ['😀', '😎'],
  ])('is not the same for %j and %j', (a, b) => {
    expect(nameKey(a)).not.toBe(nameKey(b));
  });

  it('tells namesakes of two organisations apart and knows an abbreviated organisation', () => {
    expect(personKey('Jan Lis', 'OSP Zawada')).toBe(personKey('Jan Lis', 'Ochotnicza Straż Pożarna Zawada'));
    expect(personKey('Jan Lis', 'OSP Zawada')).not.toBe(personKey('Jan Lis', 'KGW Zawada'));
  });
});

describe('the wording "Obecny" or "Obecna"', () => {
  it.each([
    ['Anna Nowak', 'feminine'],
    ['Maria Anna Święcicka-Wójcik', 'feminine'],
    ['Nowak-Kowalska Beatrycze', 'unknown'],
    ['Beatrycze Nowak', 'feminine'],
    ['Pani Nowak', 'feminine'],
    ['Jan Nowak', 'masculine'],
    ['Kuba Zięba', 'masculine'],
    ['Barnaba Lis', 'masculine'],
    ['ks. Nowak', 'masculine'],
    ['Kowalski Jarema', 'masculine'],
    ['p. Anna Maj', 'feminine'],
    ['Jan Laska', 'unknown'],
    ['Sasza Melnyk', 'unknown'],
    ['Sasza Kowalska', 'feminine'],
    ['A. Nowak', 'unknown'],
    ['Nowak', 'unknown'],
    ['محمد علي', 'unknown'],
    ['', 'unknown'],
  ])('follows the name %j: %s', (name, gender) => {
    expect(guessGrammaticalGender(name)).toBe(gender);
  });
});
