// The fonts of the PDF, embedded in it as far as they are used. They come as two files a weight, Latin and its extension with
// the Polish letters; woff, because PDFKit takes glyphs out of it and not out of woff2.

import boldLatin from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-700-normal.woff?url';
import boldExtended from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-700-normal.woff?url';
import regularLatin from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff?url';
import regularExtended from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-400-normal.woff?url';

export const WEIGHTS = ['regular', 'bold'] as const;
export type Weight = (typeof WEIGHTS)[number];

/** Font files of each weight; a character is drawn with the first that has it. */
export type PdfFonts = Readonly<Record<Weight, readonly Uint8Array[]>>;

/** Fetches them; the service worker has them without internet. Rejects when one does not come. */
export async function loadPdfFonts(): Promise<PdfFonts> {
  const load = (urls: readonly string[]): Promise<readonly Uint8Array[]> => Promise.all(urls.map(bytesOf));
  const [regular, bold] = await Promise.all([
    load([regularLatin, regularExtended]),
    load([boldLatin, boldExtended]),
  ]);
  return { regular, bold };
}

async function bytesOf(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`the font ${url} did not come: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
