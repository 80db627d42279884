// Finding a person or an organisation by the beginnings of words, whatever the diacritics and the order.

import { foldedWords } from './foldPolish.ts';

/**
 * True when each word of `query` begins some word of the text ("now an" finds "Anna Nowak"). An empty query finds all.
 * `haystackFolded` is the text after `foldPolish`; folding it once for a list keeps typing fast with 300 rows.
 */
export function searchMatches(haystackFolded: string, query: string): boolean {
  const wanted = foldedWords(query);
  if (wanted.length === 0) return query.trim() === '';
  const words = foldedWords(haystackFolded);
  return wanted.every((beginning) => words.some((word) => word.startsWith(beginning)));
}
