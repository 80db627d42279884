// Names written surname first ("Nowak Anna") turned into the order the product keeps ("Anna Nowak").

import { PERSON_NAME_MAX } from '../../../domain/text/checkedText.ts';
import { splitName } from '../../../domain/text/splitName.ts';
import { isGivenName } from './givenNames.ts';

export type NameOrder = 'givenFirst' | 'surnameFirst';

/** What a header says of the order; 'unsaid' where there is none or it says only "Uczestnik". */
export type StatedOrder = NameOrder | 'unsaid';

/** The order a single name shows by itself; `undefined` when it shows none ("Jan Adam", "Szmigiel Żaneta-Lu"). */
function shownOrder(name: string): NameOrder | undefined {
  if (name.length > PERSON_NAME_MAX) return undefined;
  const { words } = splitName(name);
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined || words.length < 2) return undefined;
  const startsGiven = isGivenName(first);
  const endsGiven = isGivenName(last);
  if (startsGiven !== endsGiven) return startsGiven ? 'givenFirst' : 'surnameFirst';
  return undefined;
}

/** What the header says, otherwise what most of the names show. A list that shows nothing is taken as written. */
export function decideNameOrder(names: readonly string[], stated: StatedOrder): NameOrder {
  if (stated !== 'unsaid') return stated;
  let balance = 0;
  for (const name of names) {
    const shown = shownOrder(name);
    if (shown !== undefined) balance += shown === 'surnameFirst' ? 1 : -1;
  }
  return balance > 0 ? 'surnameFirst' : 'givenFirst';
}

/**
 * The name with its given names first, for a list written in `order`; titles stay in front. In a list that is surname
 * first, a name that clearly is not stays as it is: people who fill in such lists do not read the header.
 */
export function withGivenFirst(name: string, order: NameOrder): string {
  if (name.length > PERSON_NAME_MAX) return name;
  if (order === 'givenFirst' || shownOrder(name) === 'givenFirst') return name;
  const { words } = splitName(name);
  const [surname, ...given] = words;
  if (surname === undefined || given.length === 0) return name;
  const written = words.join(' ');
  const at = name.lastIndexOf(written);
  // Brackets, commas or unusual spacing: nothing is rearranged that would not come out whole.
  if (at < 0) return name;
  return name.slice(0, at) + [...given, surname].join(' ') + name.slice(at + written.length);
}
