// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { writeRichText } from '../../../../src/documents/writeRichText.ts';
import { cursors } from '../../../../src/rooms/plan/text/cursors.ts';
import {
  openPresence,
  type PlanPresence,
  type PresencePort,
  type PresentAs,
} from '../../../../src/rooms/plan/text/presence.ts';
import { connect, sectionIn, type Typist, typistAt } from './typist.ts';

const anna: PresentAs = { name: 'Anna', organisationId: 'b1', organisation: 'Biblioteka' };
const ewa: PresentAs = { name: 'Ewa', organisationId: 'g1', organisation: 'GOK' };

/** Devices that see one another's states, as awareness carries them: through JSON. */
function room(): (clientId: number) => PresencePort {
  const states = new Map<number, unknown>();
  const listeners = new Set<() => void>();
  return (clientId) => ({
    clientId,
    states: () => states,
    set: (state) => {
      if (state === null) states.delete(clientId);
      else states.set(clientId, JSON.parse(JSON.stringify(state)));
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
}

const open: Typist[] = [];

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  for (const typist of open.splice(0)) typist.close();
  vi.useRealTimers();
});

function sitAt(doc: Y.Doc, presence: PlanPresence): Typist {
  const typist = typistAt(doc, [cursors(presence, 'vision')]);
  presence.enter('vision');
  open.push(typist);
  return typist;
}

function textOf(...texts: string[]): Y.Doc {
  const doc = new Y.Doc();
  writeRichText(
    doc,
    sectionIn(doc),
    texts.map((text) => ({ kind: 'paragraph', inlines: [{ text }] })),
  );
  return doc;
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

/** The text as it is drawn, with the other's caret as "|". */
function drawn({ view }: Typist): string {
  const copy = document.createElement('div');
  copy.innerHTML = view.dom.innerHTML;
  for (const caret of copy.querySelectorAll('[aria-hidden="true"]')) caret.textContent = '|';
  return copy.textContent;
}

const names = ({ view }: Typist): readonly (string | null)[] =>
  [...view.dom.querySelectorAll('[aria-hidden="true"] > span')].map((name) => name.textContent);

describe('presence', () => {
  test('shows who is at the plan and in which section, until they leave', () => {
    const port = room();
    const seen = openPresence(port(1), anna);
    const other = openPresence(port(2), ewa);
    other.enter('vision');
    expect(seen.others()).toEqual([{ client: 2, ...ewa, section: 'vision', selected: undefined }]);
    other.enter(undefined);
    expect(seen.others()[0]?.section).toBe('');
    other.leave();
    expect(seen.others()).toEqual([]);
  });

  test('leaves no ghost by what its texts tell while they close', () => {
    const port = room();
    const seen = openPresence(port(1), anna);
    const other = openPresence(port(2), ewa);
    const typist = sitAt(textOf('Tekst.'), other);
    typist.view.focus();
    typist.caretAt('Tekst');
    other.leave();
    typist.view.dom.blur();
    vi.runAllTimers();
    expect(seen.others()).toEqual([]);
  });

  test('takes nothing from others but what it can read', () => {
    const port = room();
    const seen = openPresence(port(1), anna);
    const stranger = (state: Readonly<Record<string, unknown>>): void => port(3).set(state);
    for (const state of [{}, { name: 7 }, { name: '  ' }]) {
      stranger(state);
      expect(seen.others()).toEqual([]);
    }
    stranger({ name: 'x'.repeat(500), section: 9, anchor: 'a', head: { item: { client: 'a', clock: 1 } } });
    expect(seen.others()).toEqual([
      {
        client: 3,
        name: 'x'.repeat(60),
        organisation: '',
        organisationId: '',
        section: '',
        selected: undefined,
      },
    ]);
  });
});

describe('the others’ carets', () => {
  function two() {
    const port = room();
    const doc = textOf('Klub gier.', 'Dalej.');
    const [atAnna, atEwa] = [openPresence(port(1), anna), openPresence(port(2), ewa)];
    const [left, right] = [sitAt(doc, atAnna), sitAt(copyOf(doc), atEwa)];
    return { port, left, right, atEwa };
  }

  test('stand where they are, with the name, and move with the text', () => {
    const { left, right } = two();
    connect(left.doc, right.doc);
    right.view.focus();
    right.caretAt('Klub');
    vi.runAllTimers();
    expect(drawn(left)).toBe('Klub| gier.Dalej.');
    expect(names(left)).toEqual(['Ewa (GOK)']);
    left.caretAt('Klub', 'start');
    left.type('Nasz ');
    expect(drawn(left)).toBe('Nasz Klub| gier.Dalej.');
    right.type(' filmu i');
    vi.runAllTimers();
    expect(drawn(left)).toBe('Nasz Klub filmu i| gier.Dalej.');
  });

  test('are marked where something is selected, and go when their owner leaves the text', () => {
    const { left, right, atEwa } = two();
    right.view.focus();
    right.select('gier');
    vi.runAllTimers();
    expect(left.shown()).toContain('--person');
    right.view.dom.blur();
    vi.runAllTimers();
    expect(drawn(left)).toBe('Klub gier.Dalej.');
    right.view.focus();
    vi.runAllTimers();
    expect(names(left)).toHaveLength(1);
    atEwa.leave();
    expect(names(left)).toEqual([]);
  });

  test('are shown in their own section only', () => {
    const { left, right, atEwa } = two();
    right.view.focus();
    right.caretAt('Klub');
    vi.runAllTimers();
    expect(names(left)).toHaveLength(1);
    atEwa.enter('roles');
    expect(names(left)).toEqual([]);
  });

  test('told of a text that has not come yet wait for it, and nothing is made in the document', () => {
    const { port, left, right } = two();
    right.view.focus();
    right.caretAt('Dalej.');
    right.type(' Potem.');
    vi.runAllTimers();
    const roots = [...left.doc.share.keys()];
    expect(names(left).length).toBeLessThanOrEqual(1);
    const bad = { name: 'Zły', section: 'vision', anchor: { tname: 'nowy' }, head: { tname: 'nowy' } };
    port(9).set(bad);
    port(10).set({
      ...bad,
      anchor: { item: { client: 5, clock: 5 } },
      head: { item: { client: 5, clock: 5 } },
    });
    expect([...left.doc.share.keys()]).toEqual(roots);
    connect(left.doc, right.doc);
    expect(drawn(left)).toBe('Klub gier.Dalej. Potem.|');
  });
});
