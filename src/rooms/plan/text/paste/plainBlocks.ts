// Plain text as paragraphs: an empty line ends one, a single line's end stays a line's end. Addresses of pages become links.

import type { Block, Inline } from '../../../../domain/richText/blocks.ts';
import { safeHref } from '../../../../domain/richText/safeHref.ts';

export function plainBlocks(text: string): readonly Block[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t\u00a0]*\n\s*/)
    .map((paragraph) => paragraph.replace(/^\n+|\s+$/g, ''))
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => ({ kind: 'paragraph', inlines: withLinks(paragraph) }));
}

function withLinks(text: string): readonly Inline[] {
  return text.split(/(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]])/).map((part) => {
    const href = /^https?:\/\//.test(part) ? safeHref(part) : undefined;
    return href === undefined ? { text: part } : { text: part, href };
  });
}
