// Port of the fan-out: hands committed changes and awareness to those who follow a document, on this node and on the others.
// Loss is harmless: a follower that misses a change sees the gap in the positions. Rights are checked by whoever follows.
// Every fan-out passes tests/contracts/fanout.ts.

import type { DocumentName } from '../src/schema/documentName.ts';

export interface Change {
  readonly name: DocumentName;
  /** The update brings a document from position `after` to position `seq` of its log. */
  readonly after: number;
  readonly seq: number;
  readonly update: Uint8Array;
}

/**
 * The last that is told of an epoch that is over: a position that nobody can hold. Whoever follows it exchanges, and learns of
 * the successor.
 */
export function endOf(name: DocumentName): Change {
  return { name, after: END, seq: END, update: new Uint8Array() };
}

export function isEnd({ seq }: Change): boolean {
  return seq === END;
}

const END = Number.MAX_SAFE_INTEGER;

export interface Follower {
  changed(change: Change): void;
  awareness(name: DocumentName, body: Uint8Array): void;
}

export interface Fanout {
  follow(name: DocumentName, follower: Follower): void;
  unfollow(name: DocumentName, follower: Follower): void;
  /** A follower has read the document up to this position, and relies on hearing of everything beyond it. */
  reached(name: DocumentName, cursor: number): void;
  /** Number of documents that somebody here follows. */
  readonly size: number;
  /** Once committed. Returns at once. */
  publish(change: Change): void;
  /** A later epoch stands: whoever follows one before it is told its end, on every node, and follows it no more. */
  endEarlier(successor: DocumentName): void;
  /** To everybody else. */
  awareness(name: DocumentName, body: Uint8Array, from: Follower): void;
  /** Nothing is heard or told any more. */
  close(): Promise<void>;
}
