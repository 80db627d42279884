// Whether to write "Obecny" or "Obecna". A guess for the wording alone: it is never stored and decides nothing.

import { foldPolish } from './foldPolish.ts';
import { splitName } from './splitName.ts';

export type GrammaticalGender = 'feminine' | 'masculine' | 'unknown';

const FEMININE_TITLES = new Set(['pani', 's', 'siostra', 'druhna', 'dhna']);
// "p." says nothing: pan or pani.
const MASCULINE_TITLES = new Set(['ks', 'ksiadz', 'pan', 'o', 'br', 'bp', 'abp', 'kan', 'pral', 'druh']);

// Given names that end against the rule. Folded.
const MASCULINE_IN_A = new Set(
  'kuba barnaba bonawentura kosma jarema dyzma zawisza misza alosza grisza wania kuzma sawa mykola mykyta ilia illia luka jura'.split(
    ' ',
  ),
);
const FEMININE_NOT_IN_A = new Set(
  'beatrycze ingrid miriam rachel noemi abigail dolores mercedes carmen karmen nel nicole inez elizabeth margaret ruth rut esther ester judyt zoe chloe iris doris vivien marion astrid edith'.split(
    ' ',
  ),
);
const EITHER = new Set('sasza nikita andrea zenia wala andy alex sam robin kim'.split(' '));

/**
 * From titles, then from the first given name (ends in "a": feminine, with the exceptions) together with an adjectival
 * surname (-ska, -ski). 'unknown' for initials, for a single word, which may be a surname, for scripts without this
 * rule, and where the two signs disagree: the neutral wording is never wrong.
 */
export function guessGrammaticalGender(name: string): GrammaticalGender {
  const { titles, words } = splitName(name);
  if (titles.some((title) => FEMININE_TITLES.has(title))) return 'feminine';
  if (titles.some((title) => MASCULINE_TITLES.has(title))) return 'masculine';
  if (words.length < 2) return 'unknown';
  const given = fromGivenName(words[0] ?? '');
  const surname = fromAdjective(words);
  if (surname === 'unknown' || surname === given) return given;
  // A woman is hardly ever called -ski, while a man may be called Laska.
  return given === 'unknown' || surname === 'masculine' ? surname : 'unknown';
}

function fromAdjective(words: readonly string[]): GrammaticalGender {
  const parts = words.flatMap((word) => foldPolish(word).split('-'));
  if (parts.some((part) => /.[sc]ki$|.dzki$/.test(part))) return 'masculine';
  return parts.some((part) => /.[sc]ka$|.dzka$/.test(part)) ? 'feminine' : 'unknown';
}

function fromGivenName(word: string): GrammaticalGender {
  const given = foldPolish(word).split('-')[0] ?? '';
  if (!/^[a-z]{2,}$/.test(given) || EITHER.has(given)) return 'unknown';
  if (MASCULINE_IN_A.has(given)) return 'masculine';
  if (FEMININE_NOT_IN_A.has(given)) return 'feminine';
  return given.endsWith('a') ? 'feminine' : 'masculine';
}
