// Draws pages that are laid out into a PDF, with the structure that a screen reader reads, links, and the outline.

import type PDFDocument from 'pdfkit';
import type { OutlineItem, StructureElement } from 'pdfkit';
import { PAPER } from '../../sheetGeometry.ts';
import { type PdfPen, POINTS } from '../../pdf/pdfPen.ts';
import { LINE_HEIGHT } from './flowBlocks.ts';
import type { LinkTarget, Piece, Tag } from './flow.ts';
import type { Mark, Page, PlacedHeading, PlacedLine } from './layoutPages.ts';

/** Margins of a page; below the text stands the page's number. */
const EDGE = { left: 23, right: 18, top: 18, bottom: 22 } as const;
export const TEXT_WIDTH = PAPER.width - EDGE.left - EDGE.right;
export const TEXT_HEIGHT = PAPER.height - EDGE.top - EDGE.bottom;

/** Height of the baseline below the top of a line, in heights of the line. */
const BASELINE = 0.75;
const HAIRLINE = 0.2;
const MARK_GAP = 4.5;
const NUMBER = { size: 2.9, y: PAPER.height - 12 } as const;

export function drawPages(pdf: PDFDocument, pen: PdfPen, pages: readonly DrawnPage[], root: Tag): void {
  const elements = new Map<Tag, StructureElement>();
  const document = pdf.struct(root.type);
  pdf.addStructure(document);
  elements.set(root, document);
  const outline = openOutline(pdf);

  const elementOf = (tag: Tag): StructureElement => {
    const known = elements.get(tag);
    if (known !== undefined) return known;
    const made = pdf.struct(tag.type, tag.type === 'TH' ? { scope: 'Column' } : {});
    elementOf(tag.parent ?? root).add(made);
    elements.set(tag, made);
    return made;
  };

  /** A part of a line that is one link, or none, below its tag. */
  const drawPart = (
    element: StructureElement,
    tag: Tag,
    part: LinePart,
    baseline: number,
    height: number,
  ) => {
    if (part.target === undefined) {
      const content = pdf.markStructureContent(tag.type);
      writePieces(pen, part.pieces, part.x, baseline, part.size);
      pdf.endMarkedContent();
      element.add(content);
      return;
    }
    const link = pdf.struct('Link');
    element.add(link);
    const content = pdf.markStructureContent('Link');
    writePieces(pen, part.pieces, part.x, baseline, part.size);
    if (part.target.kind === 'web') underline(pen, part.pieces, part.x, baseline);
    pdf.endMarkedContent();
    link.add(content);
    linkTo(pdf, link, part, baseline - height * BASELINE, height);
    link.end();
  };

  const drawMark = ({ tag, lines }: Mark): void => {
    if (tag === undefined) {
      pdf.markContent('Artifact', { type: 'Pagination' });
      for (const { line, x, y } of lines) {
        writePieces(pen, line.pieces, EDGE.left + x, baselineOf(line, y), line.size);
      }
      pdf.endMarkedContent();
      return;
    }
    for (const placed of lines) {
      const { line, x, y } = placed;
      if (line.mark !== undefined) {
        const label = elementOf(line.mark.tag);
        const content = pdf.markStructureContent('Lbl');
        pen.write(line.mark.text, EDGE.left + x - MARK_GAP, baselineOf(line, y), line.size);
        pdf.endMarkedContent();
        label.add(content);
      }
      const element = elementOf(tag);
      for (const part of partsOf(placed)) drawPart(element, tag, part, baselineOf(line, y), line.height);
    }
    if (lines.length === 0) elementOf(tag);
  };

  for (const [index, { page, number }] of pages.entries()) {
    pdf.addPage();
    pdf.markContent('Artifact', { type: 'Layout' });
    for (const { x, y, width, height, isShaded } of page.boxes) {
      const [left, top] = [EDGE.left + x, EDGE.top + y];
      if (isShaded) pen.shade(left, top, width, height);
      for (const at of [top, top + height]) pen.line(left, at, left + width, at, HAIRLINE);
      for (const at of [left, left + width]) pen.line(at, top, at, top + height, HAIRLINE);
    }
    pdf.endMarkedContent();
    for (const placed of page.places) placeHeading(pdf, outline, placed, index);
    page.marks.forEach(drawMark);
    pdf.markContent('Artifact', { type: 'Pagination' });
    const wide = pen.measure('regular')(number) * NUMBER.size;
    pen.write(number, EDGE.left + TEXT_WIDTH - wide, NUMBER.y, NUMBER.size);
    pdf.endMarkedContent();
  }
  document.end();
}

