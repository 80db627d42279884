// Text without case and diacritics, for searching and comparing. It is never shown or stored.

/** Letters that Unicode does not decompose into a base letter and a mark. */
const UNDECOMPOSED: Readonly<Record<string, string>> = {
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
};

/** Lower case, diacritics removed ("Żółć" → "zolc", "Straße" → "strasse"). Folding twice changes nothing. */
export function foldPolish(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[łđðøßæœþħı]/g, (letter) => UNDECOMPOSED[letter] ?? letter);
}

/** The words of a text, folded: runs of letters and digits. An apostrophe inside a word does not divide it. */
export function foldedWords(text: string): readonly string[] {
  return foldPolish(text)
    .replace(/['’‘ʼ`]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
