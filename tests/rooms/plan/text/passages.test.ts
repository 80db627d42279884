// @vitest-environment jsdom
import { TextSelection } from 'prosemirror-state';
import { afterEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { readPassage, replacePassage } from '../../../../src/documents/richTextPassage.ts';
import { writeRichText } from '../../../../src/documents/writeRichText.ts';
import {
  passageAt,
  type PassageMark,
  passagePlace,
  passages,
  showMarks,
} from '../../../../src/rooms/plan/text/passages.ts';
import { exchange, sectionIn, type Typist, typistAt } from './typist.ts';

let ewa: Typist;

afterEach(() => ewa.close());

function sitAt(...texts: string[]): void {
  const doc = new Y.Doc();
  writeRichText(
    doc,
    sectionIn(doc),
    texts.map((text) => ({ kind: 'paragraph', inlines: [{ text }] })),
  );
  ewa = typistAt(doc, [passages([], () => {})]);
}

function markSelected(text: string): PassageMark {
  ewa.select(text);
  const passage = passageAt(ewa.view.state);
  if (passage === undefined) throw new Error(`"${text}" is no passage`);
  return { id: 'k1', from: passage.from, to: passage.to, kind: 'comment' };
}

const marked = (): string => {
  const { state } = ewa.view;
  const [found] = marks.map((mark) => passagePlace(state, mark));
  return found === undefined ? '' : state.doc.textBetween(found[0], found[1], '|');
};
let marks: readonly PassageMark[] = [];

function show(...shown: readonly PassageMark[]): void {
  marks = shown;
  showMarks(ewa.view, shown);
}

test('nothing is a passage where nothing is selected', () => {
  sitAt('Spotkania co drugi piątek.');
  ewa.caretAt('co');
  expect(passageAt(ewa.view.state)).toBeUndefined();
});

test('[G4] a marked passage stays on its words, whatever is written before, in and after it, here and elsewhere', () => {
  sitAt('Spotkania co drugi piątek.');
  show(markSelected('co drugi'));
  expect(marked()).toBe('co drugi');
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(ewa.doc));
  const [mark] = marks;
  if (mark === undefined) throw new Error('not marked');
  expect(readPassage(sectionIn(other), mark)).toBe('co drugi');
  replacePassage(other, sectionIn(other), mark, 'w każdy');
  ewa.caretAt('co drugi');
  ewa.type(' nowy');
  ewa.caretAt('Spotkania', 'start');
  ewa.type('Otwarte: ');
  expect(marked()).toBe('co drugi');
  exchange(ewa.doc, other);
  expect(ewa.view.dom.textContent).toBe('Otwarte: Spotkania w każdy nowy piątek.');
  expect(readPassage(sectionIn(ewa.doc), mark)).toBe(readPassage(sectionIn(other), mark));
});

test('a passage tells its words, and whether it lies within one paragraph', () => {
  sitAt(`Pierwszy ${'długi '.repeat(100)}akapit.`, 'Drugi.');
  ewa.select('Pierwszy');
  expect(passageAt(ewa.view.state)).toMatchObject({ quote: 'Pierwszy', isWithinParagraph: true });
  const { state } = ewa.view;
  ewa.view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, 1, state.doc.content.size - 1)));
  const whole = passageAt(ewa.view.state);
  expect(whole?.isWithinParagraph).toBe(false);
  expect(whole?.quote).toHaveLength(301);
});

test('marks whose words are gone, or whose ends are no positions, mark nothing', () => {
  sitAt('Raz.', 'Dwa.');
  const mark = markSelected('Raz');
  show(
    mark,
    { ...mark, id: 'k2', from: new Uint8Array([1, 2, 3]) },
    { ...mark, id: 'k3', to: new Uint8Array() },
  );
  sectionIn(ewa.doc).delete(0, 1);
  expect(marked()).toBe('');
  expect(ewa.view.dom.textContent).toBe('Dwa.');
});
