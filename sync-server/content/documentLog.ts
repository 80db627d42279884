// The log with an eye on content: stores of an update what it brings that is new, so that a repeated exchange changes
// nothing. Keeps for recently written documents what their log contains; that is derived, and lost without harm.

import { type DocumentName, epochOf, isEarlierEpoch } from '../../src/schema/documentName.ts';
import type { Change, Fanout } from '../fanout.ts';
import type { Appended, LogStore, NewRow, Rotation, RotationResult } from '../stores/logStore.ts';
import { StoreError } from '../stores/storeError.ts';
import { Coverage } from './coverage.ts';
import { whatIsNew } from './newContent.ts';
import { readUpdateContent, type UpdateContent } from './updateContent.ts';

/** `isNew` is false when the log held all of it already; then `seq` is a position that covers it. */
export interface Stored {
  readonly seq: number;
  readonly isNew: boolean;
}

interface Known {
  readonly coverage: Coverage;
  /** Of the log that `coverage` was built from. */
  readonly incarnation: string;
  /** The position that `coverage` stands for, with what waits for its commit. */
  head: number;
  /** Settles when everything in `coverage` is on disk, with the position then reached; or why it will not be. */
  durable: Promise<Appended>;
  /** `failed`, `overtaken`: `coverage` claims what is not on disk, since a commit failed or another node was first. */
  state: 'sound' | 'failed' | 'overtaken';
}

/** Ranges kept over all documents, about 16 bytes each: 16 MB. */
const MAX_RANGES = 1_000_000;
const MAX_DOCUMENTS = 2_000;

export class DocumentLog {
  readonly #store: LogStore;
  readonly #fanout: Fanout;
  /** In order of last use. */
  readonly #known = new Map<DocumentName, Promise<Known>>();
  readonly #sizes = new Map<DocumentName, number>();
  #ranges = 0;

  constructor(store: LogStore, fanout: Fanout) {
    this.#store = store;
    this.#fanout = fanout;
  }

  /** Resolves once the content is on disk, or a later epoch stands (`over`); rejects with StoreError when neither is so. */
  async append(row: NewRow, content: UpdateContent): Promise<Stored | 'over'> {
    for (;;) {
      const known = await this.#use(row.name);
      // The log was put back, and may lack what it held.
      if (known.incarnation !== this.#store.incarnation()) this.#discard(row.name, known, 'overtaken');
      else if (known.coverage.contains(content)) {
        const seq = await known.durable;
        if (seq === 'over') return seq;
        if (known.state === 'failed')
          throw new StoreError('failed', 'the write that this update repeats has failed');
        if (known.state === 'sound' && seq !== undefined) return { seq, isNew: false };
      } else {
        const isPartlyKnown = known.coverage.overlaps(content);
        const fresh = isPartlyKnown
          ? { ...row, update: whatIsNew(row.update, content, known.coverage) }
          : row;
        const { durable, head: after } = known;
        known.head += 1;
        known.coverage.add(content);
        this.#measure(row.name, known.coverage.size);
        known.durable = this.#write({ ...fresh, after }, known);
        const seq = await known.durable;
        if (seq === 'over') return seq;
        // The receipt is for the part too that is in rows before this one.
        if (isPartlyKnown) await durable;
        if (isPartlyKnown && known.state === 'failed')
          throw new StoreError('failed', 'a write that this update partly repeats has failed');
        if (seq !== undefined && (known.state === 'sound' || !isPartlyKnown)) return { seq, isNew: true };
      }
      // Judged again by what the log holds now.
    }
  }

  /** Puts the next epoch in the place of a document. Rejects with StoreError. */
  async rotate(rotation: Rotation): Promise<RotationResult> {
    const result = await this.#store.rotate(rotation);
    if (result === 'rotated') this.#endEarlier(rotation.row.name);
    return result;
  }

  /** What stands now is this epoch: nothing is known of those before it any more. */
  forgetEarlier(successor: DocumentName): void {
    for (const name of this.#known.keys()) if (isEarlierEpoch(name, successor)) this.#forget(name);
  }

  /** Another node has stored this: what is known of the document stays complete without reading it again. */
  async heard({ name, after, seq, update }: Change): Promise<void> {
    const known = await this.#known.get(name);
    if (known?.head !== after) return;
    const content = readUpdateContent(update, Number.POSITIVE_INFINITY);
    if (content === undefined) return;
    known.head = seq;
    known.coverage.add(content);
    this.#measure(name, known.coverage.size);
  }

  /** A position that covers the content, when all of it is on disk; `undefined` otherwise. Rejects with StoreError. */
  async holding(name: DocumentName, content: UpdateContent): Promise<number | undefined> {
    const known = await this.#upToDate(name);
    if (!known.coverage.contains(content)) return undefined;
    const seq = await known.durable;
    return known.state === 'sound' && seq !== 'over' ? seq : undefined;
  }

  /** With what other nodes have stored meanwhile. */
  async #upToDate(name: DocumentName): Promise<Known> {
    const known = await this.#use(name);
    const state = await this.#store.state(name);
    const isPresent = known.incarnation === this.#store.incarnation() && (state?.head ?? 0) <= known.head;
    if (isPresent) return known;
    this.#discard(name, known, 'overtaken');
    return this.#use(name);
  }

  async #write(row: NewRow, known: Known): Promise<Appended> {
    const seq = await this.#stored(row, known);
    const { name, update } = row;
    if (seq === undefined || seq === 'over') {
      this.#discard(name, known, 'overtaken');
      return seq;
    }
    if (seq === 1) this.#endEarlier(name);
    this.#fanout.publish({ name, after: seq - 1, seq, update });
    return seq;
  }

