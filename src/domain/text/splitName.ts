// A person's name taken apart into titles and name words, for sorting, comparing and guessing; the name as written is kept.

import { foldPolish } from './foldPolish.ts';

// Known with or without the full stop; none of them is a given name.
const TITLES = new Set(
  'ks ksiadz dr prof mgr inz hab lic lek mec adw bp abp kan pral pan pani druh druhna dh dhna siostra'.split(
    ' ',
  ),
);
// Titles only with a full stop: without it they may be a surname or an initial.
const DOTTED_TITLES = new Set(
  'p o s br med dypl gen plk pplk mjr kpt por ppor asp st ml kom nadkom podkom bryg dyr red'.split(' '),
);

export interface NameParts {
  /** Folded, without full stops, in their order: "ks", "dr", "inz". */
  readonly titles: readonly string[];
  /** As written, without what stands in brackets: "Ewa", "Zając-Żółć". */
  readonly words: readonly string[];
}

/** Takes a cleaned name apart. At least one word is left as the name, even if it looks like a title. */
export function splitName(name: string): NameParts {
  const [beforeComma = '', ...afterComma] = name
    .replace(/\s*[-‐‑]\s*(?=\p{L})/gu, '-')
    .replace(/\((?:[^()]*)\)/g, ' ')
    .replace(/(\p{L}{2,12}\.)(?=\p{L})/gu, '$1 ')
    .split(',');
  const words = toWords(beforeComma);
  const titles: string[] = [];
  while (words.length > 1 && isTitle(words[0] ?? '')) titles.push(titleKey(words.shift() ?? ''));
  for (const word of toWords(afterComma.join(' '))) {
    if (isTitle(word)) titles.push(titleKey(word));
    else words.push(word);
  }
  return { titles, words };
}

function toWords(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

function isTitle(word: string): boolean {
  const key = titleKey(word);
  return TITLES.has(key) || (word.endsWith('.') && DOTTED_TITLES.has(key));
}

function titleKey(word: string): string {
  return foldPolish(word).replaceAll('.', '');
}
