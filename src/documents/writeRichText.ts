// Puts a whole rich text in the place of a section's, as one change: bringing a plan in, restoring a version. Blocks that are
// the same stay, so that what others write in them meanwhile is kept; typing is the editor's.

import * as Y from 'yjs';
import type { Block, Inline, RichText, TableCell } from '../domain/richText/blocks.ts';
import { safeHref } from '../domain/richText/safeHref.ts';
import { joinInlines, readChild } from './richText.ts';
import { ELEMENTS, MARKS } from './richTextNames.ts';
import { write } from './roots.ts';

export function writeRichText(doc: Y.Doc, fragment: Y.XmlFragment, wanted: RichText): void {
  write(doc, () => writeBlocks(fragment, wanted));
}

/** Adds blocks at the end and touches nothing else. Returns what was made, to be taken back. */
export function appendRichText(fragment: Y.XmlFragment, blocks: RichText): readonly Y.ID[] {
  const made = blocks.map(elementOf);
  fragment.insert(fragment.length, made);
  return made.flatMap(({ _item }) => (_item === null ? [] : [_item.id]));
}

/** Takes away what was added, except for blocks in which somebody has written since. */
export function takeBackRichText(fragment: Y.XmlFragment, made: readonly Y.ID[], blocks: RichText): void {
  for (let at = fragment.length - 1; at >= 0; at -= 1) {
    const child = fragment.get(at);
    const index = made.findIndex((id) => child._item !== null && Y.compareIDs(child._item.id, id));
    if (index !== -1 && readsAs(child, blocks[index])) fragment.delete(at, 1);
  }
}

function writeBlocks(fragment: Y.XmlFragment, wanted: RichText): void {
  const present = fragment.toArray();
  const most = Math.min(present.length, wanted.length);
  const isSame = (at: number, wantedAt: number): boolean => readsAs(present[at], wanted[wantedAt]);
  let start = 0;
  while (start < most && isSame(start, start)) start += 1;
  let end = 0;
  while (end < most - start && isSame(present.length - end - 1, wanted.length - end - 1)) end += 1;

  const changed = wanted.slice(start, wanted.length - end);
  const kept = changed.findIndex((block, index) => {
    const child = start + index < present.length - end ? present[start + index] : undefined;
    return !rewriteText(child, block);
  });
  const rewritten = kept === -1 ? changed.length : kept;
  const from = start + rewritten;
  fragment.delete(from, present.length - end - from);
  fragment.insert(from, changed.slice(rewritten).map(elementOf));
}

function readsAs(child: unknown, block: Block | undefined): boolean {
  return block !== undefined && JSON.stringify(readChild(child)) === JSON.stringify([canonical(block)]);
}

/** The block as readRichText would give it, so that the two can be compared. */
function canonical(block: Block): Block {
  switch (block.kind) {
    case 'paragraph':
      return { kind: 'paragraph', inlines: safeInlines(block.inlines) };
    case 'heading':
      return { kind: 'heading', level: block.level, inlines: safeInlines(block.inlines) };
    case 'list':
      return {
        kind: 'list',
        isOrdered: block.isOrdered,
        items: block.items.map((item) => item.map(canonical)),
      };
    case 'table':
      return { kind: 'table', rows: block.rows.map(({ cells }) => ({ cells: cells.map(canonicalCell) })) };
  }
}

function canonicalCell({ isHeader, blocks }: TableCell): TableCell {
  return { isHeader, blocks: blocks.map(canonical) };
}

function safeInlines(inlines: readonly Inline[]): readonly Inline[] {
  return joinInlines(
    inlines.map(({ href, ...inline }) => {
      const safe = href === undefined ? undefined : safeHref(href);
      return safe === undefined ? inline : { ...inline, href: safe };
    }),
  );
}

