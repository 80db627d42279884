// Word writes lists as paragraphs: the marker as text, the level in the style ("mso-list:l0 level2 lfo1"). Made lists again here.

import type { Block } from '../../../../domain/richText/blocks.ts';

export interface WordListItem {
  /** From 1. */
  readonly level: number;
  readonly isOrdered: boolean;
  readonly blocks: readonly Block[];
}

const LEVEL_MAX = 9;

/** Where cleanHtml puts the style. */
export function styleOf(element: Element): string {
  return element.getAttribute('data-style') ?? '';
}

export function isWordListItem(element: Element): boolean {
  return element.localName === 'p' && /mso-list:\s*l\d/i.test(styleOf(element));
}

/** The marker's text, which Word hides from itself. */
export function isListMarker(element: Element): boolean {
  return /mso-list:\s*ignore/i.test(styleOf(element));
}

export function wordListItem(paragraph: Element, blocks: readonly Block[]): WordListItem {
  const level = /level(\d+)/i.exec(styleOf(paragraph))?.[1];
  const marker = [...paragraph.querySelectorAll('[data-style]')].find(isListMarker)?.textContent ?? '';
  return {
    level: Math.min(LEVEL_MAX, Math.max(1, Number(level ?? '1'))),
    // "1.", "2)", "a.", "iv)" count; "·", "o", "§" do not.
    isOrdered: /^\s*(\d+|[a-z]|[ivxlc]+)[.)]/i.test(marker),
    blocks,
  };
}

/** One list of items that follow one another; the first item says of each list whether it is numbered. */
export function listOfWordItems(items: readonly WordListItem[]): Block {
  const lowest = Math.min(...items.map(({ level }) => level));
  const made: (readonly Block[])[] = [];
  let below: WordListItem[] = [];
  const endBelow = (): void => {
    if (below.length === 0) return;
    const nested = listOfWordItems(below);
    below = [];
    made.push([...(made.pop() ?? []), nested]);
  };
  for (const item of items) {
    if (item.level > lowest) below.push(item);
    else {
      endBelow();
      made.push(item.blocks);
    }
  }
  endBelow();
  const isOrdered = items.find(({ level }) => level === lowest)?.isOrdered ?? false;
  return { kind: 'list', isOrdered, items: made };
}
