// Carets and selections of the others who are at the same section, and telling them of one's own. Names stand in the space between
// the lines, which is reserved for them, and fade when their owner rests.

import { type EditorState, Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import { ySyncPluginKey } from 'y-prosemirror';
import * as Y from 'yjs';
import { avatarColour } from '../../../ui/display/avatarColour.ts';
import { anchorAt, isFromDocument, placeOf } from './binding.ts';
import styles from './PlanText.module.css';
import type { PlanPresence, Present, Selected } from './presence.ts';

/** How an other one stands in this text as it is shown. */
interface Caret {
  readonly present: Present;
  readonly anchor: number;
  readonly head: number;
  /** Counts moves: each shows the name anew. */
  readonly move: number;
}

interface Shown {
  readonly carets: readonly Caret[];
  readonly decorations: DecorationSet;
}

const key = new PluginKey<Shown>('cursors');

export function cursors(presence: PlanPresence, section: string): Plugin<Shown> {
  const present = (): readonly Present[] => presence.others().filter((other) => other.section === section);
  return new Plugin<Shown>({
    key,
    state: {
      init: (_config, state) => show(state, present(), []),
      apply: (transaction, shown, _before, state) => {
        const isMoved = isFromDocument(transaction.getMeta(ySyncPluginKey));
        if (transaction.getMeta(key) === 'others' || isMoved) return show(state, present(), shown.carets);
        if (!transaction.docChanged) return shown;
        const { mapping, doc } = transaction;
        return {
          carets: shown.carets.map((caret) => ({
            ...caret,
            anchor: mapping.map(caret.anchor),
            head: mapping.map(caret.head),
          })),
          decorations: shown.decorations.map(mapping, doc),
        };
      },
    },
    props: { decorations: (state) => key.getState(state)?.decorations },
    view: (view) => {
      const stop = presence.subscribe(() => {
        if (!view.isDestroyed && hasChanged(view.state, present()))
          view.dispatch(view.state.tr.setMeta(key, 'others'));
      });
      const tellOwn = ownTeller(presence);
      const onFocus = (): void => tellOwn(view);
      view.dom.addEventListener('focus', onFocus);
      view.dom.addEventListener('blur', onFocus);
      return {
        update: tellOwn,
        destroy: () => {
          stop();
          view.dom.removeEventListener('focus', onFocus);
          view.dom.removeEventListener('blur', onFocus);
          presence.point(undefined);
        },
      };
    },
  });
}

/** Tells the caret when it has moved, and its going when the text loses the focus. */
function ownTeller(presence: PlanPresence): (view: EditorView) => void {
  let told: Selected | undefined;
  return (view) => {
    const selected = view.hasFocus() ? selectedIn(view.state) : undefined;
    if (isSame(told, selected)) return;
    told = selected;
    presence.point(selected);
  };
}

function selectedIn(state: EditorState): Selected | undefined {
  const anchor = anchorAt(state, state.selection.anchor);
  const head = anchorAt(state, state.selection.head);
  return anchor && head && { anchor, head };
}

function isSame(one: Selected | undefined, other: Selected | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return (
    Y.compareRelativePositions(one.anchor, other.anchor) && Y.compareRelativePositions(one.head, other.head)
  );
}

/** Presence is told for the whole plan; most of it is of no concern to this text. */
function hasChanged(state: EditorState, present: readonly Present[]): boolean {
  const shown = key.getState(state)?.carets ?? [];
  if (shown.length !== present.filter(({ selected }) => selected !== undefined).length) return true;
  return shown.some(({ present: before }) => {
    const now = present.find(({ client }) => client === before.client);
    return now === undefined || now.name !== before.name || !isSame(now.selected, before.selected);
  });
}

function show(state: EditorState, present: readonly Present[], before: readonly Caret[]): Shown {
  const carets = present.flatMap((other): readonly Caret[] => {
    if (other.selected === undefined) return [];
    const last = before.find((caret) => caret.present.client === other.client);
    const anchor = placeOf(state, other.selected.anchor);
    const head = placeOf(state, other.selected.head);
    // Told of a place in a text that is still on its way: it stays where it was seen last.
    if (anchor === undefined || head === undefined) return last === undefined ? [] : [last];
    const isMoved = last === undefined || !isSame(last.present.selected, other.selected);
    return [{ present: other, anchor, head, move: (last?.move ?? 0) + (isMoved ? 1 : 0) }];
  });
  return {
    carets,
    decorations: DecorationSet.create(
      state.doc,
      carets.flatMap((caret) => drawnAs(state, caret)),
    ),
  };
}

function drawnAs(state: EditorState, { present, anchor, head, move }: Caret): readonly Decoration[] {
  const end = state.doc.content.size;
  const [at, from, to] = [head, Math.min(anchor, head), Math.max(anchor, head)].map((place) =>
    Math.min(place, end),
  );
  if (at === undefined || from === undefined || to === undefined) return [];
  const colour = avatarColour(present.organisationId);
  const caret = Decoration.widget(at, () => drawCaret(present, colour), {
    key: `${present.client}.${move}.${nameOf(present)}`,
    side: 10,
    ignoreSelection: true,
  });
  if (from === to) return [caret];
  const look = { class: styles['others'] ?? '', style: `--person: ${colour}` };
  return [caret, Decoration.inline(from, to, look)];
}

/** Hidden from readers, who would read the name in the middle of a word: who is here stands above the text. */
function drawCaret(present: Present, colour: string): HTMLElement {
  const caret = document.createElement('span');
  caret.className = styles['caret'] ?? '';
  caret.style.setProperty('--person', colour);
  caret.setAttribute('aria-hidden', 'true');
  const name = document.createElement('span');
  name.className = styles['name'] ?? '';
  name.textContent = nameOf(present);
  // With nothing beside the name the browser's own End and Home stop here: zero-width letters that no line breaks at.
  caret.append('\u2060', name, '\u2060');
  requestAnimationFrame(() => turnInward(name));
  return caret;
}

/** A name that would reach out of the text at its right edge is written to the left of the caret. */
function turnInward(name: HTMLElement): void {
  const text = name.closest('[role="textbox"]');
  if (text === null) return;
  const isOut = name.getBoundingClientRect().right > text.getBoundingClientRect().right;
  name.classList.toggle(styles['leftward'] ?? '', isOut);
}

/** "Ewa (GOK)" */
function nameOf({ name, organisation }: Present): string {
  return name === '' || organisation === '' ? `${name}${organisation}` : `${name} (${organisation})`;
}