/** Changes the text of a paragraph or heading in its place; false where the element has to be made anew. */
function rewriteText(child: unknown, block: Block): boolean {
  if (block.kind !== 'paragraph' && block.kind !== 'heading') return false;
  if (!(child instanceof Y.XmlElement) || child.nodeName !== block.kind) return false;
  const texts = child.toArray();
  const [text] = texts;
  const [shown] = readChild(child);
  if (texts.length !== 1 || !(text instanceof Y.XmlText) || shown?.kind !== block.kind) return false;
  if (shown.kind === 'heading' && block.kind === 'heading' && shown.level !== block.level) return false;
  // Something else than letters stands between them: their places are not those of the letters.
  if (lettersOf(shown.inlines).reduce((sum, { letter }) => sum + letter.length, 0) !== text.length)
    return false;
  text.applyDelta(differenceOf(lettersOf(shown.inlines), lettersOf(safeInlines(block.inlines))));
  return true;
}

interface Letter {
  readonly letter: string;
  readonly inline: Inline;
}

function lettersOf(inlines: readonly Inline[]): readonly Letter[] {
  return inlines.flatMap((inline) => Array.from(inline.text, (letter) => ({ letter, inline })));
}

function differenceOf(before: readonly Letter[], after: readonly Letter[]): object[] {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && isSameLetter(before[start], after[start])) start += 1;
  let end = 0;
  while (end < most - start && isSameLetter(before.at(-end - 1), after.at(-end - 1))) end += 1;
  const at = lengthOf(before.slice(0, start));
  const removed = lengthOf(before.slice(start, before.length - end));
  const inserted = after.slice(start, after.length - end);
  return [
    ...(at > 0 ? [{ retain: at }] : []),
    ...(removed > 0 ? [{ delete: removed }] : []),
    ...runsOf(inserted.map(({ letter, inline }) => ({ ...inline, text: letter }))),
  ];
}

function isSameLetter(a: Letter | undefined, b: Letter | undefined): boolean {
  if (a === undefined || b === undefined || a.letter !== b.letter) return false;
  return JSON.stringify(marksOf(a.inline)) === JSON.stringify(marksOf(b.inline));
}

function lengthOf(letters: readonly Letter[]): number {
  return letters.reduce((length, { letter }) => length + letter.length, 0);
}

function elementOf(block: Block): Y.XmlElement {
  switch (block.kind) {
    case 'paragraph':
      return parentOf(ELEMENTS.paragraph, textsOf(block.inlines));
    case 'heading':
      return parentOf(ELEMENTS.heading, textsOf(block.inlines), { level: block.level });
    case 'list':
      return parentOf(
        block.isOrdered ? ELEMENTS.orderedList : ELEMENTS.bulletList,
        block.items.map((item) => parentOf(ELEMENTS.listItem, item.map(elementOf))),
      );
    case 'table':
      return parentOf(
        ELEMENTS.table,
        block.rows.map(({ cells }) => parentOf(ELEMENTS.tableRow, cells.map(cellOf))),
      );
  }
}

function cellOf({ isHeader, blocks }: TableCell): Y.XmlElement {
  return parentOf(ELEMENTS.tableCell, blocks.map(elementOf), isHeader ? { isHeader } : {});
}

/** An element of Yjs as it is: it keeps any plain value as an attribute, though its type says strings. */
interface AttributeHolder {
  setAttribute(key: string, value: unknown): void;
}

function parentOf(
  name: string,
  children: (Y.XmlElement | Y.XmlText)[],
  attributes: Readonly<Record<string, number | boolean>> = {},
): Y.XmlElement {
  const element = new Y.XmlElement(name);
  const holder: AttributeHolder = element;
  for (const [key, value] of Object.entries(attributes)) holder.setAttribute(key, value);
  element.insert(0, children);
  return element;
}

function textsOf(inlines: readonly Inline[]): Y.XmlText[] {
  const safe = safeInlines(inlines);
  if (safe.length === 0) return [];
  const text = new Y.XmlText();
  text.applyDelta(runsOf(safe));
  return [text];
}

function runsOf(inlines: readonly Inline[]): { insert: string; attributes: object }[] {
  return joinInlines(inlines).map((inline) => ({ insert: inline.text, attributes: marksOf(inline) }));
}

function marksOf({ isBold, isItalic, href }: Inline): Readonly<Record<string, object>> {
  return {
    ...(isBold && { [MARKS.bold]: {} }),
    ...(isItalic && { [MARKS.italic]: {} }),
    ...(href !== undefined && { [MARKS.link]: { href } }),
  };
}
