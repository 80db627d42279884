// HTML from Word, LibreOffice, Google Docs, e-mail or a web page, taken down to what a section's text can hold. Only what is to be
// read is taken, never markup: scripts, styles, hidden parts and pictures stay behind.

import type { Block, HeadingLevel } from '../../../../domain/richText/blocks.ts';
import { safeHref } from '../../../../domain/richText/safeHref.ts';
import { type BlockCollector, collectBlocks, type Look } from './blockCollector.ts';
import { type CellWalk, readTable } from './htmlTable.ts';
import {
  isListMarker,
  isWordListItem,
  listOfWordItems,
  styleOf,
  type WordListItem,
  wordListItem,
} from './wordLists.ts';

export interface CleanHtml {
  readonly blocks: readonly Block[];
  /** Pictures, drawings and films that were left out. */
  readonly images: number;
}

/** Deeper nesting comes from broken mail only; its text is taken without its form. */
const DEPTH_MAX = 200;

const plainLook: Look = { isBold: false, isItalic: false, href: undefined, isPre: false };

const leftOut = new Set(
  'script style head title meta link base template noscript iframe object embed audio select button input textarea progress meter math map area'.split(
    ' ',
  ),
);
const pictures = new Set(['img', 'svg', 'canvas', 'video', 'v:imagedata']);
const blockTags = new Set(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form header hr html legend main menu nav p pre section summary td th tr'.split(
    ' ',
  ),
);

/** Nothing of it is shown, run or fetched by being read. */
export function cleanHtml(html: string): CleanHtml {
  // Under other names, for the page's policy would be asked about each style and handler of a text that is only read.
  const inert = html.replace(/<[a-z][^<>]*>/gi, (tag) =>
    tag.replace(/\sstyle\s*=/gi, ' data-style=').replace(/\son\w+\s*=/gi, ' data-on='),
  );
  return cleanNodes(new DOMParser().parseFromString(inert, 'text/html').body);
}

function cleanNodes(root: Node): CleanHtml {
  let images = 0;

  function walkChildren(parent: Node, look: Look, into: BlockCollector, depth: number): void {
    let items: WordListItem[] = [];
    const endItems = (): void => {
      if (items.length > 0) into.block(listOfWordItems(items));
      items = [];
    };
    for (const child of parent.childNodes) {
      if (isElement(child) && isWordListItem(child)) {
        const own = collectBlocks();
        walkChildren(child, lookOf(child, look), own, depth + 1);
        items.push(wordListItem(child, own.blocks()));
        continue;
      }
      if (isElement(child) || /\S/.test(child.nodeType === Node.TEXT_NODE ? (child.nodeValue ?? '') : ''))
        endItems();
      walk(child, look, into, depth);
    }
    endItems();
  }

  function walk(node: Node, look: Look, into: BlockCollector, depth: number): void {
    if (node.nodeType === Node.TEXT_NODE) into.text(node.nodeValue ?? '', look);
    if (!isElement(node)) return;
    const tag = node.localName.toLowerCase();
    if (pictures.has(tag)) images += isSpacer(node) ? 0 : 1;
    else if (tag === 'br') into.lineBreak();
    else if (leftOut.has(tag) || isHidden(node) || isListMarker(node)) return;
    else if (depth > DEPTH_MAX) into.text(node.textContent ?? '', look);
    else walkElement(node, tag, lookOf(node, look), into, depth + 1);
  }

  function walkElement(element: Element, tag: string, look: Look, into: BlockCollector, depth: number): void {
    const level = headingLevelOf(element, tag);
    if (level !== undefined) {
      into.end();
      walkChildren(element, look, into, depth);
      into.end(level);
    } else if (tag === 'ul' || tag === 'ol') {
      const items = itemsIn(element, look, depth);
      if (items.length > 0) into.block({ kind: 'list', isOrdered: tag === 'ol', items });
    } else if (tag === 'table') {
      into.end();
      const walkCell: CellWalk = { blocksIn: (parent, cellLook) => blocksIn(parent, cellLook, depth) };
      for (const block of readTable(element, look, walkCell)) into.block(block);
    } else if (tag === 'li' || blockTags.has(tag)) {
      into.end();
      walkChildren(element, look, into, depth);
      into.end();
    } else walkChildren(element, look, into, depth);
  }

  function itemsIn(list: Element, look: Look, depth: number): readonly (readonly Block[])[] {
    const items: (readonly Block[])[] = [];
    for (const child of list.childNodes) {
      const isNested = isElement(child) && ['ul', 'ol'].includes(child.localName);
      const wrapped = collectBlocks();
      walk(child, look, wrapped, depth);
      const blocks = wrapped.blocks();
      if (blocks.length === 0) continue;
      // Google Docs and Word put a nested list beside the item that it belongs to.
      const last = isNested ? items.pop() : undefined;
      items.push([...(last ?? []), ...blocks]);
    }
    return items;
  }

  function blocksIn(parent: Node, look: Look, depth: number): readonly Block[] {
    const into = collectBlocks();
    walkChildren(parent, look, into, depth);
    return into.blocks();
  }

  return { blocks: blocksIn(root, plainLook, 0), images };
}

function headingLevelOf(element: Element, tag: string): HeadingLevel | undefined {
  const match = /^h([1-6])$/.exec(tag);
  if (match === null) return /\bMsoTitle\b/.test(element.className) ? 1 : undefined;
  // Copied here: the number in the text, not that of the page.
  const level = Number(element.getAttribute('data-level') ?? match[1]);
  return level >= 3 ? 3 : level === 2 ? 2 : 1;
}

function lookOf(element: Element, { isBold, isItalic, href, isPre }: Look): Look {
  const tag = element.localName;
  const style = styleOf(element);
  const weight = /(?:^|;)\s*font-weight:\s*(\w+)/i.exec(style)?.[1];
  const slope = /(?:^|;)\s*font-style:\s*(\w+)/i.exec(style)?.[1];
  const space = /(?:^|;)\s*white-space:\s*([\w-]+)/i.exec(style)?.[1];
  const isBoldTag = tag === 'b' || tag === 'strong';
  const isItalicTag = tag === 'i' || tag === 'em';
  return {
    isBold: weight === undefined ? isBold || isBoldTag : /^(bold|bolder|[6-9]00)$/i.test(weight),
    isItalic: slope === undefined ? isItalic || isItalicTag : /^(italic|oblique)$/i.test(slope),
    href: tag === 'a' ? hrefOf(element) : href,
    isPre: space === undefined ? isPre || tag === 'pre' : space.startsWith('pre'),
  };
}

function hrefOf(link: Element): string | undefined {
  const href = safeHref(link.getAttribute('href') ?? '');
  if (href === undefined) return undefined;
  // Google Docs leads through a page of its own.
  const { hostname, pathname, searchParams } = new URL(href);
  const through = /(^|\.)google\.\w+$/.test(hostname) && pathname === '/url' ? searchParams.get('q') : null;
  return through === null ? href : (safeHref(through) ?? href);
}

function isHidden(element: Element): boolean {
  const style = styleOf(element);
  return (
    element.hasAttribute('hidden') || /display:\s*none|mso-hide:\s*all|visibility:\s*hidden/i.test(style)
  );
}

/** Pixels that mail programs count their readers with. */
function isSpacer(image: Element): boolean {
  const sizes = ['width', 'height'].map((side) => Number.parseInt(image.getAttribute(side) ?? '9', 10));
  return sizes.some((size) => size <= 2);
}

function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}
