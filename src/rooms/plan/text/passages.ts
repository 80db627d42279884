// Passages of the text that something is said about: naming the selected one by positions that move with the text, and marking
// those that comments and suggestions are about. The records are not known here.

import { type EditorState, Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import { ySyncPluginKey } from 'y-prosemirror';
import * as Y from 'yjs';
import { anchorAt, bindingOf, isFromDocument, placeOf } from './binding.ts';
import styles from './PlanText.module.css';

/** Ends are encoded Yjs relative positions, as records keep them. */
export interface Passage {
  readonly from: Uint8Array;
  readonly to: Uint8Array;
  /** How it reads, at most QUOTE_MAX characters. */
  readonly quote: string;
  /** Only a passage within one paragraph can be replaced by a suggestion. */
  readonly isWithinParagraph: boolean;
}

export interface PassageMark {
  readonly id: string;
  readonly from: Uint8Array;
  readonly to: Uint8Array;
  readonly kind: 'comment' | 'suggestion';
}

interface Marked {
  readonly marks: readonly PassageMark[];
  readonly decorations: DecorationSet;
}

const QUOTE_MAX = 300;

const key = new PluginKey<Marked>('passages');

/** The selected passage; `undefined` where nothing is selected. */
export function passageAt(state: EditorState): Passage | undefined {
  const { from, to, empty, $from, $to } = state.selection;
  const quote = state.doc.textBetween(from, to, '\n').trim();
  const start = anchorAt(state, from);
  const end = endAnchorAt(state, to);
  if (empty || quote === '' || start === undefined || end === undefined) return undefined;
  return {
    from: Y.encodeRelativePosition(start),
    to: Y.encodeRelativePosition(end),
    quote: quote.length > QUOTE_MAX ? `${quote.slice(0, QUOTE_MAX)}…` : quote,
    isWithinParagraph: $from.sameParent($to) && $from.parent.isTextblock,
  };
}

export function passages(marks: readonly PassageMark[], onMark: (id: string) => void): Plugin<Marked> {
  return new Plugin<Marked>({
    key,
    state: {
      init: () => ({ marks, decorations: DecorationSet.empty }),
      apply: (transaction, before, _state, state) => {
        const given: unknown = transaction.getMeta(key);
        if (isMarks(given)) return mark(state, given);
        if (isFromDocument(transaction.getMeta(ySyncPluginKey))) return mark(state, before.marks);
        if (!transaction.docChanged) return before;
        return { ...before, decorations: before.decorations.map(transaction.mapping, transaction.doc) };
      },
    },
    props: {
      decorations: (state) => key.getState(state)?.decorations,
      handleClick: (view, place) => {
        const id = key.getState(view.state)?.marks.findLast((each) => {
          const [from, to] = passagePlace(view.state, each) ?? [0, 0];
          return from <= place && place < to;
        })?.id;
        if (id !== undefined) onMark(id);
        return false;
      },
    },
  });
}

export function showMarks(view: EditorView, marks: readonly PassageMark[]): void {
  view.dispatch(view.state.tr.setMeta(key, marks));
}

/** Where a marked passage stands now. */
export function passagePlace(
  state: EditorState,
  { from, to }: PassageMark,
): readonly [number, number] | undefined {
  const start = placeOfEnd(state, from);
  const end = placeOfEnd(state, to);
  return start === undefined || end === undefined || start >= end ? undefined : [start, end];
}

/** Behind the last letter, so that what is written after the passage does not become part of it. */
function endAnchorAt(state: EditorState, place: number): Y.RelativePosition | undefined {
  const anchor = anchorAt(state, place);
  const doc = bindingOf(state)?.doc;
  if (anchor === undefined || doc === undefined) return undefined;
  const found = Y.createAbsolutePositionFromRelativePosition(anchor, doc);
  if (found === null || !(found.type instanceof Y.XmlText)) return anchor;
  return Y.createRelativePositionFromTypeIndex(found.type, found.index, -1);
}

function placeOfEnd(state: EditorState, encoded: Uint8Array): number | undefined {
  try {
    return placeOf(state, Y.decodeRelativePosition(encoded));
  } catch {
    // Bytes of a broken writer: the passage is shown nowhere, what is said about it stands in its list.
    return undefined;
  }
}

function mark(state: EditorState, marks: readonly PassageMark[]): Marked {
  const decorations = marks.flatMap((each) => {
    const place = passagePlace(state, each);
    const look = { class: styles[each.kind] ?? '' };
    return place === undefined ? [] : [Decoration.inline(place[0], place[1], look)];
  });
  return { marks, decorations: DecorationSet.create(state.doc, decorations) };
}

function isMarks(value: unknown): value is readonly PassageMark[] {
  return Array.isArray(value);
}
