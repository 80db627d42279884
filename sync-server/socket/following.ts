// The documents that one connection follows live. Changes are held while an exchange of the document is under way and follow its
// answer; changes for which the reader has left no room are not kept: it is told of the gap, and catches up from the log.

import type { DocumentName } from '../../src/schema/documentName.ts';
import { encodeServerFrame } from '../../src/schema/socketFrame.ts';
import type { Change, Fanout, Follower } from '../fanout.ts';
import type { Outgoing } from './outgoing.ts';

interface Followed {
  /** Changes that wait while an exchange of the document is under way. */
  held: Change[] | undefined;
  /** An exchange has shown the right to read. */
  mayRead: boolean;
  /** The position up to which the device was told. */
  cursor: number;
}

const NOTHING = new Uint8Array();

export class Following {
  readonly #fanout: Fanout;
  readonly #follower: Follower;
  readonly #outgoing: Outgoing;
  readonly #followed = new Map<DocumentName, Followed>();
  /** Of these a change was left out. */
  readonly #behind = new Set<DocumentName>();

  constructor(fanout: Fanout, follower: Follower, outgoing: Outgoing) {
    this.#fanout = fanout;
    this.#follower = follower;
    this.#outgoing = outgoing;
  }

  mayRead(name: DocumentName): boolean {
    return this.#followed.get(name)?.mayRead === true;
  }

  /** From here on nothing is lost: the log is read for an answer after it. */
  hold(name: DocumentName): void {
    const followed = this.#followed.get(name) ?? { held: undefined, mayRead: false, cursor: 0 };
    followed.held ??= [];
    this.#followed.set(name, followed);
    this.#fanout.follow(name, this.#follower);
  }

  /** The answer, which brings the device to `cursor`, is on its way. */
  release(name: DocumentName, cursor: number): void {
    const held = this.#followed.get(name)?.held ?? [];
    this.#followed.set(name, { held: undefined, mayRead: true, cursor });
    this.#behind.delete(name);
    for (const change of held) this.changed(change);
    this.#fanout.reached(name, cursor);
  }

  changed(change: Change): void {
    const { name, seq } = change;
    const followed = this.#followed.get(name);
    if (followed?.held) {
      followed.held.push(change);
    } else if (followed?.mayRead && seq > followed.cursor) {
      followed.cursor = seq;
      // A change behind one that was left out shows the gap by itself.
      if (!this.#outgoing.hasRoom()) this.#behind.add(name);
      else {
        this.#behind.delete(name);
        this.#outgoing.send(changedFrame(change));
      }
    }
  }

  /** A change that rests on a position which the device does not have: it exchanges, and gets what it lacks. */
  tellGaps(): void {
    for (const name of this.#behind) {
      const cursor = this.#followed.get(name)?.cursor ?? 0;
      this.#outgoing.send(
        encodeServerFrame({ kind: 'changed', name, after: cursor, cursor, update: NOTHING }),
      );
    }
    this.#behind.clear();
  }

  unfollow(name: DocumentName): void {
    this.#followed.delete(name);
    this.#behind.delete(name);
    this.#fanout.unfollow(name, this.#follower);
  }

  dispose(): void {
    for (const name of this.#followed.keys()) this.unfollow(name);
  }
}

/** Encoded once for all who follow. */
const changedFrames = new WeakMap<Change, Uint8Array>();

function changedFrame(change: Change): Uint8Array {
  const { name, after, seq, update } = change;
  const known = changedFrames.get(change);
  const frame = known ?? encodeServerFrame({ kind: 'changed', name, after, cursor: seq, update });
  if (known === undefined) changedFrames.set(change, frame);
  return frame;
}
