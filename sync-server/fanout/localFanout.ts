// The fan-out within one process.

import { type DocumentName, isEarlierEpoch } from '../../src/schema/documentName.ts';
import { type Change, endOf, type Fanout, type Follower } from '../fanout.ts';

export class LocalFanout implements Fanout {
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

  /** Everything that is committed here comes by here, in order. */
  reached(): void {}

  get size(): number {
    return this.#followers.size;
  }

  isFollowed(name: DocumentName): boolean {
    return this.#followers.has(name);
  }

  names(): readonly DocumentName[] {
    return [...this.#followers.keys()];
  }

  publish(change: Change): void {
    for (const follower of this.#followers.get(change.name) ?? []) follower.changed(change);
  }

  endEarlier(successor: DocumentName): void {
    for (const name of this.names()) if (isEarlierEpoch(name, successor)) this.end(name);
  }

  end(name: DocumentName): void {
    this.publish(endOf(name));
    this.#followers.delete(name);
  }

  /** Without `from`: it came from another node. */
  awareness(name: DocumentName, body: Uint8Array, from?: Follower): void {
    for (const follower of this.#followers.get(name) ?? []) {
      if (follower !== from) follower.awareness(name, body);
    }
  }

  async close(): Promise<void> {
    this.#followers.clear();
  }
}
