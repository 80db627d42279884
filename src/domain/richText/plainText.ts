// Formatted text as the lines a reader would read aloud: for comparing, counting and searching.
// Plain text for e-mail, with its numbers and underlines, is an output.

import type { Block, Inline, RichText } from './blocks.ts';

/** One line a paragraph, heading or list item; a table's row is one line with its cells apart by tabs. */
export function linesOf(text: RichText): readonly string[] {
  return text.flatMap(linesOfBlock);
}

export function plainTextOf(text: RichText): string {
  return linesOf(text).join('\n');
}

/** Whether nothing is to be read in it: blocks may be there, letters are not. */
export function isBlank(text: RichText): boolean {
  return linesOf(text).every((line) => line.trim() === '');
}

function linesOfBlock(block: Block): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return [textOf(block.inlines)];
    case 'list':
      return block.items.flatMap(linesOf);
    case 'table':
      return block.rows.map(({ cells }) => cells.map((cell) => linesOf(cell.blocks).join(' ')).join('\t'));
  }
}

function textOf(inlines: readonly Inline[]): string {
  return inlines.map(({ text }) => text).join('');
}
