// The rules for a person's name and for a title (organisation, place, subject of a meeting), the same wherever one is
// typed, imported or received. What is in them beyond that is data: HTML, emoji and any script are kept as they are.

import { cleanLine } from './cleanLine.ts';

/** UTF-16 units, the strictest way of counting. It fits the longest real institution names and one printed cell. */
export const PERSON_NAME_MAX = 200;
export const TITLE_MAX = 200;

export type CheckedText =
  | { readonly kind: 'ok'; readonly value: string }
  | { readonly kind: 'refused'; readonly reason: 'empty' | 'tooLong' | 'noLetters' };

/** A person's name: cleaned, 1 to 200 characters, at least one letter of any script. */
export function checkPersonName(text: string): CheckedText {
  return check(text, PERSON_NAME_MAX, /\p{L}/u);
}

/** The name of an organisation or another title: cleaned, 1 to 200 characters, at least one letter or digit. */
export function checkTitleLike(text: string): CheckedText {
  return check(text, TITLE_MAX, /[\p{L}\p{N}]/u);
}

function check(text: string, max: number, essential: RegExp): CheckedText {
  const value = cleanLine(text);
  if (value === '') return { kind: 'refused', reason: 'empty' };
  if (value.length > max) return { kind: 'refused', reason: 'tooLong' };
  if (!essential.test(value)) return { kind: 'refused', reason: 'noLetters' };
  return { kind: 'ok', value };
}
