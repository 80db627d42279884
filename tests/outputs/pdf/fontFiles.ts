// The fonts of the PDF, read from their package.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PdfFonts } from '../../../src/outputs/pdf/pdfFonts.ts';

const folder = join(
  import.meta.dirname,
  '../../../node_modules/@fontsource/atkinson-hyperlegible-next/files',
);

async function read(weight: number): Promise<readonly Uint8Array[]> {
  const files = ['latin', 'latin-ext'].map(
    (part) => `atkinson-hyperlegible-next-${part}-${weight}-normal.woff`,
  );
  return Promise.all(files.map(async (file) => new Uint8Array(await readFile(join(folder, file)))));
}

export async function readPdfFonts(): Promise<PdfFonts> {
  const [regular, bold] = await Promise.all([read(400), read(700)]);
  return { regular, bold };
}
