// How the plan's PDF breaks its pages: nothing lost, no heading left behind, no table without its head.
import { describe, expect, test } from 'vitest';
import type { FlowItem, FlowLine, FlowRow, FlowTable, Tag } from '../../../src/outputs/plan/pdf/flow.ts';
import { layoutPages, type Page } from '../../../src/outputs/plan/pdf/layoutPages.ts';

const HEIGHT = 100;
const root: Tag = { type: 'Document', parent: undefined };

function line(text: string, change: Partial<FlowLine> = {}): FlowLine {
  return {
    kind: 'line',
    tag: { type: 'P', parent: root },
    pieces: [{ text, x: 0, width: 10, weight: 'regular', isItalic: false, target: undefined }],
    width: 10,
    indent: 0,
    size: 4,
    height: 5,
    before: 1,
    isKeptWithNext: false,
    mark: undefined,
    place: undefined,
    ...change,
  };
}

const heading = (text: string): FlowLine =>
  line(text, { isKeptWithNext: true, tag: { type: 'H1', parent: root }, height: 8 });

function row(...cells: readonly (readonly string[])[]): FlowRow {
  const tag: Tag = { type: 'TR', parent: root };
  return {
    cells: cells.map((texts, index) => ({
      tag: { type: 'TD', parent: tag },
      x: index * 50,
      width: 50,
      align: 'left',
      isShaded: false,
      lines: texts.map((text) => line(text, { before: 0 })),
    })),
  };
}

const table = (rows: readonly FlowRow[], head: readonly FlowRow[] = [row(['Head'])]): FlowTable => ({
  kind: 'table',
  before: 2,
  head,
  rows,
});

const numbered = (count: number, word: string): readonly string[] =>
  Array.from({ length: count }, (_each, index) => `${word} ${index + 1}`);

/** What stands on each page; repeated heads in brackets. */
function textsOf(pages: readonly Page[]): readonly (readonly string[])[] {
  return pages.map(({ marks }) =>
    marks.flatMap(({ tag, lines }) =>
      lines.map(({ line: { pieces } }) => {
        const text = pieces.map((piece) => piece.text).join('');
        return tag === undefined ? `(${text})` : text;
      }),
    ),
  );
}

const layout = (items: readonly FlowItem[]): readonly (readonly string[])[] =>
  textsOf(layoutPages(items, HEIGHT));

describe('a page', () => {
  test('is there even for nothing', () => {
    expect(layout([])).toEqual([[]]);
  });

  test('holds what fits, the rest follows in order', () => {
    const texts = numbered(50, 'line');
    const pages = layout(texts.map((text) => line(text)));
    expect(pages.flat()).toEqual(texts);
    // 5 for the first, 6 for each other.
    expect(pages.map((page) => page.length)).toEqual([16, 16, 16, 2]);
  });

  test('never ends with a heading, nor with several that follow one another', () => {
    const texts = numbered(14, 'line').map((text) => line(text));
    const pages = layout([...texts, heading('One'), heading('Two'), line('after')]);
    expect(pages[1]).toEqual(['One', 'Two', 'after']);
  });

  test('never ends with a heading whose table begins on the next', () => {
    const texts = numbered(13, 'line').map((text) => line(text));
    const pages = layout([...texts, heading('Goal'), table([row(['first'], ['cell'])])]);
    expect(pages[1]).toEqual(['Goal', 'Head', 'first', 'cell']);
  });

  test('takes a chain of headings that no page holds as it comes', () => {
    const texts = numbered(30, 'heading');
    expect(layout(texts.map(heading)).flat()).toEqual(texts);
  });
});

describe('a table', () => {
  test('repeats its head on each page, to be seen and not to be read again', () => {
    const texts = numbered(30, 'row');
    const pages = layout([table(texts.map((text) => row([text])))]);
    expect(pages.length).toBeGreaterThan(1);
    expect(pages[0]?.[0]).toBe('Head');
    for (const page of pages.slice(1)) expect(page[0]).toBe('(Head)');
    expect(pages.flat().filter((text) => text.startsWith('row'))).toEqual(texts);
  });

  test('keeps a row whole where a page holds it', () => {
    const tall = numbered(10, 'tall');
    const pages = layout([...numbered(10, 'line').map((text) => line(text)), table([row(tall)])]);
    expect(pages[1]).toEqual(['Head', ...tall]);
  });

  test('divides a row that no page holds, and loses no line of any cell', () => {
    const [one, other] = [numbered(60, 'one'), numbered(25, 'other')];
    const pages = layout([table([row(one, other)])]);
    const all = pages.flat();
    expect(all.filter((text) => text.startsWith('one'))).toEqual(one);
    expect(all.filter((text) => text.startsWith('other'))).toEqual(other);
    for (const { boxes } of layoutPages([table([row(one, other)])], HEIGHT)) {
      for (const { y, height } of boxes) expect(y + height).toBeLessThanOrEqual(HEIGHT);
    }
  });

  test('does not repeat a head that would fill the page', () => {
    const head = numbered(15, 'head');
    const texts = numbered(30, 'row');
    const pages = layout([
      table(
        texts.map((text) => row([text])),
        [row(head)],
      ),
    ]);
    expect(pages.flat().filter((text) => text.startsWith('(head'))).toEqual([]);
    expect(pages.flat()).toEqual([...head, ...texts]);
  });

  test('gives a cell without text its place in the structure', () => {
    const [page] = layoutPages([table([row(['a'], [])])], HEIGHT);
    expect(page?.marks.map(({ tag }) => tag?.type)).toEqual(['P', 'P', 'TD']);
  });
});
