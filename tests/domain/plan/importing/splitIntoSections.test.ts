// Documents as people bring them, divided into the sections of the plan with nothing left out.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rowTexts } from '../../../../src/domain/plan/importing/rowTexts.ts';
import { splitIntoSections } from '../../../../src/domain/plan/importing/splitIntoSections.ts';
import type { Block, HeadingLevel, RichText } from '../../../../src/domain/richText/blocks.ts';
import { linesOf } from '../../../../src/domain/richText/plainText.ts';

const heading = (level: HeadingLevel, text: string): Block => ({
  kind: 'heading',
  level,
  inlines: [{ text }],
});
const plain = (text: string): Block => ({ kind: 'paragraph', inlines: [{ text }] });
const bold = (text: string): Block => ({ kind: 'paragraph', inlines: [{ text, isBold: true }] });

const outline = (text: RichText) =>
  splitIntoSections(text).map(({ section, heading: title, blocks }) => [section, title, linesOf(blocks)]);

describe('a document', () => {
  test('is divided at its headings; what stands before the first is a part without a section', () => {
    expect(
      outline([
        plain('Wstępny tekst'),
        heading(1, '1. Metryczka'),
        plain('a'),
        heading(1, '2. Diagnoza'),
        plain('b'),
      ]),
    ).toEqual([
      [undefined, '', ['Wstępny tekst']],
      ['profile', '1. Metryczka', ['a']],
      ['needs', '2. Diagnoza', ['b']],
    ]);
  });

  test('keeps lower headings within their section, counted from it', () => {
    const [part] = splitIntoSections([heading(2, 'Promocja'), heading(3, 'Cele promocji'), plain('a')]);
    expect(part).toEqual({
      section: 'promotion',
      heading: 'Promocja',
      blocks: [heading(1, 'Cele promocji'), plain('a')],
    });
  });

  test('keeps what it does not recognise as a part to be placed', () => {
    expect(outline([heading(1, 'Zasoby'), plain('a'), heading(1, 'Uwagi różne'), plain('b')])).toEqual([
      ['resources', 'Zasoby', ['a']],
      [undefined, 'Uwagi różne', ['b']],
    ]);
  });

  test('without headings is divided at its bold, numbered or capital lines', () => {
    expect(
      outline([bold('Wizja'), plain('a'), plain('6. Cele'), plain('b'), plain('PROMOCJA'), plain('c.')]),
    ).toEqual([
      ['vision', 'Wizja', ['a']],
      ['goals', '6. Cele', ['b']],
      ['promotion', 'PROMOCJA', ['c.']],
    ]);
  });

  test('with headings keeps its bold lines in the text', () => {
    expect(
      outline([
        heading(1, 'Zasoby'),
        plain('a'),
        heading(1, 'Wizja'),
        plain('b'),
        heading(1, 'Promocja'),
        bold('Cele'),
        plain('c'),
      ]).at(-1),
    ).toEqual(['promotion', 'Promocja', ['Cele', 'c']]);
  });

  test('yields nothing for its contents, and joins a section that stands twice', () => {
    expect(
      outline([
        plain('1. Metryczka'),
        plain('2. Zasoby'),
        bold('1. Metryczka'),
        plain('a'),
        bold('2. Zasoby'),
        plain('b'),
        bold('Zasoby biblioteki'),
        plain('c'),
      ]),
    ).toEqual([
      ['profile', '1. Metryczka', ['a']],
      ['resources', '2. Zasoby', ['b', 'Zasoby biblioteki', 'c']],
    ]);
  });

  test('loses no line, whatever it is made of', () => {
    const title = fc.constantFrom('Zasoby', 'Cele', 'Promocja', 'Uwagi', '1. Wizja');
    const level = fc.constantFrom<HeadingLevel>(1, 2, 3);
    const block = fc.oneof(
      fc.nat(99).map((number) => plain(`zwykły tekst ${number}.`)),
      title.map(plain),
      title.map(bold),
      fc.tuple(level, title).map(([each, text]) => heading(each, text)),
      title.map((text): Block => ({ kind: 'list', isOrdered: true, items: [[plain(text)]] })),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 20 }), (blocks) => {
        const parts = splitIntoSections(blocks);
        const isText = (line: string): boolean => line.startsWith('zwykły');
        const kept = parts.flatMap(({ blocks: own }) => linesOf(own)).filter(isText);
        // Joining what stands twice changes the order, and nothing else.
        expect(kept.toSorted()).toEqual(linesOf(blocks).filter(isText).toSorted());
        const sections = parts.flatMap(({ section }) => section ?? []);
        expect(new Set(sections).size).toBe(sections.length);
      }),
    );
  });
});

describe('a part for a section of rows', () => {
  test('gives a text for each paragraph, item and row of a table, without head and ordinals', () => {
    const cells = (...texts: readonly string[]) => ({
      cells: texts.map((text) => ({ isHeader: false, blocks: [plain(text)] })),
    });
    expect(
      rowTexts([
        plain('Ławki'),
        plain(''),
        { kind: 'list', isOrdered: false, items: [[plain('Świetlica')], [plain('Ścieżka')]] },
        {
          kind: 'table',
          rows: [cells('Lp.', 'Potrzeba'), cells('1.', 'Autobus'), cells('2.', 'Boisko\nw lesie')],
        },
      ]),
    ).toEqual(['Ławki', 'Świetlica', 'Ścieżka', 'Autobus', 'Boisko w lesie']);
  });
});
