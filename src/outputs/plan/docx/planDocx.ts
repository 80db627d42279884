// The plan as a DOCX file: named styles, real headings, lists and tables, a table of contents, page numbers. What stands in it
// is planDocument's; its parts are docxBlocks's.

import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  HeadingLevel,
  type IStylesOptions,
  LeaderType,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TableOfContents,
  TextRun,
} from 'docx';
import type { PlanDocument } from '../planDocument.ts';
import { type BlockWriter, INDENT, NUMBERED, openBlocks } from './docxBlocks.ts';

export interface DocxDetails {
  readonly language: 'pl' | 'en';
  readonly author: string;
}

export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A4 and margins in twentieths of a point. */
const PAGE = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: 1134, right: 1134, bottom: 1134, left: 1304 },
};
/** Word, LibreOffice and Google's editor each have a font that measures as Calibri does. */
const FONT = 'Calibri';
const INK = '1F1F1F';

export async function planDocx(plan: PlanDocument, { language, author }: DocxDetails): Promise<Uint8Array> {
  const write = openBlocks(PAGE.size.width - PAGE.margin.left - PAGE.margin.right);
  const file = new Document({
    title: plan.name,
    creator: author,
    lastModifiedBy: author,
    description: plan.title,
    styles: styles(language),
    // Pages are Word's to number when it is asked to: a field that waits for its number makes it ask at each opening.
    pageNumbers: () => ({ bookmarks: new Map() }),
    numbering: { config: [{ reference: NUMBERED, levels: numberedLevels() }] },
    sections: [
      {
        properties: { page: PAGE, titlePage: true },
        footers: { default: pageFooter(plan), first: new Footer({ children: [new Paragraph({})] }) },
        children: [...frontPage(plan), ...sections(plan, write)],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

function frontPage(plan: PlanDocument): readonly FileChild[] {
  return [
    new Paragraph({ text: plan.title, heading: HeadingLevel.TITLE }),
    new Paragraph({ text: plan.subtitle, style: 'Subtitle' }),
    ...plan.front.map((text) => new Paragraph({ text, alignment: AlignmentType.CENTER })),
    new Paragraph({ text: plan.contentsTitle, style: 'ContentsTitle', pageBreakBefore: true }),
    // Its entries are links.
    new TableOfContents(plan.contentsTitle, {
      hyperlink: true,
      headingStyleRange: '1-2',
      tabLeader: LeaderType.NONE,
    }),
  ];
}

function sections(plan: PlanDocument, write: BlockWriter): readonly FileChild[] {
  return plan.sections.flatMap(({ heading, blocks }, index) => [
    new Paragraph({ text: heading, heading: HeadingLevel.HEADING_1, pageBreakBefore: index === 0 }),
    ...write.blocks(blocks),
  ]);
}

/** "Strona 1 z 3", where the numbers are fields that the reader's program fills in. */
function pageFooter(plan: PlanDocument): Footer {
  const [page, all] = [701, 702];
  const parts = plan.page(page, all).split(/(701|702)/);
  const run = new TextRun({
    size: 18,
    children: parts.map((part) => {
      if (part === String(page)) return PageNumber.CURRENT;
      return part === String(all) ? PageNumber.TOTAL_PAGES : part;
    }),
  });
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [run] })] });
}

function styles(language: DocxDetails['language']): IStylesOptions {
  const headingStyle = (outlineLevel: number, size: number, before: number) => ({
    run: { font: FONT, size, bold: true, color: INK },
    paragraph: {
      spacing: { before, after: 120, line: 240, lineRule: LineRuleType.AUTO },
      keepNext: true,
      keepLines: true,
      outlineLevel,
    },
  });
  return {
    default: {
      document: {
        run: { font: FONT, size: 22, language: { value: language === 'pl' ? 'pl-PL' : 'en-GB' } },
        paragraph: { spacing: { after: 120, line: 264, lineRule: LineRuleType.AUTO } },
      },
      title: {
        run: { font: FONT, size: 52, bold: true, color: INK },
        paragraph: {
          spacing: { before: 3600, after: 360, line: 240, lineRule: LineRuleType.AUTO },
          alignment: AlignmentType.CENTER,
        },
      },
      heading1: headingStyle(0, 32, 400),
      heading2: headingStyle(1, 27, 320),
      heading3: headingStyle(2, 24, 240),
      heading4: headingStyle(3, 22, 200),
    },
    paragraphStyles: [
      {
        id: 'Subtitle',
        name: 'Subtitle',
        basedOn: 'Normal',
        next: 'Normal',
        run: { size: 32 },
        paragraph: { spacing: { after: 480 }, alignment: AlignmentType.CENTER },
      },
      {
        id: 'ContentsTitle',
        name: 'TOC Heading',
        basedOn: 'Normal',
        next: 'Normal',
        run: { size: 32, bold: true },
        paragraph: { spacing: { after: 200 }, keepNext: true },
      },
      {
        id: 'TableText',
        name: 'Table Text',
        basedOn: 'Normal',
        run: { size: 19 },
        paragraph: { spacing: { before: 20, after: 20, line: 240, lineRule: LineRuleType.AUTO } },
      },
    ],
  };
}

function numberedLevels() {
  return Array.from({ length: 9 }, (_each, level) => ({
    level,
    format: LevelFormat.DECIMAL,
    text: `%${level + 1}.`,
    alignment: AlignmentType.START,
    style: { paragraph: { indent: { left: INDENT * (level + 1), hanging: 425 } } },
  }));
}
