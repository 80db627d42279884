// Writes and draws on a PDF page in millimetres from its top left corner. It picks for each letter the font file that has
// it; where things stand is left to listPdf.

import { create } from 'fontkit';
import type PDFDocument from 'pdfkit';
import type { MeasureText } from '../fitText.ts';
import type { PlacedSignature } from '../placeSignature.ts';
import { type PdfFonts, WEIGHTS, type Weight } from './pdfFonts.ts';

/** Points in a millimetre. */
export const POINTS = 72 / 25.4;

const INK = '#000000';
/** Behind headings of a table. */
const SHADE = '#ececec';
/** Of the pen a signature is drawn with: blue-black, readable on a copy. */
const PEN_INK = '#1b2a5e';

export interface PdfPen {
  /** Writes one line; `baseline` is the y that the letters stand on, `size` theirs. Italics are the upright letters, slanted. */
  readonly write: (
    text: string,
    x: number,
    baseline: number,
    size: number,
    weight?: Weight,
    isItalic?: boolean,
  ) => void;
  readonly measure: (weight: Weight) => MeasureText;
  readonly line: (fromX: number, fromY: number, toX: number, toY: number, width: number) => void;
  readonly shade: (x: number, y: number, width: number, height: number) => void;
  readonly signature: (placed: PlacedSignature, x: number, y: number) => void;
}

interface Run {
  readonly font: string;
  text: string;
}

export function openPen(document: PDFDocument, fonts: PdfFonts): PdfPen {
  const coverage = coverageOf(fonts);
  for (const weight of WEIGHTS) {
    for (const [index, bytes] of fonts[weight].entries()) document.registerFont(`${weight}${index}`, bytes);
  }

  const runsOf = (text: string, weight: Weight): readonly Run[] => {
    const runs: Run[] = [];
    for (const character of text) {
      const found = coverage[weight].findIndex((has) => has(character));
      const font = `${weight}${Math.max(found, 0)}`;
      const last = runs.at(-1);
      if (last?.font === font) last.text += character;
      else runs.push({ font, text: character });
    }
    return runs;
  };

  return {
    write: (text, x, baseline, size, weight = 'regular', isItalic = false) => {
      let at = x * POINTS;
      document.fontSize(size * POINTS).fillColor(INK);
      for (const run of runsOf(text, weight)) {
        document.font(run.font).text(run.text, at, baseline * POINTS, {
          lineBreak: false,
          baseline: 'alphabetic',
          oblique: isItalic,
        });
        at += document.widthOfString(run.text);
      }
    },
    measure: (weight) => (text) => {
      document.fontSize(1);
      return runsOf(text, weight).reduce(
        (width, run) => width + document.font(run.font).widthOfString(run.text),
        0,
      );
    },
    line: (fromX, fromY, toX, toY, width) => {
      document
        .strokeColor(INK)
        .lineWidth(width * POINTS)
        .moveTo(fromX * POINTS, fromY * POINTS)
        .lineTo(toX * POINTS, toY * POINTS)
        .stroke();
    },
    shade: (x, y, width, height) => {
      document.rect(x * POINTS, y * POINTS, width * POINTS, height * POINTS).fill(SHADE);
    },
    signature: ({ path, scale, x, y, strokeWidth }, left, top) => {
      document
        .save()
        .translate((left + x) * POINTS, (top + y) * POINTS)
        .scale(scale * POINTS)
        .lineWidth(strokeWidth)
        .lineCap('round')
        .lineJoin('round')
        .strokeColor(PEN_INK)
        .path(path)
        .stroke()
        .restore();
    },
  };
}

type Coverage = Readonly<Record<Weight, readonly ((character: string) => boolean)[]>>;

function coverageOf(fonts: PdfFonts): Coverage {
  const cover = (weight: Weight) =>
    fonts[weight].map((bytes) => {
      const font = create(bytes);
      return (character: string): boolean => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
    });
  return { regular: cover('regular'), bold: cover('bold') };
}

/** Characters of the texts that no font file has, each once: other scripts, emoji. */
export function missingCharacters(texts: Iterable<string>, fonts: PdfFonts): readonly string[] {
  const coverage = coverageOf(fonts);
  const characters = new Set([...texts].flatMap((text) => Array.from(text)));
  return [...characters].filter(
    (character) => !WEIGHTS.every((weight) => coverage[weight].some((has) => has(character))),
  );
}
