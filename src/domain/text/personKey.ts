// When two rows mean the same person: what keeps a list from being entered twice.

import { foldedWords } from './foldPolish.ts';
import { organisationKey } from './organisationKey.ts';
import { splitName } from './splitName.ts';

/**
 * The identity of a name alone: titles do not count, nor case, diacritics, hyphens and the order of the words.
 * The order is left out because the same list says "Nowak Anna" in the office and "Anna Nowak" in an e-mail, while
 * a "Jan Adam" beside an "Adam Jan" in one organisation does not happen in practice. What stands in brackets counts:
 * "Jan Lis (syn)" is not "Jan Lis (ojciec)". Nothing is guessed beyond that: "Ania" is not "Anna", "A. Nowak" neither.
 */
export function nameKey(name: string): string {
  const brackets = foldedWords((name.match(/\([^()]*\)/g) ?? []).join(' '));
  const words = [...foldedWords(splitName(name).words.join(' ')), ...brackets].sort();
  return words.length > 0 ? words.join(' ') : foldedWords(name).join(' ') || name;
}

/** The identity of a person: name and organisation, since the same name in two organisations may be two people. */
export function personKey(name: string, organisation: string): string {
  return `${nameKey(name)}|${organisationKey(organisation)}`;
}
