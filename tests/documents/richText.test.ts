import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { readRichText } from '../../src/documents/richText.ts';
import { readPassage, replacePassage } from '../../src/documents/richTextPassage.ts';
import { canBeBound } from '../../src/documents/richTextShape.ts';
import { writeRichText } from '../../src/documents/writeRichText.ts';
import type { Block, Inline, RichText } from '../../src/domain/richText/blocks.ts';
import { plainTextOf } from '../../src/domain/richText/plainText.ts';

const paragraph = (...inlines: (string | Inline)[]): Block => ({
  kind: 'paragraph',
  inlines: inlines.map((inline) => (typeof inline === 'string' ? { text: inline } : inline)),
});

const everything: RichText = [
  { kind: 'heading', level: 2, inlines: [{ text: 'Wizja ' }, { text: 'żółta', isItalic: true }] },
  paragraph('Do czerwca ', { text: 'klub gier', isBold: true }, ' i ', {
    text: 'strona',
    href: 'https://szkola.pl/a',
  }),
  {
    kind: 'list',
    isOrdered: true,
    items: [[paragraph('pierwszy')], [paragraph('drugi'), paragraph('dalej')]],
  },
  {
    kind: 'table',
    rows: [
      {
        cells: [
          { isHeader: true, blocks: [paragraph('Kto')] },
          { isHeader: true, blocks: [paragraph('Kiedy')] },
        ],
      },
      {
        cells: [
          { isHeader: false, blocks: [paragraph('OSP')] },
          { isHeader: false, blocks: [] },
        ],
      },
    ],
  },
];

function sectionIn(doc: Y.Doc): Y.XmlFragment {
  return doc.getXmlFragment('section:vision');
}

function written(text: RichText): Y.Doc {
  const doc = new Y.Doc();
  writeRichText(doc, sectionIn(doc), text);
  return doc;
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

function exchange(one: Y.Doc, other: Y.Doc): void {
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one, Y.encodeStateVector(other)));
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other, Y.encodeStateVector(one)));
}

/** What no editor makes; Yjs itself takes it, its types do not. */
function hooks(): Y.XmlText[] {
  const made: unknown[] = [new Y.XmlHook('hook')];
  return made.filter((hook): hook is Y.XmlText => hook instanceof Y.AbstractType);
}

/** The text of a paragraph by its place, to be typed into as an editor does. */
function textAt(doc: Y.Doc, index: number): Y.XmlText {
  const element: unknown = sectionIn(doc).get(index);
  const text: unknown = element instanceof Y.XmlElement ? element.get(0) : undefined;
  if (!(text instanceof Y.XmlText)) throw new Error(`no text at ${index}`);
  return text;
}

const inline = fc.record(
  {
    text: fc.string({ minLength: 1, maxLength: 6, unit: fc.constantFrom('a', 'ż', ' ', '🙂', '\n') }),
    isBold: fc.constant(true as const),
    isItalic: fc.constant(true as const),
    href: fc.constant('https://gok.pl/'),
  },
  { requiredKeys: ['text'] },
);
const textBlock: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('paragraph' as const), inlines: fc.array(inline, { maxLength: 4 }) }),
  fc.record({
    kind: fc.constant('heading' as const),
    level: fc.constantFrom(1 as const, 2 as const, 3 as const),
    inlines: fc.array(inline, { maxLength: 2 }),
  }),
);
const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 4, arbitrary: textBlock },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('list' as const),
      isOrdered: fc.boolean(),
      items: fc.array(fc.array(textBlock, { maxLength: 2 }), { maxLength: 3 }),
    }),
  },
);
const richText = fc.array(block, { maxLength: 6 });

describe('a rich text', () => {
  test('is read as it was written, with headings, looks, links, lists and tables', () => {
    expect(readRichText(sectionIn(written(everything)))).toEqual(everything);
  });

  test('written over another is read as it was written, whichever the two are', () => {
    fc.assert(
      fc.property(richText, richText, (before, after) => {
        const doc = written(before);
        writeRichText(doc, sectionIn(doc), after);
        const asNew = readRichText(sectionIn(written(after)));
        expect(readRichText(sectionIn(doc))).toEqual(asNew);
        expect(plainTextOf(asNew)).toBe(plainTextOf(after));
      }),
    );
  });

  test('written over the same changes nothing', () => {
    const doc = written(everything);
    const before = Y.encodeStateVector(doc);
    let changes = 0;
    doc.on('update', () => {
      changes += 1;
    });
    writeRichText(doc, sectionIn(doc), structuredClone(everything));
    expect(changes).toBe(0);
    expect(Y.encodeStateVector(doc)).toEqual(before);
  });

  test('[G4] restored while another types keeps what was typed in other paragraphs and in the changed one', () => {
    const doc = written([paragraph('Pierwszy akapit.'), paragraph('Drugi akapit.'), paragraph('Trzeci.')]);
    const other = copyOf(doc);
    textAt(other, 0).insert(8, ' i ostatni');
    textAt(other, 2).insert(7, ' Dopisane daleko od sygnału.');
    writeRichText(doc, sectionIn(doc), [
      paragraph('Pierwszy akapit.'),
      paragraph('Drugi, poprawiony akapit.'),
      paragraph('Trzeci.'),
    ]);
    exchange(doc, other);
    const expected =
      'Pierwszy i ostatni akapit.\nDrugi, poprawiony akapit.\nTrzeci. Dopisane daleko od sygnału.';
    expect(plainTextOf(readRichText(sectionIn(doc)))).toBe(expected);
    expect(plainTextOf(readRichText(sectionIn(other)))).toBe(expected);
  });

  test('takes no link but to pages, mail and telephone, neither written nor read', () => {
    const doc = written([paragraph({ text: 'kliknij', href: 'javascript:alert(1)' })]);
    expect(readRichText(sectionIn(doc))).toEqual([paragraph('kliknij')]);
    textAt(doc, 0).format(0, 7, { link: { href: 'data:text/html,x' } });
    expect(readRichText(sectionIn(doc))).toEqual([paragraph('kliknij')]);
  });
});

