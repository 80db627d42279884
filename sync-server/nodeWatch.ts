// What a node looks up in the database from time to time, because nobody is sure to tell it: changes that Redis did not bring,
// rights that were taken off on another node, a database that was put back. Bounded: some statements every two seconds.

import type { DeviceId, MemberId } from '../src/domain/ids.ts';
import { asInstant, type Instant } from '../src/domain/time.ts';
import type { CompleteFanout } from './fanout/completeFanout.ts';
import type { Connections } from './socket/connections.ts';
import type { LogStore } from './stores/logStore.ts';
import type { MemberStore } from './stores/memberStore.ts';
import { StoreError } from './stores/storeError.ts';

/** While Redis is away a change on another node is seen this late. */
const LOOK_MS = 2_000;
/** While Redis is there a message can still be lost: then seen after this many looks. */
const LOOKS_A_CHECK = 5;
/** Nodes' clocks may differ by this much. */
const CLOCKS_MS = 2 * 60_000;

export interface NodeWatchParts {
  readonly log: LogStore;
  readonly members: MemberStore;
  readonly fanout: CompleteFanout;
  readonly connections: Connections;
  /** Whether other nodes are not heard at present. */
  readonly isAway: () => boolean;
  /** Has the log notice that it was put back. */
  readonly lookBack: () => Promise<void>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly reportFailure: (cause: unknown) => void;
}

export class NodeWatch {
  readonly #parts: NodeWatchParts;
  readonly #timer: NodeJS.Timeout;
  #looking: Promise<void> | undefined;
  #looks = 0;
  #incarnation: string;
  #since: Instant;
  /** Revocations that were seen, with their time: the same are found again while clocks may differ. */
  #seen = new Map<string, Instant>();

  constructor(parts: NodeWatchParts) {
    this.#parts = parts;
    this.#incarnation = parts.log.incarnation();
    this.#since = asInstant(parts.now());
    this.#timer = setInterval(() => {
      this.#looking ??= this.#look().finally(() => {
        this.#looking = undefined;
      });
    }, LOOK_MS);
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#looking;
  }

  async #look(): Promise<void> {
    const { fanout, isAway, lookBack, reportFailure } = this.#parts;
    try {
      this.#looks += 1;
      await lookBack();
      if (isAway() || this.#looks % LOOKS_A_CHECK === 0) await fanout.check();
      this.#noticeIncarnation();
      await this.#noticeRevocations();
    } catch (cause) {
      // The database is away: /ready and /health say so, and the next look finds what was missed.
      if (!(cause instanceof StoreError)) reportFailure(cause);
    }
  }

  /** Positions of another incarnation mean nothing any more: the devices come back and are told. */
  #noticeIncarnation(): void {
    const present = this.#parts.log.incarnation();
    if (present === this.#incarnation) return;
    this.#incarnation = present;
    this.#parts.connections.endAll();
  }

  async #noticeRevocations(): Promise<void> {
    const { members, connections, now } = this.#parts;
    const until = asInstant(now());
    const revoked = await members.revokedSince(asInstant(this.#since - CLOCKS_MS));
    const here = connections.callers();
    const isNews = (id: DeviceId | MemberId, at: Instant): boolean => {
      const key = `${id} ${at}`;
      const isKnown = this.#seen.has(key);
      this.#seen.set(key, at);
      return !isKnown;
    };
    for (const { id, at } of revoked.devices)
      if (isNews(id, at) && here.devices.has(id)) connections.deviceRevoked(id);
    for (const { id, at } of revoked.members)
      if (isNews(id, at) && here.members.has(id)) connections.memberChanged(id);
    for (const [key, at] of this.#seen) if (at < this.#since - CLOCKS_MS) this.#seen.delete(key);
    this.#since = until;
  }
}
