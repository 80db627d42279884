// How much a text looks like a person's name: what tells a list of people from any other text.

import { foldedWords } from '../../../domain/text/foldPolish.ts';
import { splitName } from '../../../domain/text/splitName.ts';
import { isGivenName } from './givenNames.ts';

const LONGEST = 80;
const MOST_WORDS = 6;

/** 1 for a name of several words, 0.5 for a single word that may be a surname or a nickname, 0 for what is no name. */
export function plausibleName(text: string): 0 | 0.5 | 1 {
  if (text.length > LONGEST * 2) return 0;
  // Emoji and mark-up do not make a person unreal; they stay in the value.
  const plain = text.replace(/<[^<>@]*>|\p{Extended_Pictographic}|\u200D|\uFE0F/gu, ' ').trim();
  // A bullet in front: the text is a line of a list, not a cell of a table.
  if (/^[-–—*•·▪▫◦‣●○■□✓✔➢]/.test(plain)) return 0;
  if (plain.length > LONGEST || /[\d{}[\]<>=/\\@#$%^*_|+?!:;]/.test(plain)) return 0;
  const { words } = splitName(plain);
  const letters = words.filter((word) => /\p{L}/u.test(word));
  if (letters.length === 0 || words.length > MOST_WORDS) return 0;
  if (letters.slice(0, -1).some((word) => word.length > 3 && word.endsWith('.'))) return 0;
  const capitalised = letters.filter((word) => !/^\p{Ll}/u.test(word)).length;
  if (letters.length === 1) return capitalised === 1 && foldedWords(plain).join('').length >= 2 ? 0.5 : 0;
  if (letters.length <= 3 && letters.some((word) => isGivenName(word))) return 1;
  return capitalised * 3 >= letters.length * 2 ? 1 : 0;
}

/** The mean over the texts that are not empty; 0 when all are. */
export function meanPlausibility(texts: readonly string[]): number {
  const filled = texts.filter((text) => text !== '');
  if (filled.length === 0) return 0;
  return filled.reduce((sum, text) => sum + plausibleName(text), 0) / filled.length;
}
