// When two ways of writing an organisation's name mean the same organisation.

import { foldedWords } from './foldPolish.ts';

// Abbreviations that mean one thing in a gmina; as they are spelled out after folding.
const ABBREVIATIONS: ReadonlyMap<string, string> = new Map([
  ['osp', 'ochotnicza straz pozarna'],
  ['psp', 'panstwowa straz pozarna'],
  ['kgw', 'kolo gospodyn wiejskich'],
  ['gok', 'gminny osrodek kultury'],
  ['mok', 'miejski osrodek kultury'],
  ['sp', 'szkola podstawowa'],
  ['zs', 'zespol szkol'],
  ['gops', 'gminny osrodek pomocy spolecznej'],
  ['mops', 'miejski osrodek pomocy spolecznej'],
  ['ug', 'urzad gminy'],
  ['um', 'urzad miasta'],
  ['gbp', 'gminna biblioteka publiczna'],
  ['mbp', 'miejska biblioteka publiczna'],
  ['lzs', 'ludowy zespol sportowy'],
  ['uks', 'uczniowski klub sportowy'],
  ['utw', 'uniwersytet trzeciego wieku'],
  ['stow', 'stowarzyszenie'],
  ['im', 'imienia'],
  ['pw', 'pod wezwaniem'],
]);

/**
 * A name's identity: case, diacritics, quotation marks, punctuation and white space do not count, common abbreviations
 * are spelled out ("OSP Zawada" = "Ochotnicza Straż Pożarna – Zawada"). Declension and word order do count: "w Zawadzie"
 * is another key, because joining two organisations wrongly is worse than showing both. '' for an empty name only.
 */
export function organisationKey(name: string): string {
  const words = foldedWords(name).join(' ');
  if (words === '') return name.trim();
  return words
    .replace(/\bsp z o ?o\b/g, 'spolka zoo')
    .split(' ')
    .map((word) => ABBREVIATIONS.get(word) ?? word)
    .join(' ');
}