  #endEarlier(name: DocumentName): void {
    if (epochOf(name) === 0) return;
    this.forgetEarlier(name);
    this.#fanout.endEarlier(name);
  }

  async #stored(row: NewRow, known: Known): Promise<Appended> {
    try {
      return await this.#store.append(row);
    } catch (cause) {
      this.#discard(row.name, known, 'failed');
      throw cause;
    }
  }

  /** Once: what has been read anew since then stays. */
  #discard(name: DocumentName, known: Known, state: 'failed' | 'overtaken'): void {
    if (known.state !== 'sound') return;
    known.state = state;
    this.#forget(name);
  }

  #use(name: DocumentName): Promise<Known> {
    const known = this.#known.get(name) ?? this.#load(name);
    this.#known.delete(name);
    this.#known.set(name, known);
    for (const oldest of this.#known.keys()) {
      if (oldest === name || (this.#known.size <= MAX_DOCUMENTS && this.#ranges <= MAX_RANGES)) break;
      this.#forget(oldest);
    }
    return known;
  }

  async #load(name: DocumentName): Promise<Known> {
    const incarnation = this.#store.incarnation();
    try {
      const { snapshot, rows, head } = await this.#store.read(name, 0);
      const coverage = new Coverage();
      for (const { update } of snapshot ? [snapshot, ...rows] : rows) {
        const content = readUpdateContent(update, Number.POSITIVE_INFINITY);
        if (content === undefined)
          throw new StoreError('corrupt', 'the log holds an update that cannot be read');
        coverage.add(content);
      }
      this.#measure(name, coverage.size);
      return { coverage, incarnation, head, durable: Promise.resolve(head), state: 'sound' };
    } catch (cause) {
      this.#forget(name);
      throw cause;
    }
  }

  #forget(name: DocumentName): void {
    this.#known.delete(name);
    this.#measure(name, 0);
  }

  #measure(name: DocumentName, size: number): void {
    this.#ranges += size - (this.#sizes.get(name) ?? 0);
    if (size === 0) this.#sizes.delete(name);
    else this.#sizes.set(name, size);
  }
}
