// How every PDF of the app is set up: A4, tagged (PDF/UA), in a language, with nothing but embedded fonts.

import type { DocumentOptions } from 'pdfkit';
import { PAPER } from '../sheetGeometry.ts';
import { POINTS } from './pdfPen.ts';

export interface PdfDetails {
  readonly language: 'pl' | 'en';
  readonly author: string;
  readonly createdAt: Date;
}

export function pdfOptions(title: string, { language, author, createdAt }: PdfDetails): DocumentOptions {
  return {
    size: [PAPER.width * POINTS, PAPER.height * POINTS],
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    subset: 'PDF/UA',
    tagged: true,
    displayTitle: true,
    lang: language,
    font: '',
    info: {
      Title: title,
      Author: author,
      Creator: 'Wspólnie',
      Producer: 'Wspólnie',
      CreationDate: createdAt,
    },
  };
}
