// A shared text while a field on the screen is bound to it: opens the document, stores what is typed in batches, tries again
// what could not be stored. How edits of two people meet is documents/sharedText's, the field itself is the screen's.

import type { Doc } from 'yjs';
import { type StoreApi, createStore } from 'zustand/vanilla';
import { type EditedText, type ShownChange, openSharedText } from '../documents/sharedText.ts';
import type { Instant } from '../domain/time.ts';
import type { DocumentName } from '../schema/documentName.ts';
import type { Ledger } from './ledger.ts';

/** What is typed is stored at the latest after this time, in milliseconds. */
const BATCH_MS = 250;
/** After a failed batch that never reached the document. */
const RETRY_MS = 3_000;

export interface TextSessionOptions {
  readonly ledger: Ledger;
  readonly now: () => Instant;
  readonly reportFailure: (failure: unknown) => void;
  readonly name: DocumentName;
  /** `undefined` when the record has not arrived on this device. */
  readonly find: (doc: Doc) => EditedText | undefined;
  /** Characters. What is longer stays on the screen and is stored when it has been shortened. */
  readonly most: number;
}

interface TextState {
  readonly value: string;
  readonly isTooLong: boolean;
  readonly tick: 'saving' | 'failed' | 'stored';
  /** Something typed here since it was opened can be taken back. */
  readonly canUndo: boolean;
}

export interface TextSession {
  readonly state: StoreApi<TextState>;
  readonly isWritable: boolean;
  /** Told before `state`: what others, or an undo, changed. */
  readonly onShown: (listener: (change: ShownChange) => void) => () => void;
  /** The person changed what is shown; `caret` as it stands afterwards. */
  readonly type: (value: string, caret: number) => void;
  /** Until `release` a word is being composed: what others write is shown afterwards. */
  readonly hold: () => void;
  readonly release: () => void;
  /** Stores at once what was typed. */
  readonly flush: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Stores what is left, then lets the document go. */
  readonly close: () => Promise<void>;
}

/** `undefined` when there is no such text on this device yet. Throws StorageFailure. */
export async function openTextSession(options: TextSessionOptions): Promise<TextSession | undefined> {
  const { ledger, now, reportFailure, name, most } = options;
  const opened = await ledger.open(name);
  const edited = options.find(opened.doc);
  if (edited === undefined) {
    opened.release();
    return undefined;
  }
  const listeners = new Set<(change: ShownChange) => void>();
  const text = openSharedText(opened.doc, edited, (change) => {
    for (const listener of listeners) listener(change);
    show(change.shown);
  });
  let value = text.shown();
  let isWaiting = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const isTooLong = (): boolean => value.length > most;

  function current(): TextState {
    const isFailing = ledger.status.getState().kind === 'failing';
    const isUnwritten = isWaiting || isTooLong();
    const waiting = isFailing && isWaiting ? 'failed' : 'saving';
    return {
      value,
      isTooLong: isTooLong(),
      tick: isUnwritten ? waiting : isFailing ? 'failed' : 'stored',
      canUndo: text.canUndo(),
    };
  }
  const state = createStore<TextState>(current);
  const tell = (): void => state.setState(current(), true);
  const stopStatus = ledger.status.subscribe(tell);

  function show(shown: string): void {
    value = shown;
    tell();
  }

  /** Runs a step of the text in the ledger; what it changed is durable when it resolves. */
  async function store(step: () => void): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    isWaiting = true;
    tell();
    try {
      await ledger.write([{ name, run: step }]);
    } catch (failure) {
      reportFailure(failure);
    }
    isWaiting = text.hasUnwritten();
    if (isWaiting) timer ??= setTimeout(writeNow, RETRY_MS);
    tell();
  }
  function writeNow(): void {
    store(() => text.write(now())).catch(reportFailure);
  }
  function flush(): void {
    if (text.hasUnwritten()) writeNow();
  }

  return {
    state,
    isWritable: opened.isWritable,
    onShown: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    type: (typed, caret) => {
      const wasTooLong = isTooLong();
      value = typed;
      if (isTooLong()) {
        text.hold();
        tell();
        return;
      }
      text.type(typed, caret);
      if (wasTooLong) text.release();
      isWaiting = true;
      tell();
      timer ??= setTimeout(flush, BATCH_MS);
    },
    hold: text.hold,
    release: text.release,
    flush,
    undo: () => {
      store(() => text.undo(now())).catch(reportFailure);
    },
    redo: () => {
      store(() => text.redo(now())).catch(reportFailure);
    },
    close: async () => {
      stopStatus();
      if (text.hasUnwritten()) await store(() => text.write(now()));
      clearTimeout(timer);
      listeners.clear();
      text.dispose();
      opened.release();
    },
  };
}
