// @vitest-environment jsdom
import { afterEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { undoCommand } from 'y-prosemirror';
import { readRichText } from '../../../../../src/documents/richText.ts';
import { writeRichText } from '../../../../../src/documents/writeRichText.ts';
import type { Block } from '../../../../../src/domain/richText/blocks.ts';
import { plainTextOf } from '../../../../../src/domain/richText/plainText.ts';
import { fitBlocks, sizeOf } from '../../../../../src/rooms/plan/text/paste/fitBlocks.ts';
import { pasting, type PasteReport, SECTION_MAX } from '../../../../../src/rooms/plan/text/paste/pasting.ts';
import { plainBlocks } from '../../../../../src/rooms/plan/text/paste/plainBlocks.ts';
import { insertTable } from '../../../../../src/rooms/plan/text/tables.ts';
import { sectionIn, type Typist, typistAt } from '../typist.ts';

const p = (text: string): Block => ({ kind: 'paragraph', inlines: [{ text }] });

let ewa: Typist;
let reports: PasteReport[] = [];

function sitAt(...texts: string[]): void {
  const doc = new Y.Doc();
  writeRichText(doc, sectionIn(doc), texts.map(p));
  reports = [];
  ewa = typistAt(doc, [pasting((report) => reports.push(report))]);
}

afterEach(() => ewa.close());

/** jsdom has no clipboard: an event with what a browser's would hold. */
function paste(content: { readonly html?: string; readonly text?: string; readonly files?: number }): void {
  const event = new Event('paste', { bubbles: true, cancelable: true });
  const data = {
    getData: (type: string) => (type === 'text/html' ? (content.html ?? '') : (content.text ?? '')),
    files: { length: content.files ?? 0 },
  };
  Object.defineProperty(event, 'clipboardData', { value: data });
  ewa.view.dom.dispatchEvent(event);
}

const text = (): string => plainTextOf(readRichText(sectionIn(ewa.doc)));

describe('a paste', () => {
  test('joins the paragraph with the caret, in one step that undo takes back', () => {
    sitAt('Klub gier.');
    ewa.caretAt('Klub');
    ewa.type(' nasz');
    paste({ html: '<p> i <b>wasz</b></p><p>Drugi:</p>', text: 'x' });
    expect(text()).toBe('Klub naszi wasz\nDrugi: gier.');
    ewa.run(undoCommand);
    expect(text()).toBe('Klub nasz gier.');
    expect(reports).toEqual([]);
  });

  test('of pictures alone brings nothing and says so', () => {
    sitAt('Klub gier.');
    ewa.select('Klub');
    paste({ files: 2 });
    expect(text()).toBe('Klub gier.');
    expect(reports).toEqual([{ taken: 0, whole: 0, images: 2, isPlain: false }]);
  });

  test('of 300 pages is cut at a word’s end, says how much was taken, and loses nothing of what was there', () => {
    sitAt('Początek.', 'Koniec.');
    ewa.caretAt('Początek.');
    paste({ text: 'Strona z tekstem o partnerstwie.\n\n'.repeat(20_000) });
    const [report] = reports;
    expect(report?.whole).toBe(20_000 * 'Strona z tekstem o partnerstwie.'.length);
    expect(report?.taken).toBeLessThanOrEqual(SECTION_MAX);
    expect(report?.taken).toBeGreaterThan(SECTION_MAX - 100);
    expect(text()).toMatch(/^Początek\.Strona z tekstem.*\nKoniec\.$/s);
    const before = text();
    ewa.select('Koniec');
    paste({ text: 'Jeszcze dużo tekstu. '.repeat(5_000) });
    expect(text().length).toBeLessThanOrEqual(SECTION_MAX + before.split('\n').length);
    ewa.run(undoCommand);
    expect(text()).toBe(before);
  });

  test('into a section that is full leaves even the selected words in their place', () => {
    sitAt(`${'a'.repeat(SECTION_MAX - 4)} ma`);
    ewa.select('ma');
    paste({ text: 'długiesłowobezkońca'.repeat(10) });
    expect(text().endsWith(' ma')).toBe(true);
    expect(reports[0]).toMatchObject({ taken: 0 });
  });

  test('of too much HTML comes as plain text, and says so', () => {
    sitAt('Tekst.');
    ewa.caretAt('Tekst.');
    paste({ html: `<p style="${'x'.repeat(3_000_001)}">a</p>`, text: ' Zwykły.' });
    expect(text()).toBe('Tekst. Zwykły.');
    expect(reports).toEqual([{ taken: 8, whole: 8, images: 0, isPlain: true }]);
  });

  test('of an address over words makes them a link, and of a script’s address writes it', () => {
    sitAt('strona szkoły');
    ewa.select('strona');
    paste({ text: 'https://szkola.pl/' });
    expect(ewa.shown()).toContain('href="https://szkola.pl/"');
    ewa.select('szkoły');
    paste({ text: 'javascript:alert(1)' });
    expect(text()).toBe('strona javascript:alert(1)');
    expect(ewa.shown()).not.toContain('href="javascript');
  });

  test('of a table into a cell becomes lines there', () => {
    sitAt('Przed.');
    ewa.caretAt('Przed.');
    ewa.run(insertTable);
    paste({
      html: '<table><tr><td>Kto</td><td>Co</td></tr><tr><td>OSP</td><td>sala</td></tr></table>',
      text: 'x',
    });
    expect(text()).toContain('Kto, Co OSP, sala');
    expect(ewa.view.dom.querySelectorAll('table')).toHaveLength(1);
  });

  test('without the right to write changes nothing', () => {
    sitAt('Tekst.');
    ewa.caretAt('Tekst.');
    ewa.setWritable(false);
    ewa.view.setProps({});
    paste({ text: 'obcy' });
    expect(text()).toBe('Tekst.');
  });
});

test('plain text is taken by paragraphs, its line ends and addresses kept', () => {
  sitAt('');
  expect(plainBlocks('Raz\r\ndwa\r\n \r\n\r\nTrzy: https://gok.pl/a.\n')).toEqual([
    p('Raz\ndwa'),
    {
      kind: 'paragraph',
      inlines: [{ text: 'Trzy: ' }, { text: 'https://gok.pl/a', href: 'https://gok.pl/a' }, { text: '.' }],
    },
  ]);
});

test('what fits is whole items, whole rows, and a paragraph up to a word’s end', () => {
  sitAt('');
  const list: Block = { kind: 'list', isOrdered: false, items: [[p('raz')], [p('dwa')], [p('trzy')]] };
  expect(fitBlocks([list], 7)).toEqual([{ ...list, items: [[p('raz')], [p('dwa')]] }]);
  expect(fitBlocks([p('Raz dwa trzy')], 9)).toEqual([p('Raz dwa')]);
  expect(fitBlocks([p('Niepodzielne')], 5)).toEqual([]);
  const whole = [p('Raz'), list];
  expect(fitBlocks(whole, sizeOf(whole))).toBe(whole);
});
