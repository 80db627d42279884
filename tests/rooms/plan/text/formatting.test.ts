// @vitest-environment jsdom
import { TextSelection } from 'prosemirror-state';
import { afterEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { readRichText } from '../../../../src/documents/richText.ts';
import { writeRichText } from '../../../../src/documents/writeRichText.ts';
import type { Block, RichText } from '../../../../src/domain/richText/blocks.ts';
import {
  breakLine,
  lookOf,
  removeLink,
  setLevel,
  setLink,
  toggleBold,
  toggleBulletList,
  toggleOrderedList,
} from '../../../../src/rooms/plan/text/formatting.ts';
import {
  addColumn,
  addRow,
  goToFormerCell,
  goToNextCell,
  insertTable,
  leaveTable,
  removeColumn,
  removeRow,
  removeTable,
  selectionWithinCell,
} from '../../../../src/rooms/plan/text/tables.ts';
import { connect, exchange, sectionIn, type Typist, typistAt } from './typist.ts';

const open: Typist[] = [];

function sitAt(...blocks: Block[]): Typist {
  const doc = new Y.Doc();
  writeRichText(doc, sectionIn(doc), blocks);
  const typist = typistAt(doc, [selectionWithinCell]);
  open.push(typist);
  return typist;
}

afterEach(() => {
  for (const typist of open.splice(0)) typist.close();
});

const p = (text: string): Block => ({ kind: 'paragraph', inlines: text === '' ? [] : [{ text }] });
const textIn = ({ doc }: Typist): RichText => readRichText(sectionIn(doc));
const table = (...rows: readonly (readonly string[])[]): Block => ({
  kind: 'table',
  rows: rows.map((cells) => ({ cells: cells.map((text) => ({ isHeader: false, blocks: [p(text)] })) })),
});
/** The texts of the first table, row by row. */
const cellsIn = (typist: Typist): readonly (readonly string[])[] => {
  const found = textIn(typist).find((block) => block.kind === 'table');
  if (found?.kind !== 'table') return [];
  return found.rows.map(({ cells }) =>
    cells.map(({ blocks }) =>
      blocks
        .map((block) => (block.kind === 'paragraph' ? block.inlines.map(({ text }) => text).join('') : '?'))
        .join('|'),
    ),
  );
};

describe('the look of the text', () => {
  test('is changed for what is selected, and told of where the caret is', () => {
    const ewa = sitAt(p('Klub gier i filmu.'));
    ewa.select('gier');
    ewa.run(toggleBold);
    ewa.caretAt('gier');
    expect(lookOf(ewa.view.state)).toMatchObject({
      isBold: true,
      isItalic: false,
      level: 0,
      list: undefined,
    });
    ewa.run(setLevel(2));
    expect(lookOf(ewa.view.state).level).toBe(2);
    expect(textIn(ewa)).toEqual([
      {
        kind: 'heading',
        level: 2,
        inlines: [{ text: 'Klub ' }, { text: 'gier', isBold: true }, { text: ' i filmu.' }],
      },
    ]);
  });

  test('a line’s end within a paragraph stays in it', () => {
    const ewa = sitAt(p('Raz dwa.'));
    ewa.caretAt('Raz');
    ewa.run(breakLine);
    expect(textIn(ewa)).toEqual([p('Raz\n dwa.')]);
  });

  test('lists are made, changed into one another and taken away', () => {
    const ewa = sitAt(p('jeden'));
    ewa.caretAt('jeden');
    ewa.run(toggleBulletList);
    expect(textIn(ewa)).toEqual([{ kind: 'list', isOrdered: false, items: [[p('jeden')]] }]);
    ewa.run(toggleOrderedList);
    expect(lookOf(ewa.view.state).list).toBe('ordered');
    ewa.run(toggleOrderedList);
    expect(textIn(ewa)).toEqual([p('jeden')]);
  });

  test('a link is set on words, changed as a whole from within, and taken off', () => {
    const ewa = sitAt(p('Zobacz stronę szkoły.'));
    ewa.select('stronę szkoły');
    ewa.run(setLink('https://szkola.pl/'));
    ewa.caretAt('stronę');
    ewa.run(toggleBold);
    expect(lookOf(ewa.view.state).href).toBe('https://szkola.pl/');
    ewa.run(setLink('mailto:a@szkola.pl'));
    expect(textIn(ewa)).toEqual([
      {
        kind: 'paragraph',
        inlines: [{ text: 'Zobacz ' }, { text: 'stronę szkoły', href: 'mailto:a@szkola.pl' }, { text: '.' }],
      },
    ]);
    ewa.run(removeLink);
    expect(textIn(ewa)).toEqual([p('Zobacz stronę szkoły.')]);
  });

  test('without a selection the address itself is written as a link, and what follows is none', () => {
    const ewa = sitAt(p('Pisz: '));
    ewa.caretAt('Pisz: ');
    ewa.run(setLink('mailto:a@szkola.pl'));
    ewa.type(' dziś');
    expect(textIn(ewa)).toEqual([
      {
        kind: 'paragraph',
        inlines: [{ text: 'Pisz: ' }, { text: 'a@szkola.pl', href: 'mailto:a@szkola.pl' }, { text: ' dziś' }],
      },
    ]);
  });

  test('a link that leads nowhere safe is drawn as words', () => {
    const ewa = sitAt(p('kliknij'));
    ewa.select('kliknij');
    ewa.run(setLink('javascript:alert(1)'));
    expect(ewa.shown()).not.toContain('javascript');
  });
});

describe('a table', () => {
  test('comes below the paragraph, with a head, and the caret in its first cell', () => {
    const ewa = sitAt(p('Przed.'));
    ewa.caretAt('Przed');
    ewa.run(insertTable);
    ewa.type('Kto');
    ewa.run(goToNextCell);
    ewa.type('Co');
    expect(cellsIn(ewa)).toEqual([
      ['Kto', 'Co', ''],
      ['', '', ''],
      ['', '', ''],
    ]);
    expect(ewa.shown()).toContain('<th scope="col">');
    expect(ewa.run(insertTable)).toBe(false);
    ewa.run(leaveTable);
    ewa.type('Po.');
    expect(textIn(ewa).at(-1)).toEqual(p('Po.'));
  });

  test('gains and loses rows and columns where the caret is', () => {
    const ewa = sitAt(table(['a', 'b'], ['c', 'd']));
    ewa.caretAt('a');
    ewa.run(addColumn);
    ewa.run(addRow);
    expect(cellsIn(ewa)).toEqual([
      ['a', '', 'b'],
      ['', '', ''],
      ['c', '', 'd'],
    ]);
    ewa.caretAt('c');
    ewa.run(removeRow);
    ewa.caretAt('a');
    ewa.run(removeColumn);
    expect(cellsIn(ewa)).toEqual([
      ['', 'b'],
      ['', ''],
    ]);
    ewa.caretAt('b');
    ewa.run(removeTable);
    expect(cellsIn(ewa)).toEqual([]);
  });

  test('is gone with its last row or column', () => {
    for (const command of [removeRow, removeColumn]) {
      const ewa = sitAt(p('Przed.'), table(['a']));
      ewa.caretAt('a');
      ewa.run(command);
      expect(cellsIn(ewa)).toEqual([]);
    }
  });

  test('Tab goes through the cells, and behind the last one makes a row', () => {
    const ewa = sitAt(table(['a', 'b']));
    ewa.caretAt('b');
    ewa.run(goToNextCell);
    ewa.type('c');
    expect(cellsIn(ewa)).toEqual([
      ['a', 'b'],
      ['c', ''],
    ]);
    ewa.run(goToFormerCell);
    ewa.type('!');
    expect(cellsIn(ewa)[0]?.[1]).toMatch(/!/);
  });

  test('is not torn by a selection that reaches over its cells', () => {
    const ewa = sitAt(table(['pierwsza', 'druga'], ['trzecia', 'czwarta']));
    ewa.caretAt('pier');
    const { state } = ewa.view;
    const over = TextSelection.create(state.doc, state.selection.anchor, state.doc.content.size - 6);
    ewa.view.dispatch(state.tr.setSelection(over));
    ewa.view.dispatch(ewa.view.state.tr.deleteSelection());
    expect(cellsIn(ewa)).toEqual([
      ['pier', 'druga'],
      ['trzecia', 'czwarta'],
    ]);
  });

  test('[G4] to which two add a row and a column apart keeps both, and nobody’s editor mends it', () => {
    const ewa = sitAt(table(['a', 'b']));
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(ewa.doc));
    const marek = typistAt(other);
    open.push(marek);
    ewa.caretAt('a');
    ewa.run(addRow);
    marek.caretAt('a');
    marek.run(addColumn);
    exchange(ewa.doc, marek.doc);
    const after = Y.encodeStateVector(ewa.doc);
    const disconnect = connect(ewa.doc, marek.doc);
    ewa.view.dispatch(ewa.view.state.tr);
    disconnect();
    expect(cellsIn(ewa)).toEqual([
      ['a', '', 'b'],
      ['', ''],
    ]);
    expect(cellsIn(marek)).toEqual(cellsIn(ewa));
    expect(Y.encodeStateVector(ewa.doc)).toEqual(after);
    ewa.caretAt('b');
    ewa.run(addColumn);
    expect(cellsIn(ewa)).toEqual([
      ['a', '', 'b', ''],
      ['', '', ''],
    ]);
  });
});
