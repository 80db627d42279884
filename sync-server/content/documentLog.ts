// The log with an eye on content: stores an update only when it brings something new, so that a repeated exchange changes
// nothing. Keeps for recently written documents what their log contains; that is derived, and lost without harm.

import { type DocumentName, epochOf, isEarlierEpoch } from '../../src/schema/documentName.ts';
import type { Fanout } from '../fanout.ts';
import type { LogStore, NewRow, Rotation, RotationResult } from '../stores/logStore.ts';
import { StoreError } from '../stores/storeError.ts';
import { Coverage } from './coverage.ts';
import { readUpdateContent, type UpdateContent } from './updateContent.ts';

/** `isNew` is false when the log held all of it already; then `seq` is a position that covers it. */
export interface Stored {
  readonly seq: number;
  readonly isNew: boolean;
}

interface Known {
  readonly coverage: Coverage;
  /** Settles when everything in `coverage` is on disk, with the position then reached. */
  durable: Promise<number | 'over'>;
  /** An append failed: `coverage` claims what is not on disk. */
  failed: boolean;
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
    const known = await this.#use(row.name);
    if (known.coverage.contains(content)) {
      const seq = await known.durable;
      if (known.failed) throw new StoreError('failed', 'the write that this update repeats has failed');
      return seq === 'over' ? seq : { seq, isNew: false };
    }
    known.coverage.add(content);
    this.#measure(row.name, known.coverage.size);
    known.durable = this.#write(row, known);
    const seq = await known.durable;
    return seq === 'over' ? seq : { seq, isNew: true };
  }

  /** Puts the next epoch in the place of a document. Rejects with StoreError. */
  async rotate(rotation: Rotation): Promise<RotationResult> {
    const result = await this.#store.rotate(rotation);
    if (result === 'rotated') this.#endEarlier(rotation.row.name);
    return result;
  }

  async #write(row: NewRow, known: Known): Promise<number | 'over'> {
    const seq = await this.#stored(row, known);
    if (seq === 'over') this.#forget(row.name);
    else {
      if (seq === 1) this.#endEarlier(row.name);
      this.#fanout.publish({ name: row.name, seq, update: row.update });
    }
    return seq;
  }

  #endEarlier(name: DocumentName): void {
    if (epochOf(name) === 0) return;
    for (const other of this.#known.keys()) if (isEarlierEpoch(other, name)) this.#forget(other);
    this.#fanout.endEarlier(name);
  }

  async #stored(row: NewRow, known: Known): Promise<number | 'over'> {
    try {
      return await this.#store.append(row);
    } catch (cause) {
      known.failed = true;
      this.#forget(row.name);
      throw cause;
    }
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
      return { coverage, durable: Promise.resolve(head), failed: false };
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