export interface DrawnPage {
  readonly page: Page;
  /** "Strona 1 z 3" */
  readonly number: string;
}

interface LinePart {
  readonly pieces: readonly Piece[];
  readonly target: LinkTarget | undefined;
  /** Left edge of the line on the paper. */
  readonly x: number;
  readonly size: number;
}

/** Neighbours of one target are one link. An empty line has no part. */
function partsOf({ line, x }: PlacedLine): readonly LinePart[] {
  const parts: { readonly pieces: Piece[]; readonly target: LinkTarget | undefined }[] = [];
  for (const piece of line.pieces) {
    const last = parts.at(-1);
    if (last !== undefined && last.target === piece.target) last.pieces.push(piece);
    else parts.push({ pieces: [piece], target: piece.target });
  }
  return parts.map((part) => ({ ...part, x: EDGE.left + x, size: line.size }));
}

const baselineOf = ({ size }: { readonly size: number }, y: number): number =>
  EDGE.top + y + size * LINE_HEIGHT * BASELINE;

function writePieces(
  pen: PdfPen,
  pieces: readonly Piece[],
  left: number,
  baseline: number,
  size: number,
): void {
  for (const { text, x, weight, isItalic } of pieces) {
    pen.write(text, left + x, baseline, size, weight, isItalic);
  }
}

function underline(pen: PdfPen, pieces: readonly Piece[], left: number, baseline: number): void {
  for (const { x, width } of pieces)
    pen.line(left + x, baseline + 0.6, left + x + width, baseline + 0.6, HAIRLINE);
}

function linkTo(pdf: PDFDocument, link: StructureElement, part: LinePart, top: number, height: number): void {
  const { pieces, target, x } = part;
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (first === undefined || last === undefined || target === undefined) return;
  const [left, wide] = [(x + first.x) * POINTS, (last.x + last.width - first.x) * POINTS];
  const text = pieces.map((piece) => piece.text).join('');
  const options = { structParent: link, Contents: asPdfText(text) };
  switch (target.kind) {
    case 'web':
      pdf.link(left, top * POINTS, wide, height * POINTS, target.url, options);
      break;
    case 'place':
      pdf.goTo(left, top * POINTS, wide, height * POINTS, target.name, options);
      break;
  }
}

/** PDFKit writes a plain string as a name, and a String object as text. */
// oxlint-disable-next-line typescript/no-wrapper-object-types
function asPdfText(text: string): String {
  // oxlint-disable-next-line no-new-wrappers
  return new String(text);
}

type Outline = { readonly level: number; readonly item: OutlineItem }[];

function openOutline(pdf: PDFDocument): Outline {
  return [{ level: 0, item: pdf.outline }];
}

/** Makes a heading a place to be led to, and an entry of the outline below the last one of a higher level. */
function placeHeading(pdf: PDFDocument, outline: Outline, { place, y }: PlacedHeading, page: number): void {
  const top = (EDGE.top + y - 2) * POINTS;
  pdf.addNamedDestination(place.name, 'XYZ', 0, top, null);
  while (outline.length > 1 && (outline.at(-1)?.level ?? 0) >= place.level) outline.pop();
  const parent = outline.at(-1)?.item ?? pdf.outline;
  const item = parent.addItem(place.title, { pageNumber: page, top, left: PAPER.width * POINTS });
  outline.push({ level: place.level, item });
}
