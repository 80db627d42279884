// Makes the PDF of a list and hands it over as a download. The writer and its fonts come when first used; the service worker
// has them without internet.

import type { ListDocument } from '../../../../outputs/listDocument.ts';
import { currentLanguage } from '../../../../ui/i18n/language.ts';
import { saveFile } from '../../../../ui/saveFile.ts';

export type SavedPdf =
  | { readonly kind: 'saved' }
  /** The fonts of the PDF lack these characters. */
  | { readonly kind: 'refused'; readonly characters: readonly string[] };

/** Rejects when the writer or a font does not come. */
export async function savePdf(list: ListDocument, author: string, createdAt: Date): Promise<SavedPdf> {
  const [{ listPdf }, { loadPdfFonts }] = await Promise.all([
    import('../../../../outputs/pdf/listPdf.ts'),
    import('../../../../outputs/pdf/pdfFonts.ts'),
  ]);
  const written = await listPdf(list, await loadPdfFonts(), {
    language: currentLanguage(),
    author,
    createdAt,
  });
  switch (written.kind) {
    case 'refused':
      return written;
    case 'written':
      saveFile(`${list.name}.pdf`, 'application/pdf', written.bytes);
      return { kind: 'saved' };
  }
}
