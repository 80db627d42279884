// The body of a DOCX as blocks: paragraphs, headings, lists put together of their items, tables.

import type { Block, Inline, RichText, TableCell, TableRow } from '../../../domain/richText/blocks.ts';
import { plainTextOf } from '../../../domain/richText/plainText.ts';
import type { RoleOf } from './docxStyles.ts';
import { type LeftOut, readParagraph } from './docxText.ts';
import { attributeOf, childOf, childrenOf, isOn, type Relation, wordName } from './docxXml.ts';

/** Deeper nesting comes from damaged files only. */
const DEEPEST = 40;

export interface DocxContext {
  readonly roleOf: RoleOf;
  readonly relations: ReadonlyMap<string, Relation>;
  readonly leftOut: LeftOut;
}

/** A paragraph that is an item, before the items are put into lists. */
interface Item {
  readonly level: number;
  readonly isOrdered: boolean;
  readonly list: string;
  readonly blocks: Block[];
}

export function readBlocks(parent: Element, context: DocxContext, depth = 0): RichText {
  const blocks: Block[] = [];
  let items: Item[] = [];
  const endList = (): void => {
    blocks.push(...listsOf(items));
    items = [];
  };

  const paragraph = (element: Element): void => {
    const role = context.roleOf(childOf(element, 'pPr'));
    const { inlines, textBoxes } = readParagraph(element, context.relations, context.leftOut);
    const beside = textBoxes.flatMap((box) => readBlocks(box, context, depth + 1));
    if (inlines.length > 0) {
      switch (role.kind) {
        case 'contents':
          break;
        case 'item':
          if (items.length > 0 && items[0]?.list !== role.list && role.level === 0) endList();
          items.push({ ...role, blocks: [{ kind: 'paragraph', inlines }] });
          break;
        case 'heading':
          endList();
          blocks.push({ kind: 'heading', level: role.level, inlines: notBold(inlines) });
          break;
        case 'text':
          endList();
          blocks.push({ kind: 'paragraph', inlines });
          break;
      }
    }
    if (beside.length > 0) {
      endList();
      blocks.push(...beside);
    }
  };

  const walk = (container: Element): void => {
    for (const child of container.children) {
      switch (wordName(child)) {
        case 'p':
          paragraph(child);
          break;
        case 'tbl':
          endList();
          if (depth < DEEPEST) blocks.push(...readTable(child, context, depth + 1));
          break;
        case 'sdt':
          if (!isContents(child)) walk(childOf(child, 'sdtContent') ?? child);
          break;
        case 'ins':
        case 'moveTo':
        case 'customXml':
          walk(child);
          break;
        default:
      }
    }
  };
  walk(parent);
  endList();
  return blocks;
}

function isContents(sdt: Element): boolean {
  const gallery = childOf(childOf(childOf(sdt, 'sdtPr'), 'docPartObj'), 'docPartGallery');
  return attributeOf(gallery, 'val') === 'Table of Contents';
}

/** Items of a deeper level are a list within the item before them. */
function listsOf(items: readonly Item[]): readonly Block[] {
  const lists: Block[] = [];
  let index = 0;
  while (index < items.length) {
    const first = items[index];
    if (first === undefined) break;
    const own: (readonly Block[])[] = [];
    while (index < items.length) {
      const item = items[index];
      if (item === undefined || item.level < first.level || item.isOrdered !== first.isOrdered) break;
      const end = items.findIndex((each, at) => at > index && each.level <= first.level);
      const inner = items.slice(index + 1, end === -1 ? items.length : end);
      own.push([...item.blocks, ...listsOf(inner)]);
      index += 1 + inner.length;
    }
    lists.push({ kind: 'list', isOrdered: first.isOrdered, items: own });
  }
  return lists;
}

function readTable(table: Element, context: DocxContext, depth: number): RichText {
  const rows = childrenOf(table, 'tr')
    .filter((row) => childOf(childOf(row, 'trPr'), 'del') === undefined)
    .map((row) => readRow(row, context, depth));
  return rows.some(({ cells }) => cells.length > 0) ? [{ kind: 'table', rows }] : [];
}

function readRow(row: Element, context: DocxContext, depth: number): TableRow {
  const isHeader = isOn(childOf(childOf(row, 'trPr'), 'tblHeader'));
  const cells = [...row.children].flatMap((child) => {
    switch (wordName(child)) {
      case 'tc':
        return [child];
      case 'sdt':
        return childrenOf(childOf(child, 'sdtContent'), 'tc');
      default:
        return [];
    }
  });
  return { cells: cells.flatMap((cell) => readCell(cell, isHeader, context, depth)) };
}

/** A cell over several columns is followed by empty ones, so that rows stay of one length. */
function readCell(
  cell: Element,
  isHeader: boolean,
  context: DocxContext,
  depth: number,
): readonly TableCell[] {
  const span = Number(attributeOf(childOf(childOf(cell, 'tcPr'), 'gridSpan'), 'val') ?? '1');
  const read = readBlocks(cell, context, depth).flatMap(withoutTable);
  const blocks = isHeader ? read.map(headBlock) : read;
  const empty = Array.from({ length: Math.min(Math.max(span, 1), 60) - 1 }, () => ({ isHeader, blocks: [] }));
  return [{ isHeader, blocks }, ...empty];
}

/** A heading is bold by being one, and so is a head of a table. */
function notBold(inlines: readonly Inline[]): readonly Inline[] {
  return inlines.map(({ isBold: _bold, ...inline }) => inline);
}

function headBlock(block: Block): Block {
  return block.kind === 'paragraph' ? { ...block, inlines: notBold(block.inlines) } : block;
}

/** A table within a cell, as lines. */
function withoutTable(block: Block): RichText {
  if (block.kind !== 'table') return [block];
  return block.rows.map(({ cells }) => ({
    kind: 'paragraph',
    inlines: [{ text: cells.map(({ blocks }) => plainTextOf(blocks)).join(' | ') }],
  }));
}
