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
import { drawPages, TEXT_HEIGHT, TEXT_WIDTH } from './drawPages.ts';
import type { Tag } from './flow.ts';
import { openFlow } from './flowBlocks.ts';
import { type ContentsEntry, contentsPages, titlePage } from './frontPages.ts';
import { layoutPages, type Page } from './layoutPages.ts';
import type { Measure } from './wrapInlines.ts';

/** The same plan, fonts and details give the same bytes. */
export async function planPdf(plan: PlanDocument, fonts: PdfFonts, details: PdfDetails): Promise<WrittenPdf> {
  const characters = missingCharacters(documentTexts(plan), fonts);
  if (characters.length > 0) return { kind: 'refused', characters };
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
