// Divides a document that somebody brings in into parts, each with the section of the plan it seems to belong to. Nothing is left
// out: what belongs nowhere is a part without a section, for the person to place.

import type { Block, HeadingLevel, Inline, RichText } from '../../richText/blocks.ts';
import { isBlank, plainTextOf } from '../../richText/plainText.ts';
import type { PlanSection } from '../sections.ts';
import { matchSection } from './matchSection.ts';

export interface PlanPart {
  /** `undefined` where no section was recognised. */
  readonly section: PlanSection | undefined;
  /** As it stands in the document; '' before the first heading. */
  readonly heading: string;
  readonly blocks: RichText;
}

interface OpenPart {
  readonly section: PlanSection | undefined;
  readonly heading: string;
  readonly level: number;
  readonly blocks: Block[];
}

/** A bold line counts as a heading of the first level: many documents have no others. */
const LINE_LEVEL = 1;
const LONGEST_HEADING = 120;
/** From so many real headings of sections on, lines that only look like headings are text. */
const ENOUGH_HEADINGS = 3;

/** Sections that occur twice are joined; a contents list at the beginning yields nothing. */
export function splitIntoSections(text: RichText): readonly PlanPart[] {
  const found = text.map(headingOf);
  const real = found.filter(
    (heading) => heading?.isReal === true && matchSection(heading.text) !== undefined,
  );
  const headings = found.map((heading) =>
    heading?.isReal === true || real.length < ENOUGH_HEADINGS ? heading : undefined,
  );
  let current: OpenPart = { section: undefined, heading: '', level: 0, blocks: [] };
  const parts = [current];
  for (const [index, block] of text.entries()) {
    const heading = headings[index];
    const section = heading === undefined ? undefined : matchSection(heading.text);
    if (heading !== undefined && begins(heading, section, current)) {
      current = { section, heading: heading.text, level: heading.level, blocks: [] };
      parts.push(current);
    } else current.blocks.push(block);
  }
  return joined(parts.filter(({ blocks }) => !isBlank(blocks)).map(closePart));
}

/** Whether a heading begins a part, rather than standing within the one before. */
function begins(heading: FoundHeading, section: PlanSection | undefined, current: OpenPart): boolean {
  // Below a section that is recognised, a lower heading is its own: "Cele promocji" within "Promocja".
  if (current.section !== undefined && heading.level > current.level) return false;
  if (section !== undefined) return true;
  return heading.isReal && (current.level === 0 || heading.level <= current.level);
}

interface FoundHeading {
  readonly text: string;
  readonly level: number;
  /** Marked as one, not only looking like one. */
  readonly isReal: boolean;
}

function headingOf(block: Block): FoundHeading | undefined {
  const text = plainTextOf([block]).trim();
  if (text === '' || text.length > LONGEST_HEADING || text.includes('\n')) return undefined;
  switch (block.kind) {
    case 'heading':
      return { text, level: block.level, isReal: true };
    case 'paragraph':
      return isHeadingLine(text, block.inlines) ? { text, level: LINE_LEVEL, isReal: false } : undefined;
    case 'list': {
      // "1. Metryczka" as Word numbers it: a list of one item.
      const [item = []] = block.items;
      const [first] = item;
      const isAlone = block.isOrdered && block.items.length === 1 && item.length === 1;
      return isAlone && first?.kind === 'paragraph' && isHeadingLine(text, first.inlines)
        ? { text, level: LINE_LEVEL, isReal: false }
        : undefined;
    }
    case 'table':
      return undefined;
  }
}

/** Bold throughout, numbered, or in capitals; and no sentence. */
function isHeadingLine(text: string, inlines: readonly Inline[]): boolean {
  if (/[.;,]$/.test(text)) return false;
  const isBold = inlines.every((inline) => inline.isBold === true || inline.text.trim() === '');
  const isNumbered = /^(\d{1,2}|[IVX]{1,5})[.)]\s*\p{Lu}/u.test(text);
  const isCapitals = text === text.toLocaleUpperCase('pl') && /\p{Lu}{3}/u.test(text);
  return isBold || isNumbered || isCapitals;
}

/** Headings within count from the section's own. */
function closePart({ section, heading, level, blocks }: OpenPart): PlanPart {
  return {
    section,
    heading,
    blocks: blocks.map((block) =>
      block.kind === 'heading' ? { ...block, level: levelBelow(block.level, level) } : block,
    ),
  };
}

function levelBelow(level: HeadingLevel, above: number): HeadingLevel {
  const below = level - above;
  return below >= 3 ? 3 : below === 2 ? 2 : 1;
}

/** One part a section, in the order in which they first stand. */
function joined(parts: readonly PlanPart[]): readonly PlanPart[] {
  const result: PlanPart[] = [];
  for (const part of parts) {
    const index = result.findIndex(({ section }) => section !== undefined && section === part.section);
    const earlier = result[index];
    if (earlier === undefined) result.push(part);
    else {
      const title: Block = { kind: 'heading', level: 1, inlines: [{ text: part.heading }] };
      result[index] = { ...earlier, blocks: [...earlier.blocks, title, ...part.blocks] };
    }
  }
  return result;
}
