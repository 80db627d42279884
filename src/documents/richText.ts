// A section's rich text read from its Y.XmlFragment. Whatever merging, a newer app or a broken writer left there is read:
// what is unknown is read as its text. Writing is writeRichText.ts's.

import * as Y from 'yjs';
import type { Block, HeadingLevel, Inline, RichText, TableCell } from '../domain/richText/blocks.ts';
import { safeHref } from '../domain/richText/safeHref.ts';
import { isRawRecord, type RawRecord } from '../schema/decode.ts';
import { DEPTH_MAX, ELEMENTS, MARKS } from './richTextNames.ts';

export function readRichText(fragment: Y.XmlFragment): RichText {
  return blocksIn(fragment, 0);
}

/** What one child of a fragment or element is read as: a block, or several where it is unknown. */
export function readChild(child: unknown, depth = 0): readonly Block[] {
  if (isElement(child)) return readElement(child, depth);
  if (child instanceof Y.XmlText) return paragraphOf(inlinesOfText(child));
  return [];
}

/** As the editor and the reader take it, whatever number stands there. */
export function headingLevel(raw: unknown): HeadingLevel {
  return raw === 2 || raw === 3 ? raw : 1;
}

/** What a text consists of: runs of letters with their marks, and whatever else stands between them. */
export function deltaOf(text: Y.XmlText): readonly RawRecord[] {
  const delta: unknown = text.toDelta();
  return Array.isArray(delta) ? delta.filter(isRawRecord) : [];
}

/** Runs of equal look joined, empty ones left out: two texts that look the same are the same values. */
export function joinInlines(inlines: readonly Inline[]): readonly Inline[] {
  const joined: Inline[] = [];
  for (const inline of inlines) {
    if (inline.text === '') continue;
    const last = joined.at(-1);
    if (last !== undefined && looksAlike(last, inline))
      joined[joined.length - 1] = inlineOf(last.text + inline.text, inline);
    else joined.push(inlineOf(inline.text, inline));
  }
  return joined;
}

function readElement(element: Y.XmlElement, depth: number): readonly Block[] {
  if (depth > DEPTH_MAX) return [];
  const attributes = attributesOf(element);
  switch (element.nodeName) {
    case ELEMENTS.paragraph:
      return [{ kind: 'paragraph', inlines: inlinesIn(element, depth) }];
    case ELEMENTS.heading:
      return [
        { kind: 'heading', level: headingLevel(attributes['level']), inlines: inlinesIn(element, depth) },
      ];
    case ELEMENTS.bulletList:
    case ELEMENTS.orderedList:
      return [
        {
          kind: 'list',
          isOrdered: element.nodeName === ELEMENTS.orderedList,
          items: element.toArray().map((child) => contentOf(child, ELEMENTS.listItem, depth + 1)),
        },
      ];
    case ELEMENTS.table:
      return [{ kind: 'table', rows: element.toArray().map((row) => ({ cells: cellsOf(row, depth + 1) })) }];
    case ELEMENTS.foreign:
      return keptLines(attributes['content']).flatMap((text) => paragraphOf([{ text }]));
    default:
      return blocksIn(element, depth + 1);
  }
}

/** Blocks under a parent of any kind; text that stands there bare becomes a paragraph. */
function blocksIn(parent: Y.XmlFragment | Y.XmlElement, depth: number): readonly Block[] {
  return parent.toArray().flatMap((child) => readChild(child, depth));
}

function contentOf(child: unknown, expected: string, depth: number): readonly Block[] {
  return child instanceof Y.XmlElement && child.nodeName === expected
    ? blocksIn(child, depth + 1)
    : readChild(child, depth);
}

function cellsOf(row: unknown, depth: number): readonly TableCell[] {
  if (!(row instanceof Y.XmlElement) || row.nodeName !== ELEMENTS.tableRow)
    return [{ isHeader: false, blocks: readChild(row, depth) }];
  return row.toArray().map((cell) => ({
    isHeader: cell instanceof Y.XmlElement && attributesOf(cell)['isHeader'] === true,
    blocks: contentOf(cell, ELEMENTS.tableCell, depth + 1),
  }));
}

function inlinesIn(element: Y.XmlElement, depth: number): readonly Inline[] {
  if (depth > DEPTH_MAX) return [];
  const inlines = element.toArray().flatMap((child): readonly Inline[] => {
    if (child instanceof Y.XmlText) return inlinesOfText(child);
    return child instanceof Y.XmlElement ? inlinesIn(child, depth + 1) : [];
  });
  return joinInlines(inlines);
}

function inlinesOfText(text: Y.XmlText): readonly Inline[] {
  const inlines = deltaOf(text).flatMap(({ insert, attributes }): readonly Inline[] =>
    typeof insert === 'string' ? [inlineOfRun(insert, attributes)] : [],
  );
  return joinInlines(inlines);
}

function inlineOfRun(text: string, attributes: unknown): Inline {
  if (!isRawRecord(attributes)) return { text };
  const link = attributes[MARKS.link];
  const href = isRawRecord(link) && typeof link['href'] === 'string' ? safeHref(link['href']) : undefined;
  return inlineOf(text, {
    ...(isSet(attributes[MARKS.bold]) && { isBold: true as const }),
    ...(isSet(attributes[MARKS.italic]) && { isItalic: true as const }),
    ...(href !== undefined && { href }),
  });
}

function isSet(mark: unknown): boolean {
  return mark !== undefined && mark !== null && mark !== false;
}

function inlineOf(text: string, { isBold, isItalic, href }: Omit<Inline, 'text'>): Inline {
  return {
    text,
    ...(isBold && { isBold }),
    ...(isItalic && { isItalic }),
    ...(href !== undefined && { href }),
  };
}

function looksAlike(a: Inline, b: Inline): boolean {
  return a.isBold === b.isBold && a.isItalic === b.isItalic && a.href === b.href;
}

function paragraphOf(inlines: readonly Inline[]): readonly Block[] {
  return inlines.length === 0 ? [] : [{ kind: 'paragraph', inlines }];
}

function isElement(child: unknown): child is Y.XmlElement {
  return child instanceof Y.XmlElement;
}

function attributesOf(element: Y.XmlElement): Readonly<Record<string, unknown>> {
  return element.getAttributes();
}

/** The lines within what an editor kept of an element that it did not know, in order. */
export function keptLines(kept: unknown, depth = 0): readonly string[] {
  if (!Array.isArray(kept) || depth > DEPTH_MAX) return [];
  const parts = kept.filter(isRawRecord);
  const lines = parts.flatMap((part) => {
    if (typeof part['text'] === 'string') return [part['text']];
    const attributes = part['attrs'];
    const hidden = isRawRecord(attributes) ? keptLines(attributes['content'], depth + 1) : [];
    return [...hidden, ...keptLines(part['content'], depth + 1)];
  });
  // What stands among letters is of their line.
  return parts.some(({ text }) => typeof text === 'string') ? [lines.join('')] : lines;
}
