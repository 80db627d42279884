// What became of a run's epochs at the relay: which were begun by whom, and which were ended by a device that came back with
// a later one after the server was put back to an older backup. The limits of docs/decisions/0006-erasure.md follow from these.

import * as Y from 'yjs';
import { type DocumentName, epochOf, isEarlierEpoch } from '../../src/schema/documentName.ts';
import type { Rotation } from '../../sync-server/stores/logStore.ts';
import { coverage } from './epochs.ts';

export class EpochWatch {
  readonly #count: (what: 'rotations' | 'laterEpochsBrought') => void;
  /** Clients of the rebuilt documents, by the name under which they were to be put in place. */
  readonly #rebuilders = new Map<DocumentName, Set<number>>();
  /** Epochs that a later one ended which was not built from all that the server had of them. */
  #overtaken: DocumentName[] = [];

  constructor(count: (what: 'rotations' | 'laterEpochsBrought') => void) {
    this.#count = count;
  }

  /** The relay is asked to put this in the place of the epoch before; a crash may hide that it did. */
  rebuilt({ row: { name, update } }: Rotation): void {
    const known = this.#rebuilders.get(name) ?? new Set();
    for (const client of Y.parseUpdateMetaV2(update).to.keys()) known.add(client);
    this.#rebuilders.set(name, known);
  }

  rotated(): void {
    this.#count('rotations');
  }

  /** An ordinary exchange is to begin a document in a later epoch, while the relay holds this one. */
  ending(name: DocumentName): void {
    this.#overtaken.push(name);
  }

  brought(): void {
    this.#count('laterEpochsBrought');
  }

  /** The relay was put back, and devices forget their receipts. */
  restored(): void {
    this.#overtaken = [];
  }

  /**
   * Whether a receipt for something in this epoch may have gone with it: until a device that has it carries it over. Known
   * limit: after an older backup, a device that was not rotated writes into the former epoch until one comes that was.
   */
  isOvertaken(name: DocumentName): boolean {
    return this.#overtaken.some((ended) => ended === name || isEarlierEpoch(name, ended));
  }

  /**
   * Whether two documents of one epoch have met in this one. Known limit: after an older backup somebody erased again, before
   * a device came back with what had been rebuilt already; each record is one of the two then, and so is who is erased.
   */
  isForked(doc: Y.Doc): boolean {
    return [...this.#rebuilders].some(([name, clients]) => {
      const known = coverage(doc, epochOf(name));
      return [...clients].filter((client) => known.has(client)).length > 1;
    });
  }
}
