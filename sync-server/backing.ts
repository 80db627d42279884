// What a relay stands on: stores, fan-out, and what it hears of other nodes. There are two forms of it, embedded and scaled;
// the relay itself is the same on both.

import type { Redis } from 'ioredis';
import type { DocumentLog } from './content/documentLog.ts';
import type { Fanout } from './fanout.ts';
import type { CountEverywhere } from './limits/memberRequests.ts';
import type { Connections } from './socket/connections.ts';
import type { ChallengeStore } from './stores/challengeStore.ts';
import type { Commit, LogStore } from './stores/logStore.ts';
import type { MemberStore } from './stores/memberStore.ts';
import type { RefusedStore } from './stores/refusedStore.ts';
import type { Writable } from './stores/writeProbe.ts';

export interface Backing {
  readonly log: LogStore;
  readonly members: MemberStore;
  readonly refused: RefusedStore;
  readonly challenges: ChallengeStore;
  readonly database: Writable;
  readonly fanout: Fanout;
  readonly documents: DocumentLog;
  /** Absent where there is one process. */
  readonly countEverywhere: CountEverywhere | undefined;
  readonly redis: Redis | undefined;
  /** Begins to look after what other nodes do: these connections are ended when their rights are taken off there. */
  start(connections: Connections): void;
  /** Commits what waits, and closes everything. */
  stop(): Promise<void>;
}

export interface BackingOptions {
  readonly maxRefusedBytes: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly onCommit: (commit: Commit) => void;
  readonly reportFailure: (cause: unknown) => void;
}
