// Blocks of the plan as the paragraphs, lists and tables of a DOCX. Styles and pages are planDocx's.

import {
  AlignmentType,
  BorderStyle,
  ExternalHyperlink,
  type FileChild,
  HeadingLevel,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Inline } from '../../../domain/richText/blocks.ts';
import type {
  DocumentBlock,
  DocumentColumn,
  DocumentRow,
  DocumentTable,
  TextBlock,
} from '../planDocument.ts';

/** Name of the numbering that ordered lists use, each with a count of its own. */
export const NUMBERED = 'numbered';

/** Word has nine levels of lists. */
const DEEPEST = 8;
/** Of a level of a list, in twentieths of a point: what Word gives its bullets. */
export const INDENT = 720;
const HEADINGS = {
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
} as const;

const BORDER = { style: BorderStyle.SINGLE, size: 4, color: '8A8A8A' } as const;
const BORDERS = {
  top: BORDER,
  bottom: BORDER,
  left: BORDER,
  right: BORDER,
  insideHorizontal: BORDER,
  insideVertical: BORDER,
} as const;

export interface BlockWriter {
  readonly blocks: (blocks: readonly DocumentBlock[]) => readonly FileChild[];
}

/** Where a paragraph stands: its place in a list, and what the cell around it asks for. */
interface Place {
  readonly list?: { readonly level: number; readonly instance?: number };
  readonly isContinued?: boolean;
  readonly isInTable?: boolean;
  readonly isBold?: boolean;
  readonly align?: 'left' | 'right';
}

/** `width` is that of the text, in twentieths of a point. */
export function openBlocks(width: number): BlockWriter {
  let lists = 0;

  const text = (block: TextBlock, place: Place): readonly Paragraph[] => {
    switch (block.kind) {
      case 'paragraph':
        return [new Paragraph({ ...placed(place), children: [...runs(block.inlines, place.isBold)] })];
      case 'heading':
        // Within a cell a heading would stand in the contents without its table.
        return [
          place.isInTable === true
            ? new Paragraph({ ...placed(place), children: [...runs(block.inlines, true)] })
            : new Paragraph({ heading: HEADINGS[block.level], children: [...runs(block.inlines)] }),
        ];
      case 'list': {
        const level = Math.min(DEEPEST, place.list === undefined ? 0 : place.list.level + 1);
        lists += 1;
        const list = block.isOrdered ? { level, instance: lists } : { level };
        return block.items.flatMap((item) =>
          item.flatMap((each, index) =>
            // Only the first paragraph of an item bears its mark; the others stand below it.
            text(each, { ...place, list, isContinued: index > 0 && each.kind !== 'list' }),
          ),
        );
      }
    }
  };

  const row = (
    cells: DocumentRow,
    columns: DocumentTable['columns'],
    widths: readonly number[],
    isHead: boolean,
  ): TableRow =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map(({ isHeader, blocks }, column) => {
        const place: Place = {
          isInTable: true,
          isBold: isHeader,
          align: columns[column]?.align ?? 'left',
        };
        const children = blocks.flatMap((each) => text(each, place));
        return new TableCell({
          // Word calls a cell without a paragraph broken.
          children: children.length === 0 ? [new Paragraph({ style: 'TableText' })] : children,
          width: { size: widths[column] ?? 0, type: WidthType.DXA },
          ...(isHeader ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'ECECEC' } } : {}),
        });
      }),
    });

  const table = ({ columns, head, rows }: DocumentTable): readonly FileChild[] => {
    const widths = columnWidths(columns, width);
    return [
      new Table({
        columnWidths: [...widths],
        width: { size: width, type: WidthType.DXA },
        layout: TableLayoutType.FIXED,
        borders: BORDERS,
        margins: { left: 85, right: 85, top: 30, bottom: 30 },
        rows: [
          ...head.map((cells) => row(cells, columns, widths, true)),
          ...rows.map((cells) => row(cells, columns, widths, false)),
        ],
      }),
      // Two tables that touch become one.
      new Paragraph({ spacing: { after: 60 } }),
    ];
  };

  return {
    blocks: (blocks) =>
      blocks.flatMap((block): readonly FileChild[] =>
        block.kind === 'table' ? table(block) : text(block, {}),
      ),
  };
}

function placed({ list, isContinued, isInTable, align }: Place) {
  return {
    ...(isInTable === true ? { style: 'TableText' } : {}),
    ...(align === 'right' ? { alignment: AlignmentType.RIGHT } : {}),
    ...(list === undefined ? {} : listPlace(list, isContinued === true)),
  };
}

function listPlace({ level, instance }: NonNullable<Place['list']>, isContinued: boolean) {
  if (isContinued) return { indent: { left: INDENT * (level + 1) } };
  return instance === undefined
    ? { bullet: { level } }
    : { numbering: { reference: NUMBERED, level, instance } };
}

function runs(inlines: readonly Inline[], isAllBold = false): readonly ParagraphChild[] {
  return inlines.flatMap(({ text, isBold, isItalic, href }): readonly ParagraphChild[] => {
    // Said only where it is so: false would take it from the style.
    const style = {
      ...(isAllBold || isBold === true ? { bold: true } : {}),
      ...(isItalic === true ? { italics: true } : {}),
    };
    const link = href === undefined ? {} : { style: 'Hyperlink' };
    const children = text
      .split('\n')
      .map(
        (line, index) => new TextRun({ ...style, ...link, text: line, ...(index === 0 ? {} : { break: 1 }) }),
      );
    return href === undefined ? children : [new ExternalHyperlink({ link: href, children })];
  });
}

/** Whole twentieths of a point that add up to at most `width`. */
function columnWidths(columns: readonly DocumentColumn[], width: number): readonly number[] {
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  return columns.map(({ share }) => Math.floor((width * share) / all));
}
