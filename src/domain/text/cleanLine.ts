// One line of text as people type or paste it, made safe to store and to show beside other text.

// Line breaks and tabs divide words; other control characters do not.
const DIVIDING = /[\t-\r\u0085\u2028\u2029]+/g;

// Control characters; bidi marks, embeddings, overrides and isolates, which would turn the text around them; soft
// hyphen, zero width space, word joiner, byte order mark, tags. The joiners U+200C/D stay: names and emoji need them.
const UNWANTED =
  /[\p{Cc}\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;

/**
 * NFC, white space (line breaks, tabs and hard spaces too) collapsed to single spaces and trimmed, control and
 * direction characters removed, halves of surrogate pairs replaced by U+FFFD. Cleaning twice changes nothing.
 * Never shortens: what is too long is for the caller to refuse.
 */
export function cleanLine(text: string): string {
  return text
    .replace(DIVIDING, ' ')
    .replace(UNWANTED, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC');
}
