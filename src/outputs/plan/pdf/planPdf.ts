// The plan as a PDF file: title page, contents with page numbers, the sections; tagged (PDF/UA), with an outline, made on the
// device without internet. What stands in it is planDocument's. Print is this file: its pages are the paper's.

import PDFDocument from 'pdfkit';
import { toBytes } from 'pdfkit/output';
import type { WrittenPdf } from '../../pdf/listPdf.ts';
import type { PdfFonts } from '../../pdf/pdfFonts.ts';
import { missingCharacters, openPen, type PdfPen } from '../../pdf/pdfPen.ts';
import { type PdfDetails, pdfOptions } from '../../pdf/pdfOptions.ts';
import { documentTexts } from '../documentTexts.ts';
import type { PlanDocument } from '../planDocument.ts';
import { withTexts } from '../readableDocument.ts';
import { drawPages, TEXT_HEIGHT, TEXT_WIDTH } from './drawPages.ts';
import type { Tag } from './flow.ts';
import { openFlow } from './flowBlocks.ts';
import { type ContentsEntry, contentsPages, titlePage } from './frontPages.ts';
import { layoutPages, type Page } from './layoutPages.ts';
import type { Measure } from './wrapInlines.ts';

export interface PlanPdfDetails extends PdfDetails {
  /** What becomes of letters that the fonts lack: the file is refused with their list, or a sign stands for each. */
  readonly missingLetters: 'refuse' | 'replace';
}

const REPLACEMENT = '?';

/** The same plan, fonts and details give the same bytes. */
export async function planPdf(
  given: PlanDocument,
  fonts: PdfFonts,
  details: PlanPdfDetails,
): Promise<WrittenPdf> {
  const characters = missingCharacters(documentTexts(given), fonts);
  if (characters.length > 0 && details.missingLetters === 'refuse') return { kind: 'refused', characters };
  const missing = new Set(characters);
  const plan =
    missing.size === 0
      ? given
      : withTexts(given, (text) =>
          Array.from(text, (letter) => (missing.has(letter) ? REPLACEMENT : letter)).join(''),
        );
  const pdf = new PDFDocument(pdfOptions(plan.name, details));
  const bytes = toBytes(pdf);
  const pen = openPen(pdf, fonts);
  const root: Tag = { type: 'Document', parent: undefined };
  const pages = allPages(plan, rememberWidths(pen), root);
  const numbered = pages.map((page, index) => ({ page, number: plan.page(index + 1, pages.length) }));
  drawPages(pdf, pen, numbered, root);
  pdf.end();
  return { kind: 'written', bytes: await bytes };
}

function allPages(plan: PlanDocument, measure: Measure, root: Tag): readonly Page[] {
  const flow = openFlow(TEXT_WIDTH, measure);
  const front = titlePage(plan, flow, root);
  const items = plan.sections.flatMap(({ heading, blocks }, index) => {
    const section: Tag = { type: 'Sect', parent: root };
    return [...flow.heading(heading, `section-${index + 1}`, section), ...flow.blocks(blocks, section)];
  });
  const body = layoutPages(items, TEXT_HEIGHT);
  const entries = (before: number): readonly ContentsEntry[] =>
    body.flatMap(({ places }, index) =>
      places
        .filter(({ place }) => place.level <= 2)
        .map(({ place }) => ({ place, page: before + index + 1 })),
    );
  const contents = (before: number) => contentsPages(plan.contentsTitle, entries(before), measure, root);
  return [front, ...contents(1 + contents(0).length), ...body];
}

/** Words come again and again, and measuring one costs. */
function rememberWidths(pen: PdfPen): Measure {
  const known = { regular: new Map<string, number>(), bold: new Map<string, number>() };
  return (weight) => {
    const measure = pen.measure(weight);
    return (text) => {
      const found = known[weight].get(text);
      if (found !== undefined) return found;
      const width = measure(text);
      known[weight].set(text, width);
      return width;
    };
  };
}
