// Wraps text of several styles into lines of a width. Breaks stand between words; a word wider than a line is broken within.

import type { Inline } from '../../../domain/richText/blocks.ts';
import { beginning, type MeasureText } from '../../fitText.ts';
import type { Weight } from '../../pdf/pdfFonts.ts';
import type { Line, LinkTarget, Piece } from './flow.ts';

export interface StyledText {
  readonly text: string;
  readonly weight: Weight;
  readonly isItalic: boolean;
  readonly target: LinkTarget | undefined;
}

/** Width of a text in sizes of its letters (em). */
export type Measure = (weight: Weight) => MeasureText;

type Word = readonly StyledText[];

export function styleInlines(inlines: readonly Inline[], isAllBold = false): readonly StyledText[] {
  return inlines.map(({ text, isBold, isItalic, href }) => ({
    text,
    weight: isAllBold || isBold === true ? 'bold' : 'regular',
    isItalic: isItalic === true,
    target: href === undefined ? undefined : { kind: 'web', url: href },
  }));
}

/** At least one line, which may be empty. */
export function wrapStyled(
  texts: readonly StyledText[],
  width: number,
  size: number,
  measure: Measure,
): readonly Line[] {
  return hardLines(texts).flatMap((line) => wrapWords(wordsOf(line), width / size, measure, size));
}

/** Divided where somebody broke the line. */
function hardLines(texts: readonly StyledText[]): readonly (readonly StyledText[])[] {
  const lines: StyledText[][] = [[]];
  for (const styled of texts) {
    for (const [index, text] of styled.text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      lines.at(-1)?.push({ ...styled, text });
    }
  }
  return lines;
}

/** Words, each of one or more styles; a word bears the spaces before it. */
function wordsOf(texts: readonly StyledText[]): readonly Word[] {
  const words: StyledText[][] = [];
  for (const styled of texts) {
    for (const part of styled.text.match(/ +[^ ]*|[^ ]+/g) ?? []) {
      const last = words.at(-1);
      if (last === undefined || part.startsWith(' ')) words.push([{ ...styled, text: part }]);
      else last.push({ ...styled, text: part });
    }
  }
  return words;
}

function wrapWords(words: readonly Word[], width: number, measure: Measure, size: number): readonly Line[] {
  const lines: Line[] = [];
  let pieces: Piece[] = [];
  let filled = 0;
  const add = (styled: StyledText): void => {
    const wide = measure(styled.weight)(styled.text);
    const last = pieces.at(-1);
    const piece = { ...styled, x: filled * size, width: wide * size };
    if (last !== undefined && isSameStyle(last, styled)) {
      pieces[pieces.length - 1] = { ...last, text: last.text + styled.text, width: last.width + piece.width };
    } else pieces.push(piece);
    filled += wide;
  };
  const close = (): void => {
    lines.push({ pieces, width: filled * size });
    pieces = [];
    filled = 0;
  };
  for (const word of words) {
    const wide = word.reduce((sum, { text, weight }) => sum + measure(weight)(text), 0);
    if (filled > 0 && filled + wide > width) close();
    for (const part of filled === 0 ? withoutSpaces(word) : word) {
      let rest = part.text;
      while (filled + measure(part.weight)(rest) > width) {
        const fitting = beginning(rest, width - filled, measure(part.weight));
        if (filled > 0 && measure(part.weight)(fitting) > width - filled) {
          close();
          continue;
        }
        rest = rest.slice(fitting.length);
        add({ ...part, text: fitting });
        if (rest === '') break;
        close();
      }
      if (rest !== '') add({ ...part, text: rest });
    }
  }
  if (pieces.length > 0 || lines.length === 0) close();
  return lines;
}

function withoutSpaces(word: Word): Word {
  return word
    .map((part, index) => (index === 0 ? { ...part, text: part.text.trimStart() } : part))
    .filter(({ text }) => text !== '');
}

function isSameStyle(a: StyledText, b: StyledText): boolean {
  return a.weight === b.weight && a.isItalic === b.isItalic && a.target === b.target;
}
