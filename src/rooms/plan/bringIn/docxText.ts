// The text of a DOCX paragraph: its runs with bold, italics and links. Deleted text of tracked changes stays behind; pictures are
// counted, text boxes handed on.

import type { Inline } from '../../../domain/richText/blocks.ts';
import { safeHref } from '../../../domain/richText/safeHref.ts';
import { attributeOf, childOf, isOn, type Relation, wordName } from './docxXml.ts';

/** What is met on the way and does not come along. */
export interface LeftOut {
  images: number;
  links: number;
  deletions: number;
  notes: number;
}

export interface ParagraphText {
  readonly inlines: readonly Inline[];
  /** Their content stands beside the text; it is read after it. */
  readonly textBoxes: readonly Element[];
}

export function readParagraph(
  paragraph: Element,
  relations: ReadonlyMap<string, Relation>,
  leftOut: LeftOut,
): ParagraphText {
  const inlines: Inline[] = [];
  const textBoxes: Element[] = [];

  const add = (text: string, look: Omit<Inline, 'text'>): void => {
    const last = inlines.at(-1);
    const isSame =
      last !== undefined &&
      last.isBold === look.isBold &&
      last.isItalic === look.isItalic &&
      last.href === look.href;
    if (isSame) inlines[inlines.length - 1] = { ...last, text: last.text + text };
    else if (text !== '') inlines.push({ text, ...look });
  };

  const drawing = (element: Element): void => {
    const boxes = [...element.getElementsByTagNameNS('*', 'txbxContent')];
    if (boxes.length === 0) leftOut.images += 1;
    else textBoxes.push(...boxes.filter((box) => box.parentElement?.closest('txbxContent') === null));
  };

  const run = (element: Element, href: string | undefined): void => {
    const properties = childOf(element, 'rPr');
    const look = {
      ...(isOn(childOf(properties, 'b')) && { isBold: true as const }),
      ...(isOn(childOf(properties, 'i')) && { isItalic: true as const }),
      ...(href !== undefined && { href }),
    };
    // Hidden text was not to be read.
    if (isOn(childOf(properties, 'vanish'))) return;
    const walkRun = (parent: Element): void => {
      for (const child of parent.children) {
        switch (wordName(child)) {
          case 't':
            add(child.textContent ?? '', look);
            break;
          case 'tab':
            add(' ', look);
            break;
          case 'br':
          case 'cr':
            if (!['page', 'column'].includes(attributeOf(child, 'type') ?? '')) add('\n', look);
            break;
          case 'noBreakHyphen':
            add('-', look);
            break;
          case 'drawing':
          case 'pict':
          case 'object':
            drawing(child);
            break;
          case 'footnoteReference':
          case 'endnoteReference':
            leftOut.notes += 1;
            break;
          default:
            if (child.localName === 'AlternateContent') {
              const choice = [...child.children].find(({ localName }) => localName === 'Choice');
              if (choice !== undefined) walkRun(choice);
            }
        }
      }
    };
    walkRun(element);
  };

  const walk = (parent: Element, href: string | undefined): void => {
    for (const child of parent.children) {
      switch (wordName(child)) {
        case 'r':
          run(child, href);
          break;
        case 'hyperlink':
          walk(child, hrefOf(child, relations, leftOut));
          break;
        case 'del':
        case 'moveFrom':
          leftOut.deletions += 1;
          break;
        case 'ins':
        case 'moveTo':
        case 'smartTag':
        case 'customXml':
        case 'sdt':
        case 'sdtContent':
        case 'fldSimple':
          walk(child, href);
          break;
        default:
      }
    }
  };
  walk(paragraph, undefined);
  return { inlines: trimmed(inlines), textBoxes };
}

/** Addresses within the document lead nowhere in the plan. */
function hrefOf(
  element: Element,
  relations: ReadonlyMap<string, Relation>,
  leftOut: LeftOut,
): string | undefined {
  const target = relations.get(attributeOf(element, 'id') ?? '')?.target;
  if (target === undefined) return undefined;
  const href = safeHref(target);
  if (href === undefined) leftOut.links += 1;
  return href;
}

/** Without white space at either end. */
function trimmed(inlines: readonly Inline[]): readonly Inline[] {
  return inlines
    .map((inline, index) => ({
      ...inline,
      text: (index === 0 ? inline.text.trimStart() : inline.text).replace(
        index === inlines.length - 1 ? /\s+$/ : /$^/,
        '',
      ),
    }))
    .filter(({ text }) => text !== '');
}
