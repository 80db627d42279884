// @vitest-environment jsdom
// Three people at their editors, each with their own line: whatever they do, and whenever they hear of each other.
import fc from 'fast-check';
import type { Command } from 'prosemirror-state';
import { TextSelection } from 'prosemirror-state';
import { expect, test } from 'vitest';
import { redoCommand, undoCommand } from 'y-prosemirror';
import * as Y from 'yjs';
import { readRichText } from '../../../../src/documents/richText.ts';
import { writeRichText } from '../../../../src/documents/writeRichText.ts';
import { plainTextOf } from '../../../../src/domain/richText/plainText.ts';
import {
  setLevel,
  setLink,
  toggleBold,
  toggleBulletList,
  toggleOrderedList,
} from '../../../../src/rooms/plan/text/formatting.ts';
import { keys } from '../../../../src/rooms/plan/text/keys.ts';
import {
  addColumn,
  addRow,
  insertTable,
  removeColumn,
  removeRow,
  selectionWithinCell,
} from '../../../../src/rooms/plan/text/tables.ts';
import { exchange, sectionIn, type Typist, typistAt } from './typist.ts';

const commands: readonly Command[] = [
  toggleBold,
  toggleBulletList,
  toggleOrderedList,
  setLevel(0),
  setLevel(2),
  setLink('https://gok.pl/'),
  insertTable,
  addRow,
  addColumn,
  removeRow,
  removeColumn,
  undoCommand,
  redoCommand,
];

const keyNames = ['Enter', 'Backspace', 'Delete', 'Tab'];

const step = fc.record({
  who: fc.nat(2),
  /** Where the caret or selection goes first, in thousandths of the text. */
  at: fc.nat(999),
  length: fc.nat(40),
  act: fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('type' as const),
        text: fc.constantFrom('a', 'żółć ', '🙂', 'Słowo.'),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant('command' as const), index: fc.nat(commands.length - 1) }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constant('key' as const), index: fc.nat(keyNames.length - 1) }),
    },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('meet' as const), other: fc.nat(2) }) },
  ),
});

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

function put({ view }: Typist, at: number, length: number): void {
  const { doc, tr } = view.state;
  const { size } = doc.content;
  // No browser puts a caret into the middle of a sign of two code units.
  const beside = (place: number): number =>
    place > 0 &&
    place < size &&
    /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(doc.textBetween(place - 1, place + 1))
      ? place + 1
      : place;
  const from = beside(Math.floor((at / 1000) * size));
  const to = beside(Math.min(size, from + (length > 20 ? length - 20 : 0)));
  view.dispatch(tr.setSelection(TextSelection.between(doc.resolve(from), doc.resolve(to))));
}

function take(people: readonly Typist[], { who, at, length, act }: Step): void {
  const person = people[who];
  if (person === undefined) return;
  if (act.kind === 'meet') {
    const other = people[act.other];
    if (other !== undefined && other !== person) exchange(person.doc, other.doc);
    return;
  }
  put(person, at, length);
  if (act.kind === 'type') person.type(act.text);
  else if (act.kind === 'command') person.run(commands[act.index] ?? toggleBold);
  else {
    const event = new KeyboardEvent('keydown', { key: keyNames[act.index] ?? 'Enter', bubbles: true });
    person.view.someProp('handleKeyDown', (handle) => handle(person.view, event));
  }
}

test('[G4] whatever three people do in one text, apart and together, all see the same in the end', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 10, maxLength: 40 }), (steps) => {
      const first = new Y.Doc();
      writeRichText(first, sectionIn(first), [
        { kind: 'paragraph', inlines: [{ text: 'Klub gier i filmu w bibliotece.' }] },
        { kind: 'list', isOrdered: false, items: [[{ kind: 'paragraph', inlines: [{ text: 'sala' }] }]] },
        { kind: 'paragraph', inlines: [{ text: 'Na koniec.' }] },
      ]);
      const people = [0, 1, 2].map(() => {
        const doc = new Y.Doc();
        Y.applyUpdate(doc, Y.encodeStateAsUpdate(first));
        return typistAt(doc, [
          ...keys({ openLink: () => undefined, goToToolbar: () => undefined }),
          selectionWithinCell,
        ]);
      });
      try {
        for (const each of steps) take(people, each);
        for (const one of people) for (const other of people) if (one !== other) exchange(one.doc, other.doc);
        const [left, ...others] = people;
        if (left === undefined) throw new Error('nobody came');
        expect(people.some(({ isUnbound }) => isUnbound())).toBe(false);
        for (const other of others) {
          expect(readRichText(sectionIn(other.doc))).toEqual(readRichText(sectionIn(left.doc)));
          expect(other.view.state.doc.toJSON()).toEqual(left.view.state.doc.toJSON());
        }
        const letters = (text: string): string => text.replace(/\s/g, '');
        expect(letters(left.view.dom.textContent)).toBe(
          letters(plainTextOf(readRichText(sectionIn(left.doc)))),
        );
      } finally {
        for (const person of people) person.close();
      }
    }),
    { numRuns: 40 },
  );
});
