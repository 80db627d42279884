// The attendance list as a PDF file: real text, vector signatures, tagged (PDF/UA), made on the device without internet.
// What stands on the sheets is attendanceList's; getting the bytes to the person is the room's.

import PDFDocument, { type StructureElement } from 'pdfkit';
import { toBytes } from 'pdfkit/output';
import type { ListDocument } from '../listDocument.ts';
import { sheetTexts } from '../sheetTexts.ts';
import type { PdfFonts } from './pdfFonts.ts';
import { drawSheet } from './drawSheet.ts';
import { type PdfDetails, pdfOptions } from './pdfOptions.ts';
import { missingCharacters, openPen } from './pdfPen.ts';

export type WrittenPdf =
  | { readonly kind: 'written'; readonly bytes: Uint8Array }
  /** The embedded fonts lack these; printing, which has the device's fonts, can draw them. */
  | { readonly kind: 'refused'; readonly characters: readonly string[] };

/** The same list, fonts and details give the same bytes. */
export async function listPdf(list: ListDocument, fonts: PdfFonts, details: PdfDetails): Promise<WrittenPdf> {
  const characters = missingCharacters([list.name, ...list.sheets.flatMap(sheetTexts)], fonts);
  if (characters.length > 0) return { kind: 'refused', characters };
  const pdf = new PDFDocument(pdfOptions(list.name, details));
  const bytes = toBytes(pdf);
  const pen = openPen(pdf, fonts);
  const root: StructureElement = pdf.struct('Document');
  pdf.addStructure(root);
  for (const sheet of list.sheets) {
    pdf.addPage();
    drawSheet(pdf, pen, root, sheet);
  }
  root.end();
  pdf.end();
  return { kind: 'written', bytes: await bytes };
}
