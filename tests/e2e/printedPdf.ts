// Reads PDF files of the attendance list with poppler, as a person with paper in hand would: pages, columns, pictures.

import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CONTENT_WIDTH, FIELD_LINES, HEIGHT, LIST_COLUMNS, MARGIN } from '../../src/outputs/sheetGeometry.ts';
import { ROWS_ON_SHEET } from '../../src/outputs/inSheets.ts';

const run = promisify(execFile);

export interface PrintedPdf {
  readonly pages: number;
  /** "595.276 x 841.89 pts (A4)" */
  readonly pageSize: string;
  /** Whole text in its layout. */
  readonly text: string;
  /** What stands in the rows of one column, sheet by sheet, white space collapsed. */
  readonly column: (column: number) => Promise<readonly string[]>;
  /** Raster images in the file. */
  readonly images: number;
  readonly remove: () => Promise<void>;
}

/** Tenths of millimetres: poppler's pixels at 254 dpi. */
const DPI = 254;
const tenths = (mm: number): string => String(Math.round(mm * 10));

const ROWS_TOP =
  MARGIN.top + HEIGHT.programme + HEIGHT.title + FIELD_LINES * HEIGHT.field + HEIGHT.gap + HEIGHT.tableHead;

export async function readPrintedPdf(bytes: Uint8Array): Promise<PrintedPdf> {
  const folder = await mkdtemp(join(tmpdir(), 'wspolnie-pdf-'));
  const file = join(folder, 'list.pdf');
  await writeFile(file, bytes);
  const info = (await run('pdfinfo', [file])).stdout;
  const pages = Number(/^Pages:\s+(\d+)$/m.exec(info)?.[1]);
  const images = (await run('pdfimages', ['-list', file])).stdout.trim().split('\n').length - 2;
  return {
    pages,
    pageSize: /^Page size:\s+(.+)$/m.exec(info)?.[1] ?? '',
    text: (await run('pdftotext', ['-layout', file, '-'])).stdout,
    images,
    column: async (column) => {
      const left = MARGIN.left + LIST_COLUMNS.slice(0, column).reduce((sum, width) => sum + width, 0);
      const width = LIST_COLUMNS[column] ?? CONTENT_WIDTH;
      const box = ['-x', tenths(left), '-y', tenths(ROWS_TOP), '-W', tenths(width)];
      const height = ['-H', tenths(ROWS_ON_SHEET * HEIGHT.row)];
      const found: string[] = [];
      for (let page = 1; page <= pages; page += 1) {
        const range = ['-f', String(page), '-l', String(page)];
        const args = ['-r', String(DPI), ...box, ...height, ...range, '-raw', file, '-'];
        found.push((await run('pdftotext', args)).stdout.replace(/\s+/g, ' ').trim());
      }
      return found;
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
