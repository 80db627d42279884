// The lines of a list written as text, as e-mails carry it: numbering and quoting taken off, wrapped lines joined,
// greetings and the like set aside. What a line says is left to parsePersonLine.ts.

import { foldPolish } from '../../../domain/text/foldPolish.ts';
import { joinCards } from './joinCards.ts';
import type { SourceLine } from './sourceLine.ts';

export interface ListLines {
  readonly isNumbered: boolean;
  readonly items: readonly SourceLine[];
  /** Lines around the list, to be told. */
  readonly skipped: readonly SourceLine[];
}

// "1." "1)" "(1)" "1 " before a letter, bullets, and the dash that plain text e-mails use for one.
const MARKER =
  /^(?:\(?\d{1,4}[.)]+[\s.]*|\d{1,4}\s*[-–—]\s+|\d{1,4}\s+(?=\p{L})|[a-z]\)\s+|[-–—*•·▪▫◦‣●○■□✓✔➢]\s*)(?=[^\s;,|])/u;
const QUOTING = /^(?:\s*>)+\s?/;
const RULE = /^[-–—_=*~#.\s]+$/;
const AROUND =
  /^(?:dzien dobry|dobry wieczor|witam|szanown|czesc\b|pozdraw|z powazaniem|z wyrazami|w zalaczeniu|przesyla|lista |dziekuj|od:|do:|dw:|temat:|wyslano:|data:|from:|to:|sent:|subject:|hello|dear |regards|razem\b|ogolem\b)/;

/** Takes text apart whose line ends are "\n" alone. Where a quarter of the lines is numbered, the numbers tell the items. */
export function listLines(text: string): ListLines {
  const lines = text
    .split('\n')
    .map((raw, index) => ({ line: index + 1, text: raw.replace(QUOTING, '').trim() }));
  const filled = lines.filter(({ text: content }) => content !== '');
  const marked = filled.filter(({ text: content }) => MARKER.test(content)).length;
  const isNumbered = marked > 0 && (marked === filled.length || (marked > 1 && marked * 4 >= filled.length));
  return isNumbered ? numberedLines(lines) : plainLines(lines);
}

function numberedLines(lines: readonly SourceLine[]): ListLines {
  const items: SourceLine[] = [];
  const skipped: SourceLine[] = [];
  let open: { line: number; parts: string[] } | undefined;
  const close = () => {
    if (open !== undefined) items.push({ line: open.line, text: open.parts.join(' ') });
    open = undefined;
  };
  for (const { line, text } of lines) {
    const content = text.replace(MARKER, '');
    if (text === '' || isAround(text)) {
      // An empty line ends an item, so that a signature below the list does not join its last person.
      close();
      if (text !== '') skipped.push({ line, text });
    } else if (content !== text) {
      close();
      open = { line, parts: [content] };
    } else if (open === undefined) {
      skipped.push({ line, text });
    } else {
      open.parts.push(text);
    }
  }
  close();
  return { isNumbered: true, items, skipped };
}

function plainLines(lines: readonly SourceLine[]): ListLines {
  const filled = lines.filter(({ text }) => text !== '');
  const skipped = filled.filter(({ text }) => isAround(text));
  const kept = lines.filter(({ text }) => text === '' || !isAround(text));
  return { isNumbered: false, items: joinCards(kept) ?? kept.filter(({ text }) => text !== ''), skipped };
}

/** A greeting, a heading that ends with a colon, a ruled line, a mail header. */
function isAround(text: string): boolean {
  return AROUND.test(foldPolish(text.slice(0, 40))) || RULE.test(text) || /^[^,;–—]{1,120}:$/.test(text);
}
