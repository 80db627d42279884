// Hands committed changes and awareness to those who follow a document, within this process. Loss is harmless: a follower
// that misses a change sees the gap in the positions and exchanges. Rights are checked by whoever follows.

import { type DocumentName, isEarlierEpoch } from '../src/schema/documentName.ts';

export interface Change {
  readonly name: DocumentName;
  /** The update is row `seq` of the document's log; it follows on row `seq - 1`. */
  readonly seq: number;
  readonly update: Uint8Array;
}

export interface Follower {
  changed(change: Change): void;
  awareness(name: DocumentName, body: Uint8Array): void;
}

export class Fanout {
  readonly #followers = new Map<DocumentName, Set<Follower>>();

  follow(name: DocumentName, follower: Follower): void {
    const followers = this.#followers.get(name) ?? new Set();
    this.#followers.set(name, followers.add(follower));
  }

  unfollow(name: DocumentName, follower: Follower): void {
    const followers = this.#followers.get(name);
    followers?.delete(follower);
    if (followers?.size === 0) this.#followers.delete(name);
  }

  /** Number of documents that somebody follows. */
  get size(): number {
    return this.#followers.size;
  }

  publish(change: Change): void {
    for (const follower of this.#followers.get(change.name) ?? []) follower.changed(change);
  }

  /**
   * Earlier epochs of the document are over. Whoever follows one is shown a position that nobody can hold: they exchange, and
   * learn of the successor.
   */
  endEarlier(successor: DocumentName): void {
    for (const name of this.#followers.keys()) {
      if (!isEarlierEpoch(name, successor)) continue;
      this.publish({ name, seq: Number.MAX_SAFE_INTEGER, update: new Uint8Array() });
      this.#followers.delete(name);
    }
  }

  awareness(name: DocumentName, body: Uint8Array, from: Follower): void {
    for (const follower of this.#followers.get(name) ?? []) {
      if (follower !== from) follower.awareness(name, body);
    }
  }
}
