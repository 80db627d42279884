// What styles and numberings of a DOCX make of a paragraph: a heading of some level, an item of a list, a line of the contents.

import type { HeadingLevel } from '../../../domain/richText/blocks.ts';
import { attributeOf, childOf, childrenOf } from './docxXml.ts';

type ParagraphRole =
  | { readonly kind: 'text' }
  | { readonly kind: 'heading'; readonly level: HeadingLevel }
  | { readonly kind: 'item'; readonly level: number; readonly isOrdered: boolean; readonly list: string }
  /** Of the contents: made anew wherever it is needed. */
  | { readonly kind: 'contents' };

export type RoleOf = (properties: Element | undefined) => ParagraphRole;

interface Style {
  readonly name: string;
  readonly basedOn: string;
  readonly properties: Element | undefined;
}

/** Styles that are based on one another further than this go round in a circle. */
const DEEPEST = 20;

/** The roles of paragraphs by the properties (`pPr`) that they have. */
export function readRoles(styles: Element | undefined, numbering: Element | undefined): RoleOf {
  const known = new Map(
    childrenOf(styles, 'style').map((style): readonly [string, Style] => [
      attributeOf(style, 'styleId') ?? '',
      {
        name: (attributeOf(childOf(style, 'name'), 'val') ?? '').toLowerCase(),
        basedOn: attributeOf(childOf(style, 'basedOn'), 'val') ?? '',
        properties: childOf(style, 'pPr'),
      },
    ]),
  );
  const isOrdered = readNumbering(numbering);

  const chainOf = (id: string | undefined): readonly Style[] => {
    const chain: Style[] = [];
    for (let next = id; next !== undefined && chain.length < DEEPEST; next = chain.at(-1)?.basedOn) {
      const style = known.get(next);
      if (style === undefined) break;
      chain.push(style);
    }
    return chain;
  };

  return (properties) => {
    const id = attributeOf(childOf(properties, 'pStyle'), 'val');
    const chain = chainOf(id);
    const names = chain.length === 0 ? [(id ?? '').toLowerCase()] : chain.map(({ name }) => name);
    if (names.some((name) => /^(toc \d|toc heading|table of figures)/.test(name)))
      return { kind: 'contents' };
    const all = [properties, ...chain.map((style) => style.properties)];
    const level = headingLevel(names, all);
    if (level !== undefined) return { kind: 'heading', level };
    const numbers = all.map((each) => childOf(each, 'numPr')).find((each) => each !== undefined);
    const list = attributeOf(childOf(numbers, 'numId'), 'val');
    if (list === undefined || list === '0') return { kind: 'text' };
    const depth = Number(attributeOf(childOf(numbers, 'ilvl'), 'val') ?? '0') || 0;
    return { kind: 'item', level: depth, list, isOrdered: isOrdered(list, depth) };
  };
}

/** Built-in styles have English names in every language; the outline's level counts for own ones. */
function headingLevel(
  names: readonly string[],
  properties: readonly (Element | undefined)[],
): HeadingLevel | undefined {
  for (const name of names) {
    if (name === 'title') return 1;
    const found = /^heading ?(\d)$/.exec(name)?.[1];
    if (found !== undefined) return asLevel(Number(found));
  }
  const outline = properties
    .map((each) => attributeOf(childOf(each, 'outlineLvl'), 'val'))
    .find((value) => value !== undefined);
  // Nine is the level of text.
  return outline === undefined || Number(outline) > 8 ? undefined : asLevel(Number(outline) + 1);
}

function asLevel(level: number): HeadingLevel {
  return level <= 1 ? 1 : level === 2 ? 2 : 3;
}

/** Whether a level of a list is numbered; a list that is not described has marks. */
function readNumbering(root: Element | undefined): (list: string, level: number) => boolean {
  const formats = new Map(
    childrenOf(root, 'abstractNum').map((each) => [
      attributeOf(each, 'abstractNumId') ?? '',
      new Map(
        childrenOf(each, 'lvl').map((level) => [
          Number(attributeOf(level, 'ilvl') ?? '0'),
          attributeOf(childOf(level, 'numFmt'), 'val') ?? 'decimal',
        ]),
      ),
    ]),
  );
  const lists = new Map(
    childrenOf(root, 'num').map((each) => [
      attributeOf(each, 'numId') ?? '',
      attributeOf(childOf(each, 'abstractNumId'), 'val') ?? '',
    ]),
  );
  return (list, level) => {
    const format = formats.get(lists.get(list) ?? '')?.get(level) ?? 'bullet';
    return format !== 'bullet' && format !== 'none';
  };
}
