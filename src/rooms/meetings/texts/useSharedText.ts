// Binds a text field to a meeting's shared text: opens the document, batches what is typed, keeps the caret when others
// write, undoes own steps only. How edits of two people meet is documents/sharedText's.

import type { RefObject } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { editedMeetingText, type MeetingText } from '../../../documents/meetingCommands.ts';
import { type SharedText, type ShownChange, openSharedText } from '../../../documents/sharedText.ts';
import type { MeetingId, PartnershipId } from '../../../domain/ids.ts';
import { type DocumentName, documentName } from '../../../schema/documentName.ts';
import type { Device } from '../../../storage/device.ts';
import { useStore } from '../../../ui/useStore.ts';

/** What is typed is stored at the latest after this time, in milliseconds. */
const BATCH_MS = 250;
/** After a failed batch that never reached the document. */
const RETRY_MS = 3_000;
/** Characters. Beyond it the text is a document of its own, and one change would be too large to send over 2G. */
export const TEXT_MAX = 50_000;

export interface SharedTextOptions {
  readonly device: Device;
  readonly partnershipId: PartnershipId;
  readonly meetingId: MeetingId;
  readonly name: MeetingText;
  readonly area: RefObject<HTMLTextAreaElement | null>;
}

export type SharedTextView =
  | { readonly kind: 'loading' | 'missing' | 'failed' }
  | {
      readonly kind: 'ready';
      readonly value: string;
      readonly isWritable: boolean;
      readonly isTooLong: boolean;
      readonly tick: 'saving' | 'failed' | 'stored';
      readonly type: (value: string) => void;
      /** Stores at once what was typed. */
      readonly flush: () => void;
      /** Something typed here since the screen was opened can be taken back. */
      readonly canUndo: boolean;
      readonly undo: () => void;
    };

type Opening =
  | { readonly kind: 'loading' | 'missing' | 'failed' }
  | { readonly kind: 'open'; readonly isWritable: boolean };

export function useSharedText({
  device,
  partnershipId,
  meetingId,
  name,
  area,
}: SharedTextOptions): SharedTextView {
  const [opening, setOpening] = useState<Opening>({ kind: 'loading' });
  const [value, setValue] = useState('');
  const [isWaiting, setIsWaiting] = useState(false);
  const [canUndo, setCanUndo] = useState(false);
  const isFailing = useStore(device.ledger.status, (status) => status.kind === 'failing');
  const shared = useRef<SharedText | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const docName: DocumentName = documentName('partnership', partnershipId);

  /** Runs a step of the text in the ledger; what it changed is durable when it resolves. */
  const store = useCallback(
    async (step: (text: SharedText) => void): Promise<void> => {
      const text = shared.current;
      if (text === undefined) return;
      clearTimeout(timer.current);
      timer.current = undefined;
      setIsWaiting(true);
      try {
        await device.ledger.write([{ name: docName, run: () => step(text) }]);
      } catch (failure) {
        device.reportFailure(failure);
      }
      const isLeft = text.hasUnwritten();
      if (isLeft)
        timer.current ??= setTimeout(() => void store((each) => each.write(device.now())), RETRY_MS);
      setIsWaiting(isLeft);
      setCanUndo(text.canUndo());
    },
    [device, docName],
  );
  const flush = useCallback((): void => {
    if (shared.current?.hasUnwritten()) void store((text) => text.write(device.now()));
  }, [device, store]);
  const step = useCallback(
    (which: 'undo' | 'redo'): void => {
      void store((text) => text[which](device.now()));
    },
    [device, store],
  );

  useEffect(() => {
    let isOver = false;
    let close: (() => Promise<void>) | undefined;
    const onChange = ({ shown, caretAfter }: ShownChange): void => {
      const field = area.current;
      if (field) {
        const { selectionStart, selectionEnd, scrollTop } = field;
        field.value = shown;
        field.setSelectionRange(caretAfter(selectionStart), caretAfter(selectionEnd));
        field.scrollTop = scrollTop;
      }
      setValue(shown);
    };
    const open = async (): Promise<void> => {
      const opened = await device.ledger.open(docName);
      const edited = isOver ? undefined : editedMeetingText(opened.doc, meetingId, name);
      const text = edited && openSharedText(opened.doc, edited, onChange);
      if (text === undefined) {
        opened.release();
        if (!isOver) setOpening({ kind: 'missing' });
        return;
      }
      shared.current = text;
      setValue(text.shown());
      setOpening({ kind: 'open', isWritable: opened.isWritable });
      close = async () => {
        if (text.hasUnwritten()) await store((each) => each.write(device.now()));
        clearTimeout(timer.current);
        shared.current = undefined;
        text.dispose();
        opened.release();
      };
    };
    open().catch((failure: unknown) => {
      device.reportFailure(failure);
      if (!isOver) setOpening({ kind: 'failed' });
    });
    return () => {
      isOver = true;
      close?.().catch(device.reportFailure);
    };
  }, [device, docName, meetingId, name, area, store]);

  const isOpen = opening.kind === 'open';
  useEffect(() => {
    const field = area.current;
    if (!isOpen || field === null) return undefined;
    return listen(field, { flush, step, shared });
  }, [isOpen, area, flush, step]);

  const isTooLong = value.length > TEXT_MAX;
  const type = (typed: string): void => {
    const text = shared.current;
    if (text === undefined) return;
    setValue(typed);
    if (typed.length > TEXT_MAX) {
      // It stays on the screen as it is, and is stored when it has been shortened.
      text.hold();
      return;
    }
    text.type(typed, area.current?.selectionEnd ?? typed.length);
    if (isTooLong) text.release();
    setIsWaiting(true);
    setCanUndo(text.canUndo());
    timer.current ??= setTimeout(flush, BATCH_MS);
  };

  if (opening.kind !== 'open') return opening;
  return {
    kind: 'ready',
    value,
    isWritable: opening.isWritable,
    isTooLong,
    tick:
      isFailing && isWaiting ? 'failed' : isWaiting || isTooLong ? 'saving' : isFailing ? 'failed' : 'stored',
    type,
    flush,
    canUndo,
    undo: () => step('undo'),
  };
}

interface Listening {
  readonly flush: () => void;
  readonly step: (which: 'undo' | 'redo') => void;
  readonly shared: { readonly current: SharedText | undefined };
}

/** What the field itself tells: undo by keys or menu, words being composed, the page going away. Returns how to stop. */
function listen(field: HTMLTextAreaElement, { flush, step, shared }: Listening): () => void {
  const stop = new AbortController();
  const options = { signal: stop.signal };
  field.addEventListener(
    'keydown',
    (event) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      step(key === 'y' || event.shiftKey ? 'redo' : 'undo');
    },
    options,
  );
  field.addEventListener(
    'beforeinput',
    (event) => {
      // The browser's own undo knows nothing of what others wrote in between.
      if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return;
      event.preventDefault();
      step(event.inputType === 'historyUndo' ? 'undo' : 'redo');
    },
    options,
  );
  field.addEventListener('compositionstart', () => shared.current?.hold(), options);
  field.addEventListener('compositionend', () => shared.current?.release(), options);
  document.addEventListener('visibilitychange', flush, options);
  window.addEventListener('pagehide', flush, options);
  return () => stop.abort();
}
