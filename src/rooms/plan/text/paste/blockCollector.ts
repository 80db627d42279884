// Gathers what a walk through foreign HTML meets into blocks: joins white space as a browser would draw it, and leaves out
// paragraphs in which nothing is to be read.

import type { Block, HeadingLevel, Inline } from '../../../../domain/richText/blocks.ts';
import { joinInlines } from '../../../../documents/richText.ts';

export interface Look {
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly href: string | undefined;
  /** White space counts as it stands. */
  readonly isPre: boolean;
}

export interface BlockCollector {
  readonly text: (text: string, look: Look) => void;
  /** A line's end; two of them end the paragraph. */
  readonly lineBreak: () => void;
  /** Ends the paragraph or heading. */
  readonly end: (level?: HeadingLevel) => void;
  readonly block: (block: Block) => void;
  /** All blocks, the last one ended. */
  readonly blocks: () => readonly Block[];
}

export function collectBlocks(): BlockCollector {
  const blocks: Block[] = [];
  let inlines: Inline[] = [];

  const endsInSpace = (): boolean => /(^|\s)$/.test(inlines.at(-1)?.text ?? '');

  function end(level?: HeadingLevel): void {
    const ended = trimmed(joinInlines(inlines));
    inlines = [];
    if (ended.length === 0) return;
    blocks.push(
      level === undefined
        ? { kind: 'paragraph', inlines: ended }
        : // A heading is bold by being one.
          {
            kind: 'heading',
            level,
            inlines: joinInlines(ended.map(({ isBold: _bold, ...inline }) => inline)),
          },
    );
  }

  function block(added: Block): void {
    end();
    const last = blocks.at(-1);
    // Word on the web makes a list of each item.
    const isContinued = last?.kind === 'list' && added.kind === 'list' && last.isOrdered === added.isOrdered;
    if (isContinued) blocks[blocks.length - 1] = { ...last, items: [...last.items, ...added.items] };
    else blocks.push(added);
  }

  return {
    text: (raw, { isBold, isItalic, href, isPre }) => {
      const drawn = isPre ? raw.replaceAll('\r', '') : raw.replace(/[ \t\r\n\f]+/g, ' ');
      // Runs of hard spaces are somebody's indentation; a single one belongs between a preposition and its word.
      const text = drawn
        .replace(/\u00a0{2,}/g, ' ')
        .replace(/^ +/, (spaces) => (endsInSpace() ? '' : spaces));
      if (text === '') return;
      inlines.push({
        text,
        ...(isBold && { isBold }),
        ...(isItalic && { isItalic }),
        ...(href !== undefined && { href }),
      });
    },
    lineBreak: () => {
      if (/\n[ \u00a0]*$/.test(inlines.at(-1)?.text ?? '')) end();
      else if (inlines.length > 0) inlines.push({ text: '\n' });
    },
    end,
    block,
    blocks: () => {
      end();
      return blocks;
    },
  };
}

function trimmed(inlines: readonly Inline[]): readonly Inline[] {
  const left = [...inlines];
  while (left[0] !== undefined) {
    const text = left[0].text.trimStart();
    if (text !== '') {
      left[0] = { ...left[0], text };
      break;
    }
    left.shift();
  }
  for (let last = left.at(-1); last !== undefined; last = left.at(-1)) {
    const text = last.text.trimEnd();
    if (text !== '') {
      left[left.length - 1] = { ...last, text };
      break;
    }
    left.pop();
  }
  return left;
}
