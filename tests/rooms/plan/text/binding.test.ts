// @vitest-environment jsdom
import { TextSelection } from 'prosemirror-state';
import { afterEach, describe, expect, test } from 'vitest';
import { redoCommand, undoCommand } from 'y-prosemirror';
import * as Y from 'yjs';
import { readRichText } from '../../../../src/documents/richText.ts';
import { writeRichText } from '../../../../src/documents/writeRichText.ts';
import { plainTextOf } from '../../../../src/domain/richText/plainText.ts';
import type { Block } from '../../../../src/domain/richText/blocks.ts';
import { toggleBold, toggleBulletList } from '../../../../src/rooms/plan/text/formatting.ts';
import { connect, exchange, sectionIn, type Typist, typistAt } from './typist.ts';

const open: Typist[] = [];

function sit(doc: Y.Doc): Typist {
  const typist = typistAt(doc);
  open.push(typist);
  return typist;
}

afterEach(() => {
  for (const typist of open.splice(0)) typist.close();
});

const paragraph = (text: string): Block => ({ kind: 'paragraph', inlines: [{ text }] });

function docOf(...texts: string[]): Y.Doc {
  const doc = new Y.Doc();
  writeRichText(doc, sectionIn(doc), texts.map(paragraph));
  return doc;
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

const readIn = (doc: Y.Doc): string => plainTextOf(readRichText(sectionIn(doc)));

describe('an editor over a section', () => {
  test('writes nothing by being opened, looked at, or met by others’ changes', () => {
    for (const doc of [new Y.Doc(), docOf('Wizja.')]) {
      const other = copyOf(doc);
      let own = 0;
      doc.on('update', (_update: Uint8Array, origin: unknown) => {
        own += origin === 'wire' ? 0 : 1;
      });
      const { view } = sit(doc);
      view.dispatch(view.state.tr);
      writeRichText(other, sectionIn(other), [paragraph('Przysłane.')]);
      exchange(doc, other);
      view.dispatch(view.state.tr);
      sectionIn(other).delete(0, sectionIn(other).length);
      exchange(doc, other);
      view.dispatch(view.state.tr);
      expect(own).toBe(0);
    }
  });

  test('[G4] two who write in one paragraph, connected or not, end with both texts', () => {
    const doc = docOf('Klub gier.');
    const ewa = sit(doc);
    const marek = sit(copyOf(doc));
    ewa.caretAt('Klub');
    marek.caretAt('gier');
    ewa.type(' filmu i');
    marek.type(' planszowych');
    exchange(ewa.doc, marek.doc);
    const disconnect = connect(ewa.doc, marek.doc);
    ewa.type(' muzyki,');
    marek.type(' dla wszystkich');
    disconnect();
    const expected = 'Klub filmu i muzyki, gier planszowych dla wszystkich.';
    expect(readIn(ewa.doc)).toBe(expected);
    expect(readIn(marek.doc)).toBe(expected);
    expect(ewa.shown()).toBe(marek.shown());
  });

  test('undo and redo are of one’s own steps only', () => {
    const doc = docOf('Plan.');
    const ewa = sit(doc);
    const marek = sit(copyOf(doc));
    connect(ewa.doc, marek.doc);
    ewa.caretAt('Plan');
    ewa.type(' wspólny');
    marek.caretAt('.', 'start');
    marek.type(' na lata');
    expect(readIn(doc)).toBe('Plan wspólny na lata.');
    expect(ewa.run(undoCommand)).toBe(true);
    expect(readIn(marek.doc)).toBe('Plan na lata.');
    expect(ewa.run(undoCommand)).toBe(false);
    ewa.run(redoCommand);
    expect(readIn(marek.doc)).toBe('Plan wspólny na lata.');
  });

  test('keeps the caret in its place when others write before it and restore a version', () => {
    const ewa = sit(docOf('Pierwszy.', 'Drugi.'));
    const other = copyOf(ewa.doc);
    ewa.caretAt('Dru');
    writeRichText(other, sectionIn(other), [
      paragraph('Nowy.'),
      paragraph('Pierwszy, dłuższy.'),
      paragraph('Drugi.'),
    ]);
    exchange(ewa.doc, other);
    ewa.type('X');
    expect(readIn(ewa.doc)).toBe('Nowy.\nPierwszy, dłuższy.\nDruXgi.');
  });

  test('a right taken away holds at once, and others’ changes still come', () => {
    const ewa = sit(docOf('Tekst.'));
    const other = copyOf(ewa.doc);
    ewa.caretAt('Tekst');
    ewa.setWritable(false);
    ewa.type(' bez prawa');
    expect(readIn(ewa.doc)).toBe('Tekst.');
    writeRichText(other, sectionIn(other), [paragraph('Tekst innych.')]);
    exchange(ewa.doc, other);
    expect(ewa.shown()).toBe('<p>Tekst innych.</p>');
    ewa.setWritable(true);
    ewa.caretAt('innych');
    ewa.type('!');
    expect(readIn(ewa.doc)).toBe('Tekst innych!.');
  });
});

describe('[G9] what this editor does not know', () => {
  /** As a newer app could leave it: unknown block, inline element, embed, mark, attributes. */
  function newer(): Y.Doc {
    const doc = docOf('Przed.', 'Wzmianka o ', 'Zaznaczone żółto.', 'Wyrównane.', 'Po.');
    const section = sectionIn(doc);
    doc.transact(() => {
      const [, mentioning, marked, aligned] = section.toArray();
      if (!isElement(mentioning) || !isElement(marked) || !isElement(aligned)) throw new Error('not written');
      const mention = new Y.XmlElement('mention');
      mention.setAttribute('of', 'osp');
      mentioning.insert(1, [mention]);
      mention.insert(0, [new Y.XmlText('OSP')]);
      const [text] = marked.toArray();
      if (text instanceof Y.XmlText) text.format(0, 10, { highlight: { colour: 'yellow' }, underline: {} });
      aligned.setAttribute('align', 'right');
      const callout = new Y.XmlElement('callout');
      const inside = new Y.XmlElement('paragraph');
      section.insert(4, [callout]);
      callout.insert(0, [inside]);
      inside.insert(0, [new Y.XmlText('W ramce.')]);
      const pictured = new Y.XmlElement('paragraph');
      section.insert(5, [pictured]);
      const letters = new Y.XmlText('Obraz: ');
      pictured.insert(0, [letters]);
      letters.insertEmbed(7, { image: 'blob' });
    });
    return doc;
  }

  const isElement = (value: unknown): value is Y.XmlElement => value instanceof Y.XmlElement;
  const structure = (doc: Y.Doc): readonly string[] =>
    sectionIn(doc)
      .toArray()
      .map((child) => (isElement(child) ? JSON.stringify(deltaIn(child)) : 'no element'));
  const deltaIn = (element: Y.XmlElement): unknown => [
    element.nodeName,
    element.getAttributes(),
    element
      .toArray()
      .map((child): unknown =>
        child instanceof Y.XmlText ? child.toDelta() : isElement(child) ? deltaIn(child) : 'unknown',
      ),
  ];
  test('is drawn as its text, and stays as it was when this editor writes elsewhere', () => {
    const doc = newer();
    const before = structure(doc);
    const ewa = sit(doc);
    for (const text of ['Wzmianka o OSP', 'W ramce.', 'Obraz:', 'Zaznaczone żółto.'])
      expect(ewa.view.dom.textContent).toContain(text);
    ewa.caretAt('Przed');
    ewa.type(' wszystkim');
    ewa.caretAt('Po', 'start');
    ewa.type('Na koniec. ');
    ewa.run(toggleBold);
    const after = structure(doc);
    expect(after.slice(1, -1)).toEqual(before.slice(1, -1));
    expect(readIn(doc)).toMatch(/^Przed wszystkim\..*Na koniec\. Po\.$/s);
  });

  test('keeps unknown marks and attributes when this editor writes among them', () => {
    const doc = newer();
    const ewa = sit(doc);
    ewa.caretAt('Zaznaczo', 'end');
    ewa.type('XX');
    ewa.caretAt('Wyrówn');
    ewa.type('YY');
    const [, , marked, aligned] = sectionIn(doc).toArray();
    if (!isElement(marked) || !isElement(aligned)) throw new Error('gone');
    expect(deltaIn(marked)).toEqual([
      'paragraph',
      {},
      [
        [
          { insert: 'ZaznaczoXXne', attributes: { highlight: { colour: 'yellow' }, underline: {} } },
          { insert: ' żółto.' },
        ],
      ],
    ]);
    expect(aligned.getAttribute('align')).toBe('right');
    expect(readIn(doc)).toContain('WyrównYYane.');
  });

  test('is kept with all its content when it is moved into a list', () => {
    const doc = newer();
    const ewa = sit(doc);
    const { tr, doc: shown } = ewa.view.state;
    ewa.view.dispatch(
      tr.setSelection(TextSelection.between(shown.resolve(1), shown.resolve(shown.content.size - 1))),
    );
    expect(ewa.run(toggleBulletList)).toBe(true);
    const text = readIn(doc);
    for (const kept of ['Przed.', 'Wzmianka o OSP', 'Zaznaczone żółto.', 'W ramce.', 'Obraz:', 'Po.'])
      expect(text).toContain(kept);
    expect(JSON.stringify(sectionIn(doc).toJSON())).toContain('callout');
  });

  test.each([
    'listItem',
    'tableRow',
    'tableCell',
    'table',
    'bulletList',
    'doc',
    'text',
    'constructor',
    'foreign',
  ])('standing as <%s> where it cannot stand is not lost', (name) => {
    const doc = docOf('Przed.', 'Po.');
    const stray = new Y.XmlElement(name);
    const inside = new Y.XmlElement('paragraph');
    sectionIn(doc).insert(1, [stray]);
    stray.insert(0, [inside]);
    inside.insert(0, [new Y.XmlText('Zabłąkany.')]);
    const ewa = sit(doc);
    expect(ewa.view.dom.textContent).toContain('Zabłąkany.');
    ewa.caretAt('Po');
    ewa.type('X');
    expect(JSON.stringify(sectionIn(doc).toJSON())).toContain('Zabłąkany.');
    expect(ewa.view.dom.textContent).toContain('PoX.');
  });

  test('two who merge a list into nothing leave nothing that the other’s editor would delete', () => {
    const doc = new Y.Doc();
    writeRichText(doc, sectionIn(doc), [
      { kind: 'list', isOrdered: false, items: [[paragraph('raz')], [paragraph('dwa')]] },
      paragraph('Dalej.'),
    ]);
    const ewa = sit(doc);
    const marek = copyOf(doc);
    const list: unknown = sectionIn(marek).get(0);
    if (!isElement(list)) throw new Error('no list');
    list.delete(0, 2);
    exchange(doc, marek);
    ewa.caretAt('Dalej');
    ewa.type('X');
    expect(readIn(doc)).toBe('DalejX.');
    expect(ewa.isUnbound()).toBe(false);
  });

  test('what no editor can show makes this one let go, before it harms anything', () => {
    const doc = docOf('Tekst.');
    const ewa = sit(doc);
    const other = copyOf(doc);
    sectionIn(other).insert(1, [new Y.XmlText('goły')]);
    expect(() => exchange(doc, other)).not.toThrow();
    expect(ewa.isUnbound()).toBe(true);
    ewa.caretAt('Tekst');
    ewa.type('X');
    expect(readIn(doc)).toBe('Tekst.\ngoły');
  });
});
