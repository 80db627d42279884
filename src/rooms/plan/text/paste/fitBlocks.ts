// How much of a text fits into what is left of a section: whole paragraphs, items and rows from its beginning, the last
// paragraph up to a word's end.

import type { Block } from '../../../../domain/richText/blocks.ts';
import { linesOf, plainTextOf } from '../../../../domain/richText/plainText.ts';

/** `room` in characters. What fits is the text itself when it fits whole. */
export function fitBlocks(blocks: readonly Block[], room: number): readonly Block[] {
  let left = room;
  const fitting: Block[] = [];
  for (const block of blocks) {
    const size = sizeOf([block]);
    if (size > left) {
      const part = beginningOf(block, left);
      return part === undefined ? fitting : [...fitting, part];
    }
    left -= size;
    fitting.push(block);
  }
  return blocks;
}

export function sizeOf(blocks: readonly Block[]): number {
  return linesOf(blocks).reduce((size, { length }) => size + length, 0);
}

function beginningOf(block: Block, room: number): Block | undefined {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return beginningOfText(block, room);
    case 'list': {
      const items = whileFitting(block.items, room, sizeOf);
      return items.length === 0 ? undefined : { ...block, items };
    }
    case 'table': {
      const rows = whileFitting(block.rows, room, (row) => sizeOf([{ kind: 'table', rows: [row] }]));
      return rows.length === 0 ? undefined : { ...block, rows };
    }
  }
}

function beginningOfText(
  block: Extract<Block, { readonly kind: 'paragraph' | 'heading' }>,
  room: number,
): Block | undefined {
  const whole = sizeOf([block]);
  const cut = plainTextOf([block])
    .slice(0, Math.min(room, whole))
    .search(/\s\S*$/);
  let left = cut;
  const inlines = block.inlines.flatMap((inline) => {
    const text = inline.text.slice(0, Math.max(0, left));
    left -= inline.text.length;
    return text === '' ? [] : [{ ...inline, text }];
  });
  return inlines.length === 0 ? undefined : { ...block, inlines };
}

function whileFitting<Part>(
  parts: readonly Part[],
  room: number,
  sizeOfPart: (part: Part) => number,
): readonly Part[] {
  let left = room;
  const end = parts.findIndex((part) => {
    left -= sizeOfPart(part);
    return left < 0;
  });
  return end === -1 ? parts : parts.slice(0, end);
}
