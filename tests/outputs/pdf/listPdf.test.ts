// The PDF file of a list: as many pages as sheets, tagged, vectors only, and an honest refusal of what its fonts lack. How
// its text reads is checked with the printed pages in tests/e2e.
import { inflateSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { attendanceListDocument } from '../../../src/outputs/attendanceList.ts';
import { listPdf, type WrittenPdf } from '../../../src/outputs/pdf/listPdf.ts';
import type { PdfFonts } from '../../../src/outputs/pdf/pdfFonts.ts';
import { listWords } from '../../../src/rooms/attendance/print/listWords.ts';
import { attendanceRow, listFacts, manyRows } from '../listFixture.ts';
import { readPdfFonts } from './fontFiles.ts';

let fonts: PdfFonts;

beforeAll(async () => {
  fonts = await readPdfFonts();
});

const OPTIONS = { content: { kind: 'filled', walkInRows: 'none' }, contactSheet: false } as const;

async function write(rows: Parameters<typeof listFacts>[0]): Promise<WrittenPdf> {
  const list = attendanceListDocument(listFacts(rows), OPTIONS, listWords());
  return listPdf(list, fonts, { language: 'pl', author: 'Biblioteka', createdAt: new Date(0) });
}

async function bytesOf(count: number): Promise<Uint8Array> {
  const written = await write(manyRows(count));
  if (written.kind === 'refused') throw new Error(`refused: ${written.characters.join(' ')}`);
  return written.bytes;
}

/** The objects of the file as text, its streams inflated. */
function readPdf(bytes: Uint8Array): string {
  const raw = Buffer.from(bytes).toString('latin1');
  return raw.replace(/stream\r?\n([\s\S]*?)\r?\nendstream/g, (whole, body: string) => {
    try {
      return inflateSync(Buffer.from(body, 'latin1')).toString('latin1');
    } catch {
      // XMP metadata and the like are not compressed.
      return whole;
    }
  });
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

describe('the file', () => {
  test.each([
    [18, 1],
    [60, 3],
  ])('of %i people has %i pages, a table on each', async (people, pages) => {
    const text = readPdf(await bytesOf(people));
    expect(count(text, /\/Type \/Page\b(?!s)/g)).toBe(pages);
    expect(count(text, /\/S \/Table\b/g)).toBe(pages);
    expect(count(text, /\/S \/TR\b/g)).toBe(people + pages);
    expect(count(text, /\/S \/TH\b/g)).toBe(4 * pages);
  });

  test('is tagged Polish with a title, and embeds its fonts', async () => {
    const text = readPdf(await bytesOf(3));
    expect(text).toContain('/Marked true');
    expect(text).toContain('/Lang (pl)');
    expect(text).toContain('/DisplayDocTitle true');
    expect(text).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(count(text, /\/FontFile2/g)).toBeGreaterThan(0);
    expect(text).not.toContain('/BaseFont /Helvetica');
  });

  test('draws signatures as curves that a reader is told of, and holds no picture', async () => {
    const text = readPdf(await bytesOf(4));
    expect(count(text, /\/S \/Figure\b/g)).toBe(3);
    expect(text).not.toMatch(/\/Subtype \/Image/);
  });

  test('is the same for the same list', async () => {
    expect(Buffer.from(await bytesOf(5)).equals(Buffer.from(await bytesOf(5)))).toBe(true);
  });
});

test('letters that its fonts lack are named, each once, and no file with holes is made', async () => {
  const rows = [attendanceRow(1, { name: 'Олена Шевченко' }), attendanceRow(2, { name: 'Anna 🎉🎉 Łoś' })];
  const written = await write(rows);
  if (written.kind === 'written') throw new Error('a file was made');
  expect(written.characters).toEqual(expect.arrayContaining(['О', 'Ш', '🎉']));
  expect(new Set(written.characters).size).toBe(written.characters.length);
});

test('every Polish letter and the signs of the catalogue are in its fonts', async () => {
  const name = 'Zażółć gęślą jaźń ZAŻÓŁĆ GĘŚLĄ JAŹŃ „x” – — … § € @';
  expect((await write([attendanceRow(1, { name })])).kind).toBe('written');
});
