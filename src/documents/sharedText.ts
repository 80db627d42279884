// A text that several write, while one of them has it on a screen (a meeting's notes, a row of the plan): what is typed goes into the document in batches, what others write
// appears at once, and the caret stays where it was. Batching in time and storing are left to the caller.

import * as Y from 'yjs';
import {
  type TextDelta,
  type TextReplacement,
  type TextStep,
  deltaOf,
  diffText,
  endOfChange,
  applyDelta,
  moveCaret,
  movePast,
  replacementsOf,
} from '../domain/textDelta.ts';
import type { Instant } from '../domain/time.ts';
import { LOCAL_ORIGIN } from './roots.ts';

/** Typing within this time is undone in one step, in milliseconds. */
const UNDO_STEP_MS = 700;

/** What the screen is to show now, and where a caret that stood at `caret` belongs. */
export interface ShownChange {
  readonly shown: string;
  readonly caretAfter: (caret: number) => number;
}

export interface SharedText {
  readonly shown: () => string;
  /** True while something typed is not in the document yet. */
  readonly hasUnwritten: () => boolean;
  /** The person changed what is shown; `caret` as it stands afterwards. */
  readonly type: (value: string, caret: number) => void;
  /** Until `release` the screen may not be touched (a word is being composed): what others write is shown afterwards. */
  readonly hold: () => void;
  readonly release: () => void;
  /** Puts into the document what was typed since. One change of the document; to be run by the ledger. */
  readonly write: (at: Instant) => void;
  /** Takes back, or does again, the last own step, and never what others wrote. To be run by the ledger. */
  readonly canUndo: () => boolean;
  readonly undo: (at: Instant) => void;
  readonly redo: (at: Instant) => void;
  readonly dispose: () => void;
}

/** Which text it is, and the named command that edits it. */
export interface EditedText {
  readonly text: Y.Text;
  /** Also marks what the text belongs to as edited: a mere deletion would not show as waiting to be sent. */
  readonly edit: (replacement: TextReplacement, at: Instant) => void;
}

/** `onChange` tells what others, or an undo, changed. */
export function openSharedText(
  doc: Y.Doc,
  { text, edit }: EditedText,
  onChange: (change: ShownChange) => void,
): SharedText {
  const undoManager = new Y.UndoManager(text, {
    trackedOrigins: new Set([LOCAL_ORIGIN]),
    captureTimeout: UNDO_STEP_MS,
  });
  let shown = text.toJSON();
  /** Typed, shown, not in the document. */
  let ahead: readonly TextDelta[] = [];
  /** In the document, not shown. */
  let behind: readonly TextDelta[] = [];
  let isHeld = false;
  let writer: 'others' | 'typing' | 'undo' = 'others';

  function showWaiting(): void {
    const waiting = cross(ahead, behind);
    ahead = waiting.left;
    behind = [];
    const atEnd = writer === 'undo' ? waiting.right.at(-1) : undefined;
    for (const delta of waiting.right) shown = applyDelta(shown, delta);
    const caretAfter = (caret: number): number =>
      atEnd ? endOfChange(atEnd) : waiting.right.reduce(moveCaret, caret);
    onChange({ shown, caretAfter });
  }

  function onEvent(event: Y.YTextEvent): void {
    if (writer === 'typing') return;
    behind = [...behind, deltaOfEvent(event)];
    if (!isHeld) showWaiting();
  }
  text.observe(onEvent);

  function runAs(who: typeof writer, change: () => void): void {
    writer = who;
    try {
      change();
    } finally {
      writer = 'others';
    }
  }

  function write(at: Instant): void {
    if (ahead.length === 0) return;
    const crossed = cross(ahead, behind);
    [ahead, behind] = [[], crossed.right];
    runAs('typing', () =>
      doc.transact(() => {
        for (const replacement of crossed.left.flatMap(replacementsOf)) {
          edit(replacement, at);
        }
      }, LOCAL_ORIGIN),
    );
  }

  function step(which: 'undo' | 'redo', at: Instant): void {
    write(at);
    if (undoManager[which === 'undo' ? 'undoStack' : 'redoStack'].length === 0) return;
    isHeld = false;
    if (behind.length > 0) showWaiting();
    edit({ index: 0, remove: 0, insert: '' }, at);
    runAs('undo', () => undoManager[which]());
  }

  return {
    shown: () => shown,
    hasUnwritten: () => ahead.length > 0,
    type: (value, caret) => {
      const change = diffText(shown, value, caret);
      if (change === undefined) return;
      shown = value;
      ahead = [...ahead, deltaOf(change)];
    },
    hold: () => {
      isHeld = true;
    },
    release: () => {
      isHeld = false;
      if (behind.length > 0) showWaiting();
    },
    write,
    canUndo: () => ahead.length > 0 || undoManager.undoStack.length > 0,
    undo: (at) => step('undo', at),
    redo: (at) => step('redo', at),
    dispose: () => {
      text.unobserve(onEvent);
      undoManager.destroy();
    },
  };
}

/** Two histories that began at one text, each as it reads after the other. What others wrote stands first at one place. */
function cross(
  left: readonly TextDelta[],
  right: readonly TextDelta[],
): { readonly left: readonly TextDelta[]; readonly right: readonly TextDelta[] } {
  let mine = left;
  const theirs = right.map((delta) => {
    let moved = delta;
    mine = mine.map((own) => {
      const kept = movePast(own, moved, false);
      moved = movePast(moved, own, true);
      return kept;
    });
    return moved;
  });
  return { left: mine, right: theirs };
}

function deltaOfEvent(event: Y.YTextEvent): TextDelta {
  return event.delta.flatMap((step): readonly TextStep[] => {
    if (step.retain !== undefined) return [{ kind: 'keep', length: step.retain }];
    if (step.delete !== undefined) return [{ kind: 'remove', length: step.delete }];
    return typeof step.insert === 'string' ? [{ kind: 'insert', text: step.insert }] : [];
  });
}
