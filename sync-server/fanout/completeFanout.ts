// A fan-out that misses nothing: puts the changes that come over another fan-out in order, and reads from the log what did not
// come. Whoever follows hears of every change once, or of several as one.

import type { DocumentName } from '../../src/schema/documentName.ts';
import { type CatchUpWish, catchUp } from '../content/catchUp.ts';
import { type Change, type Fanout, type Follower, isEnd } from '../fanout.ts';
import type { DocumentState, LogStore } from '../stores/logStore.ts';
import { LocalFanout } from './localFanout.ts';

/** Two nodes' changes overtake one another by a millisecond or two; what is missing for longer is read from the log. */
const OVERTAKING_MS = 25;
/** Heads asked for in one statement. */
const CHECKED_AT_ONCE = 1_000;

/** All that the slice holds: those who follow differ in what they have. */
const EVERYTHING: CatchUpWish = {
  cursor: 0,
  own: undefined,
  stateVector: new Uint8Array(),
  room: Number.POSITIVE_INFINITY,
};

interface Followed {
  /** Told up to here; `undefined` until the first follower has read the document. */
  head: number | undefined;
  /** Changes that came too early, by the position they follow on. */
  readonly early: Map<number, Change>;
  timer: NodeJS.Timeout | undefined;
  isReading: boolean;
}

export class CompleteFanout implements Fanout, Follower {
  readonly #store: LogStore;
  readonly #inner: Fanout;
  readonly #reportFailure: (cause: unknown) => void;
  readonly #local = new LocalFanout();
  readonly #followed = new Map<DocumentName, Followed>();

  constructor(store: LogStore, inner: Fanout, reportFailure: (cause: unknown) => void) {
    this.#store = store;
    this.#inner = inner;
    this.#reportFailure = reportFailure;
  }

  get size(): number {
    return this.#local.size;
  }

  follow(name: DocumentName, follower: Follower): void {
    this.#local.follow(name, follower);
    if (this.#followed.has(name)) return;
    this.#followed.set(name, { head: undefined, early: new Map(), timer: undefined, isReading: false });
    this.#inner.follow(name, this);
  }

  unfollow(name: DocumentName, follower: Follower): void {
    this.#local.unfollow(name, follower);
    if (this.#local.isFollowed(name)) return;
    clearTimeout(this.#followed.get(name)?.timer);
    this.#followed.delete(name);
    this.#inner.unfollow(name, this);
  }

  reached(name: DocumentName, cursor: number): void {
    const followed = this.#followed.get(name);
    if (followed === undefined || followed.head !== undefined) return;
    followed.head = cursor;
    this.#tellEarly(name, followed);
  }

  publish(change: Change): void {
    this.#inner.publish(change);
  }

  endEarlier(successor: DocumentName): void {
    this.#inner.endEarlier(successor);
  }

  awareness(name: DocumentName, body: Uint8Array, from?: Follower): void {
    this.#local.awareness(name, body, from);
    // Its own call comes from the inner fan-out, and goes no further.
    if (from !== undefined) this.#inner.awareness(name, body, this);
  }

  changed(change: Change): void {
    const followed = this.#followed.get(change.name);
    if (followed === undefined) return;
    if (isEnd(change)) {
      this.#end(change.name, followed);
      return;
    }
    followed.early.set(change.after, change);
    if (followed.head !== undefined) this.#tellEarly(change.name, followed);
  }

  /** Holds what was told against the log: of these documents, or of all that somebody follows. Failing, it is done next time. */
  async check(names: readonly DocumentName[] = this.#local.names()): Promise<void> {
    for (let first = 0; first < names.length; first += CHECKED_AT_ONCE) {
      const some = names.slice(first, first + CHECKED_AT_ONCE);
      const states = await this.#store.states(some);
      await Promise.all(some.map((name, index) => this.#catchUpWith(name, states[index])));
    }
  }

  async close(): Promise<void> {
    for (const { timer } of this.#followed.values()) clearTimeout(timer);
    this.#followed.clear();
    await this.#local.close();
    await this.#inner.close();
  }

  async #catchUpWith(name: DocumentName, state: DocumentState | undefined): Promise<void> {
    const followed = this.#followed.get(name);
    const head = state?.head ?? 0;
    if (followed !== undefined && state?.endedBy !== undefined) this.#end(name, followed);
    else if (followed?.head !== undefined && head > followed.head) await this.#readOn(name, followed);
  }

  /** Tells what follows on the head, in order; what is missing then has a moment to come by itself. */
  #tellEarly(name: DocumentName, followed: Followed): void {
    const { early } = followed;
    for (;;) {
      const head = followed.head ?? 0;
      for (const [after, { seq }] of early) if (seq <= head) early.delete(after);
      const next = early.get(head) ?? [...early.values()].find(({ after }) => after < head);
      if (next === undefined) break;
      early.delete(next.after);
      this.#tell(followed, next);
    }
    if (early.size === 0) {
      clearTimeout(followed.timer);
      followed.timer = undefined;
    } else {
      followed.timer ??= setTimeout(() => {
        followed.timer = undefined;
        this.#readOn(name, followed).catch(this.#reportFailure);
      }, OVERTAKING_MS);
    }
  }

  async #readOn(name: DocumentName, followed: Followed): Promise<void> {
    if (followed.isReading) return;
    followed.isReading = true;
    try {
      const after = followed.head ?? 0;
      const slice = await this.#store.read(name, after);
      if (this.#followed.get(name) !== followed || slice.head <= (followed.head ?? 0)) return;
      const { update } = catchUp(slice, EVERYTHING);
      this.#tell(followed, { name, after, seq: slice.head, update });
    } finally {
      followed.isReading = false;
    }
    this.#tellEarly(name, followed);
  }

  /** There is nothing to be read of it any more. */
  #end(name: DocumentName, followed: Followed): void {
    clearTimeout(followed.timer);
    this.#followed.delete(name);
    this.#inner.unfollow(name, this);
    this.#local.end(name);
  }

  #tell(followed: Followed, change: Change): void {
    followed.head = change.seq;
    this.#local.publish(change);
  }
}
