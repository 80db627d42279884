// The title page and the contents of the plan's PDF, with the page on which each heading stands.

import type { PlanDocument } from '../planDocument.ts';
import { TEXT_HEIGHT, TEXT_WIDTH } from './drawPages.ts';
import type { FlowLine, HeadingPlace, Tag } from './flow.ts';
import { type Flow, LETTERS, type Letters, openFlow } from './flowBlocks.ts';
import { layoutPages, type Page } from './layoutPages.ts';
import { type Measure, type StyledText } from './wrapInlines.ts';

const TITLE = { size: 9, before: 70 } as const;
const SUBTITLE = { size: 6, before: 9 } as const;
const FRONT = { size: 4, before: 4 } as const;
/** Room at the right of the contents for the page's number. */
const NUMBER_WIDTH = 14;
const ENTRY_INDENT = 6;

export interface ContentsEntry {
  readonly place: HeadingPlace;
  /** As counted with all pages before it, from 1. */
  readonly page: number;
}

export function titlePage({ title, subtitle, front }: PlanDocument, flow: Flow, root: Tag): Page {
  const part: Tag = { type: 'Sect', parent: root };
  const line = (text: string, letters: Letters, isBold: boolean) =>
    flow.lines([plain(text, isBold)], { type: 'P', parent: part }, letters);
  const heading = line(title, TITLE, true);
  const [first] = heading;
  const lines = [
    ...(first === undefined ? [] : [spaceAbove(first, TITLE.before)]),
    ...heading,
    ...line(subtitle, SUBTITLE, false),
    ...front.flatMap((text) => line(text, FRONT, false)),
  ];
  const [page] = layoutPages(lines, TEXT_HEIGHT);
  return page ?? { marks: [], boxes: [], places: [] };
}

/** The same entries take the same pages whatever their numbers are. */
export function contentsPages(
  title: string,
  entries: readonly ContentsEntry[],
  measure: Measure,
  root: Tag,
): readonly Page[] {
  const part: Tag = { type: 'Sect', parent: root };
  const contents: Tag = { type: 'TOC', parent: part };
  const flow = openFlow(TEXT_WIDTH - NUMBER_WIDTH, measure);
  const heading = flow.lines([plain(title, true)], { type: 'P', parent: part }, LETTERS.h1);
  return layoutPages(
    [...heading, ...entries.flatMap((entry) => entryLines(entry, flow, measure, contents))],
    TEXT_HEIGHT,
  );
}

function entryLines(
  { place, page }: ContentsEntry,
  flow: Flow,
  measure: Measure,
  contents: Tag,
): readonly FlowLine[] {
  const isSection = place.level === 1;
  const target = { kind: 'place', name: place.name } as const;
  const text: StyledText = {
    text: place.title,
    weight: isSection ? 'bold' : 'regular',
    isItalic: false,
    target,
  };
  const letters = isSection ? LETTERS.body : { ...LETTERS.table, before: 0.8 };
  const lines = flow.lines([text], { type: 'TOCI', parent: contents }, letters);
  const indent = isSection ? 0 : ENTRY_INDENT;
  return lines.map((line, index) => {
    if (index < lines.length - 1) return { ...line, indent };
    const number = String(page);
    const width = measure('regular')(number) * line.size;
    const x = TEXT_WIDTH - indent - width;
    const piece = { text: number, x, width, weight: 'regular', isItalic: false, target } as const;
    return { ...line, indent, pieces: [...line.pieces, piece] };
  });
}

function plain(text: string, isBold: boolean): StyledText {
  return { text, weight: isBold ? 'bold' : 'regular', isItalic: false, target: undefined };
}

/** The upper part of the title page: nothing to be read, so under the tag of what follows. */
function spaceAbove(line: FlowLine, height: number): FlowLine {
  return { ...line, pieces: [], width: 0, height, before: 0, isKeptWithNext: false };
}
