// People written as cards, a few lines each with an empty line between: joined to one line a person.

import { guessOrganisationType } from '../../../domain/text/guessOrganisationType.ts';
import { findContacts } from './contacts.ts';
import { isRole } from './roleWords.ts';
import type { SourceLine } from './sourceLine.ts';

const LONGEST_CARD = 6;

/** One line a card, its parts divided by ";"; `undefined` when the lines are no cards. Empty lines divide the cards. */
export function joinCards(lines: readonly SourceLine[]): readonly SourceLine[] | undefined {
  const cards: SourceLine[][] = [[]];
  for (const line of lines) {
    if (line.text === '') cards.push([]);
    else cards.at(-1)?.push(line);
  }
  const filled = cards.filter((card) => card.length > 0);
  const isLong = filled.some((card) => card.length > LONGEST_CARD);
  const tellingMore = filled.filter((card) => card.slice(1).some(({ text }) => isAboutSomebody(text)));
  if (filled.length < 2 || isLong || tellingMore.length * 2 <= filled.length) return undefined;
  return filled.map((card) => ({
    line: card[0]?.line ?? 1,
    text: card.map(({ text }) => text.replace(/[;,]+$/, '')).join('; '),
  }));
}

/** A line that says something about a person and cannot be the next person. */
function isAboutSomebody(text: string): boolean {
  if (text.length > 400) return false;
  const { phone, email, rest } = findContacts(text);
  const isContactAlone = (phone !== '' || email !== '') && !/\p{L}/u.test(rest);
  return isContactAlone || isRole(text) || guessOrganisationType(text) !== 'other';
}
