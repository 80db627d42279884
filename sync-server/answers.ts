// What an answer brings of each document, within the room that the device gave: what does not fit is asked for again, and
// nothing comes twice.

import type { DocumentName } from '../src/schema/documentName.ts';
import {
  type DocumentRequest,
  type DocumentResponse,
  MAX_DOCUMENTS_PER_REQUEST,
  type UpdateResult,
} from '../src/schema/wire.ts';
import { refused } from './admission.ts';
import { catchUp } from './content/catchUp.ts';
import type { LogStore } from './stores/logStore.ts';
import { StoreError } from './stores/storeError.ts';

/** What became of a document's update, and what is known of its log. */
export type Outcome =
  | { readonly reads: false; readonly result: UpdateResult }
  | {
      /** The answer brings what others have written. */
      readonly reads: true;
      readonly result: UpdateResult;
      /** End of the log before this request. */
      readonly head: number;
      /** The row that this request added. */
      readonly own?: number | undefined;
    };

export interface Answers {
  readonly documents: readonly DocumentResponse[];
  readonly isFull: () => boolean;
  readonly add: (document: DocumentRequest, outcome: Outcome) => Promise<DocumentResponse>;
  /** A document that was not named and has moved on from the position that the device gave. */
  readonly addMoved: (name: DocumentName, cursor: number) => Promise<DocumentResponse>;
}

/** However much room a device gives: one answer must not fill the memory. */
const MAX_ANSWER_BYTES = 4_000_000;
const NOTHING = new Uint8Array();

export function answering(store: LogStore, room: number): Answers {
  const documents: DocumentResponse[] = [];
  let left = Math.min(room, MAX_ANSWER_BYTES);
  // The first document is always answered: with a request however small, something gets through.
  const isFull = (): boolean => documents.length >= MAX_DOCUMENTS_PER_REQUEST || (left <= 0 && hasBrought);
  let hasBrought = false;

  async function bring(
    document: DocumentRequest,
    outcome: Outcome & { reads: true },
  ): Promise<DocumentResponse> {
    const { name, cursor, stateVector } = document;
    const { result, own, head } = outcome;
    const nothing = { name, result, update: NOTHING, cursor, completeness: 'whole' } as const;
    // Nothing lies between what the device holds and what it has just sent: the usual case while somebody types.
    if (own === cursor + 1) return { ...nothing, cursor: own };
    if (own === undefined && head === cursor) return nothing;
    if (isFull()) return { ...nothing, completeness: 'more' };
    try {
      const slice = await store.read(name, cursor);
      // Beyond the end: the cursor is of a log that is no more.
      const isBeyond = slice.head < cursor;
      const sound = isBeyond ? await store.read(name, 0) : slice;
      const wish = { cursor: isBeyond ? 0 : cursor, own, stateVector, room: left };
      const caughtUp = catchUp(sound, wish);
      left -= caughtUp.update.length;
      hasBrought ||= caughtUp.update.length > 0;
      return { ...nothing, ...caughtUp };
    } catch (cause) {
      if (!(cause instanceof StoreError)) throw cause;
      // The receipt stands, it was given for what is on disk; what could not be read comes with the next exchange.
      return { ...nothing, result: result.kind === 'none' ? refused('storageFailed') : result };
    }
  }

  async function add(document: DocumentRequest, outcome: Outcome): Promise<DocumentResponse> {
    const { name, cursor } = document;
    const answer: DocumentResponse = outcome.reads
      ? await bring(document, outcome)
      : { name, result: outcome.result, update: NOTHING, cursor, completeness: 'whole' };
    documents.push(answer);
    return answer;
  }

  return {
    documents,
    isFull,
    add,
    addMoved: (name, cursor) =>
      add(
        { name, cursor, stateVector: NOTHING, update: NOTHING },
        { reads: true, result: { kind: 'none' }, head: Number.NaN },
      ),
  };
}
