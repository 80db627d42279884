// Text in a cell of fixed height: the largest of some sizes at which it fits, wrapped. So a name of 200 characters never
// breaks the row, and rows never break the page.

export interface FitStep {
  /** Size of the letters in millimetres. */
  readonly size: number;
  readonly lines: number;
}

export interface FittedText extends FitStep {
  /** At most `lines` of the step; the last one ends with "…" when even the smallest size was too large. */
  readonly wrapped: readonly string[];
}

/** Width of a text in sizes of its letters (em). */
export type MeasureText = (text: string) => number;

// Every step stays within a row of 9 mm or a header line of 5.4 mm.
export const NAME_STEPS: readonly FitStep[] = [
  { size: 3.7, lines: 2 },
  { size: 3.2, lines: 2 },
  { size: 2.5, lines: 3 },
  { size: 1.85, lines: 4 },
  { size: 1.65, lines: 4 },
];
export const ORGANISATION_STEPS: readonly FitStep[] = [
  { size: 3.4, lines: 2 },
  { size: 3, lines: 2 },
  { size: 2.5, lines: 3 },
  { size: 2.2, lines: 3 },
  { size: 1.9, lines: 3 },
];
export const REASON_STEPS: readonly FitStep[] = [{ size: 2.5, lines: 3 }];
export const FIELD_STEPS: readonly FitStep[] = [
  { size: 3.5, lines: 1 },
  { size: 2.9, lines: 1 },
  { size: 2.2, lines: 2 },
  { size: 1.9, lines: 2 },
  { size: 1.55, lines: 3 },
];
export const CLAUSE_STEPS: readonly FitStep[] = [
  { size: 2.6, lines: 6 },
  { size: 2.3, lines: 7 },
  { size: 2.1, lines: 8 },
  { size: 1.85, lines: 9 },
  { size: 1.6, lines: 10 },
];
export const STATE_STEPS: readonly FitStep[] = [
  { size: 2.7, lines: 2 },
  { size: 2.2, lines: 3 },
  { size: 1.7, lines: 4 },
];
export const PREPARER_STEPS: readonly FitStep[] = [
  { size: 3, lines: 1 },
  { size: 2.2, lines: 2 },
  { size: 1.7, lines: 3 },
];

/** Fits `text` into a width in millimetres; cut at the smallest size when it does not fit at any. */
export function fitText(
  text: string,
  width: number,
  steps: readonly FitStep[],
  measure: MeasureText = estimateWidth,
): FittedText {
  let wrapped: readonly string[] = [];
  let step: FitStep = { size: 0, lines: 0 };
  for (step of steps) {
    wrapped = wrapText(text, width / step.size, measure);
    if (wrapped.length <= step.lines) return { ...step, wrapped };
  }
  const kept = wrapped.slice(0, step.lines);
  const last = kept.pop();
  if (last !== undefined) kept.push(withEllipsis(last, width / step.size, measure));
  return { ...step, wrapped: kept };
}

/** Lines no wider than `width` (em), broken between words; a word wider than a line is broken within. */
function wrapText(text: string, width: number, measure: MeasureText): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (measure(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (measure(line) > width) {
      const fitting = beginning(line, width, measure);
      lines.push(fitting);
      line = line.slice(fitting.length);
    }
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line];
}

/** The longest beginning that fits, at least one character (a surrogate pair is one). */
export function beginning(text: string, width: number, measure: MeasureText): string {
  let fitting = '';
  for (const character of text) {
    if (fitting !== '' && measure(fitting + character) > width) break;
    fitting += character;
  }
  return fitting;
}

function withEllipsis(text: string, width: number, measure: MeasureText): string {
  return measure(`${text}…`) <= width ? `${text}…` : `${beginning(text, width - 1, measure).trimEnd()}…`;
}

// Advance widths of Atkinson Hyperlegible Next in em, in classes; the widest of each class. What is in none is as wide as
// the widest letters, so that other scripts come out rather too small than too large.
const WIDTHS: readonly (readonly [characters: string, em: number])[] = [
  ["'.,:;`j|iíîï", 0.25],
  [' l!ł("f)[', 0.31],
  ['trť{]}-/I', 0.39],
  ['1yývzźżž_', 0.46],
  ['sśšcćçčk*?x', 0.49],
  ['7Jaąáâäã', 0.53],
  ['eęéëLŁuúüů2nńhoóöFT', 0.56],
  ['dgpqbEĘYbSŚ39$P~„”“–', 0.59],
  ['6458BRZŹŻ+XAKĄ=', 0.63],
  ['0CĆ#DwGHNŃU&', 0.7],
  ['OÓÖQ@', 0.78],
];
const WIDE = 0.92;
/** Browsers wrap a little differently, and another font may stand in. */
const CAUTION = 1.03;

const widthOf = new Map(
  WIDTHS.flatMap(([characters, em]) => Array.from(characters, (each) => [each, em] as const)),
);

function estimateWidth(text: string): number {
  let width = 0;
  for (const character of text) width += widthOf.get(character) ?? WIDE;
  return width * CAUTION;
}