describe('[G9] what a newer app or a broken writer left', () => {
  test('is read as its text, in order', () => {
    const doc = new Y.Doc();
    const callout = new Y.XmlElement('callout');
    const inside = new Y.XmlElement('paragraph');
    const known = new Y.XmlElement('paragraph');
    const mention = new Y.XmlElement('mention');
    sectionIn(doc).insert(0, [callout, known, new Y.XmlText('goły tekst')]);
    sectionIn(doc).insertAfter(callout, hooks());
    callout.insert(0, [inside]);
    inside.insert(0, [new Y.XmlText('w ramce')]);
    known.insert(0, [new Y.XmlText('pisze '), mention]);
    mention.insert(0, [new Y.XmlText('OSP')]);
    textAt(doc, 2).insertEmbed(0, { image: 'x' });
    textAt(doc, 2).format(1, 5, { highlight: { colour: 'red' } });
    expect(plainTextOf(readRichText(sectionIn(doc)))).toBe('w ramce\npisze OSP\ngoły tekst');
  });

  test('does not exhaust a reader by nesting', () => {
    const doc = new Y.Doc();
    doc.transact(() => {
      let parent: Y.XmlFragment = sectionIn(doc);
      for (let depth = 0; depth < 2_000; depth += 1) {
        const child = new Y.XmlElement('bulletList');
        parent.insert(0, [child]);
        parent = child;
      }
    });
    expect(plainTextOf(readRichText(sectionIn(doc)))).toBe('');
    expect(canBeBound(sectionIn(doc))).toBe(false);
  });

  test('is bound to an editor only when it is made of elements and texts', () => {
    expect(canBeBound(sectionIn(written(everything)))).toBe(true);
    const bare = new Y.Doc();
    sectionIn(bare).insert(0, [new Y.XmlText('goły')]);
    expect(canBeBound(sectionIn(bare))).toBe(false);
    const hooked = written(everything);
    const first: unknown = sectionIn(hooked).get(0);
    if (first instanceof Y.XmlElement) first.insert(0, hooks());
    expect(canBeBound(sectionIn(hooked))).toBe(false);
  });
});

describe('a passage', () => {
  const ends = (text: Y.XmlText, from: number, to: number) => ({
    from: Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, from)),
    to: Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, to, -1)),
  });

  test('[G4] is replaced where it is now, in its look, whatever was written around it', () => {
    const doc = written([paragraph('Spotkania ', { text: 'co drugi', isBold: true }, ' piątek.')]);
    const passage = ends(textAt(doc, 0), 10, 18);
    const other = copyOf(doc);
    textAt(other, 0).insert(0, 'Otwarte. ');
    textAt(other, 0).insert(textAt(other, 0).length, ' Zapraszamy.');
    expect(replacePassage(doc, sectionIn(doc), passage, 'w każdy')).toBe(true);
    exchange(doc, other);
    expect(readRichText(sectionIn(other))).toEqual([
      paragraph('Otwarte. Spotkania ', { text: 'w każdy', isBold: true }, ' piątek. Zapraszamy.'),
    ]);
  });

  test('says what it reads now, and that it is gone', () => {
    const doc = written([paragraph('Spotkania co drugi piątek.'), paragraph('Dalej.')]);
    const passage = ends(textAt(doc, 0), 10, 18);
    textAt(doc, 0).insert(12, ' prawie');
    expect(readPassage(sectionIn(doc), passage)).toBe('co prawie drugi');
    sectionIn(doc).delete(0, 1);
    expect(readPassage(sectionIn(doc), passage)).toBeUndefined();
    expect(replacePassage(doc, sectionIn(doc), passage, 'x')).toBe(false);
    expect(plainTextOf(readRichText(sectionIn(doc)))).toBe('Dalej.');
  });

  test('told by bytes that are no position is none, and nothing is made for it', () => {
    const doc = written([paragraph('Tekst.')]);
    const roots = [...doc.share.keys()];
    const named = Y.encodeRelativePosition(new Y.RelativePosition(null, 'nowy korzeń', null));
    for (const bytes of [new Uint8Array(), new Uint8Array([9, 9, 9]), named])
      expect(readPassage(sectionIn(doc), { from: bytes, to: bytes })).toBeUndefined();
    expect([...doc.share.keys()]).toEqual(roots);
  });
});
