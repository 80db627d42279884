// Binds a text field to a session of a text that several people write: what is typed goes there, what others write comes from
// there, and the caret stays at its place. Storing and merging are the session's.

import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** What a session has to offer. */
interface TextSession {
  readonly state: {
    readonly getState: () => SessionState;
    readonly subscribe: (listener: (state: SessionState) => void) => () => void;
  };
  readonly isWritable: boolean;
  /** Told what others, or an undo, changed, and where a caret belongs then. */
  readonly onShown: (
    listener: (change: { readonly shown: string; readonly caretAfter: (caret: number) => number }) => void,
  ) => () => void;
  readonly type: (value: string, caret: number) => void;
  readonly hold: () => void;
  readonly release: () => void;
  readonly flush: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly close: () => Promise<void>;
}

interface SessionState {
  readonly value: string;
  readonly isTooLong: boolean;
  readonly tick: 'saving' | 'failed' | 'stored';
  readonly canUndo: boolean;
}

export type TextSessionView =
  | { readonly kind: 'loading' | 'missing' | 'failed' }
  | (SessionState & {
      readonly kind: 'ready';
      readonly isWritable: boolean;
      readonly type: (value: string) => void;
      readonly flush: () => void;
      readonly undo: () => void;
    });

type Opening =
  | { readonly kind: 'loading' | 'missing' | 'failed' }
  | { readonly kind: 'open'; readonly session: TextSession; readonly state: SessionState };

export interface TextSessionOptions {
  /** Resolves to `undefined` when the text is not on this device. Another function opens anew. */
  readonly open: () => Promise<TextSession | undefined>;
  readonly area: RefObject<HTMLTextAreaElement | null>;
  readonly reportFailure: (failure: unknown) => void;
}

export function useTextSession({ open, area, reportFailure }: TextSessionOptions): TextSessionView {
  const [opening, setOpening] = useState<Opening>({ kind: 'loading' });

  useEffect(() => {
    let isOver = false;
    let leave: () => void = () => undefined;
    const begin = async (): Promise<void> => {
      const session = await open();
      if (session === undefined) {
        if (!isOver) setOpening({ kind: 'missing' });
        return;
      }
      if (isOver) {
        await session.close();
        return;
      }
      const showState = (state: SessionState): void => setOpening({ kind: 'open', session, state });
      const stops = [
        session.onShown(({ shown, caretAfter }) => showInField(area.current, shown, caretAfter)),
        session.state.subscribe(showState),
      ];
      showState(session.state.getState());
      leave = () => {
        for (const stop of stops) stop();
        session.close().catch(reportFailure);
      };
    };
    begin().catch((failure: unknown) => {
      reportFailure(failure);
      if (!isOver) setOpening({ kind: 'failed' });
    });
    return () => {
      isOver = true;
      leave();
    };
  }, [open, area, reportFailure]);

  const session = opening.kind === 'open' ? opening.session : undefined;
  useEffect(() => {
    const field = area.current;
    if (session === undefined || field === null) return undefined;
    return listenToField(field, session);
  }, [session, area]);

  if (opening.kind !== 'open') return opening;
  const { state } = opening;
  const { isWritable, flush, undo } = opening.session;
  return {
    ...state,
    kind: 'ready',
    isWritable,
    type: (value) => opening.session.type(value, area.current?.selectionEnd ?? value.length),
    flush,
    undo,
  };
}

function showInField(
  field: HTMLTextAreaElement | null,
  shown: string,
  caretAfter: (caret: number) => number,
): void {
  if (field === null) return;
  const { selectionStart, selectionEnd, scrollTop } = field;
  field.value = shown;
  field.setSelectionRange(caretAfter(selectionStart), caretAfter(selectionEnd));
  field.scrollTop = scrollTop;
}

/** What the field itself tells: undo by keys or menu, words being composed, the page going away. Returns how to stop. */
function listenToField(field: HTMLTextAreaElement, session: TextSession): () => void {
  const stop = new AbortController();
  const options = { signal: stop.signal };
  field.addEventListener(
    'keydown',
    (event) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) session.redo();
      else session.undo();
    },
    options,
  );
  field.addEventListener(
    'beforeinput',
    (event) => {
      // The browser's own undo knows nothing of what others wrote in between.
      if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return;
      event.preventDefault();
      if (event.inputType === 'historyUndo') session.undo();
      else session.redo();
    },
    options,
  );
  field.addEventListener('compositionstart', session.hold, options);
  field.addEventListener('compositionend', session.release, options);
  document.addEventListener('visibilitychange', session.flush, options);
  window.addEventListener('pagehide', session.flush, options);
  return () => stop.abort();
}
