// The plan as plain text for an e-mail: nothing is wrapped, headings are underlined, lists keep their marks, and each row of
// a table is a group of "label: value" lines.

import type { Inline } from '../../domain/richText/blocks.ts';
import type { DocumentCell, DocumentTable, PlanDocument, TextBlock } from './planDocument.ts';

/** With line feeds only; whoever writes a file decides on more. */
export function planText({ title, subtitle, front, sections }: PlanDocument): string {
  const head = [underlined(title, '='), [subtitle, ...front].filter((line) => line !== '').join('\n')];
  const body = sections.flatMap(({ heading, blocks }) => [
    underlined(heading, '='),
    ...blocks.map((block) => (block.kind === 'table' ? tableText(block) : blockLines(block).join('\n'))),
  ]);
  return `${[...head, ...body].filter((part) => part !== '').join('\n\n')}\n`;
}

function underlined(text: string, line: '=' | '-'): string {
  return `${text}\n${line.repeat(Math.min(Array.from(text).length, 72))}`;
}

function blockLines(block: TextBlock): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
      return [inlineText(block.inlines)];
    case 'heading':
      return block.level === 2
        ? [underlined(inlineText(block.inlines), '-')]
        : [`${inlineText(block.inlines)}:`.replace(/[:.]:$/, ':')];
    case 'list':
      return block.items.flatMap((item, index) => {
        const mark = block.isOrdered ? `${index + 1}. ` : '- ';
        return item
          .flatMap(blockLines)
          .map((line, at) => `${at === 0 ? mark : ' '.repeat(mark.length)}${line}`);
      });
  }
}

/** A link's address follows its text, unless the text is the address. */
function inlineText(inlines: readonly Inline[]): string {
  return inlines
    .map(({ text, href }, index) => {
      const isEnd = href !== undefined && inlines[index + 1]?.href !== href;
      const address = href?.replace(/^mailto:/, '');
      return isEnd && address !== text && address !== undefined ? `${text} <${address}>` : text;
    })
    .join('');
}

function tableText({ head, rows }: DocumentTable): string {
  const labels = head.at(-1)?.map(cellText) ?? [];
  return rows
    .map((row) =>
      labels.length === 0
        ? row.map(cellText).join(' | ')
        : row
            .flatMap((cell, column) => {
              const text = cellText(cell);
              const label = labels[column] ?? '';
              return text === '' ? [] : [label === '' ? text : `${label}: ${text}`];
            })
            .join('\n'),
    )
    .filter((row) => row !== '')
    .join(labels.length === 0 ? '\n' : '\n\n');
}

function cellText({ blocks }: DocumentCell): string {
  return blocks
    .flatMap(blockLines)
    .map((line) => line.replaceAll('\n', ' '))
    .filter((line) => line !== '')
    .join('; ');
}
