// The fan-out between nodes over Redis or Valkey: one channel a document, subscribed to while somebody here follows it; and
// one for rotations, which every node has to hear of. Redis keeps nothing, and while it is away nothing is told; whoever uses this makes up for it from the log (completeFanout).

import { Redis } from 'ioredis';
import { nanoid } from 'nanoid';
import { type DocumentName, decodeDocumentName } from '../../src/schema/documentName.ts';
import type { Change, Fanout, Follower } from '../fanout.ts';
import { decodeSent, encodeSent, type FanoutMessage } from './fanoutMessage.ts';
import { LocalFanout } from './localFanout.ts';

const LONGEST_RECONNECT_MS = 1_000;
const CONNECT_MS = 2_000;

export interface RedisFanoutOptions {
  /** "redis://…" or "rediss://…" */
  readonly url: string;
  /** Sets this installation apart from others on the same Redis. */
  readonly installation: string;
  /** Told which documents something may have been missed of: just subscribed to, or Redis was away. */
  readonly uncertain: (names: readonly DocumentName[]) => void;
  /** Told a change of another node before the followers are. */
  readonly heard: (change: Change) => void;
  /** Told of a rotation on another node, before the followers are. */
  readonly ended: (successor: DocumentName) => void;
}

export class RedisFanout implements Fanout {
  readonly #options: RedisFanoutOptions;
  readonly #local = new LocalFanout();
  readonly #node = nanoid();
  readonly #prefix: string;
  readonly #rotations: string;
  /** For everything but listening: a connection that listens may do nothing else. */
  readonly client: Redis;
  readonly #listener: Redis;

  constructor(options: RedisFanoutOptions) {
    this.#options = options;
    this.#prefix = `wspolnie:${options.installation}:document:`;
    this.#rotations = `wspolnie:${options.installation}:rotations`;
    this.client = connect(options.url);
    this.#listener = connect(options.url);
    this.#listener.on('ready', () => {
      // The line broke: subscribed again when it is back.
      this.#listener.subscribe(this.#rotations).catch(() => {});
      this.#subscribe(this.#local.names());
    });
    this.#listener.on('messageBuffer', (channel: Buffer, data: Buffer) =>
      this.#hear(channel.toString(), data),
    );
  }

  /** Whether it hears of other nodes at present. */
  get isAway(): boolean {
    return this.#listener.status !== 'ready';
  }

  get size(): number {
    return this.#local.size;
  }

  follow(name: DocumentName, follower: Follower): void {
    const isFirst = !this.#local.isFollowed(name);
    this.#local.follow(name, follower);
    if (isFirst && !this.isAway) this.#subscribe([name]);
  }

  unfollow(name: DocumentName, follower: Follower): void {
    this.#local.unfollow(name, follower);
    if (this.#local.isFollowed(name) || this.isAway) return;
    // Failing, it hears what nobody here listens to until the line is made anew.
    this.#listener.unsubscribe(this.#prefix + name).catch(() => {});
  }

  reached(): void {}

  publish(change: Change): void {
    this.#local.publish(change);
    const { name, after, seq, update } = change;
    this.#tell(this.#prefix + name, { kind: 'changed', after, seq, update });
  }

  awareness(name: DocumentName, body: Uint8Array, from: Follower): void {
    this.#local.awareness(name, body, from);
    this.#tell(this.#prefix + name, { kind: 'awareness', body });
  }

  endEarlier(successor: DocumentName): void {
    this.#local.endEarlier(successor);
    this.#tell(this.#rotations, { kind: 'ended', successor });
  }

  async close(): Promise<void> {
    await this.#local.close();
    this.client.disconnect();
    this.#listener.disconnect();
  }

  #subscribe(names: readonly DocumentName[]): void {
    if (names.length === 0) return;
    this.#listener.subscribe(...names.map((name) => this.#prefix + name)).then(
      () => this.#options.uncertain(names),
      // The line broke: subscribed again when it is back.
      () => {},
    );
  }

  #tell(channel: string, message: FanoutMessage): void {
    if (this.client.status !== 'ready') return;
    const sent = encodeSent({ node: this.#node, message });
    this.client.publish(channel, Buffer.from(sent)).catch(() => {});
  }

  #hear(channel: string, data: Buffer): void {
    const sent = decodeSent(data);
    if (sent === undefined || sent.node === this.#node) return;
    if (channel === this.#rotations) this.#hearEnd(sent.message);
    else this.#hearOf(decodeDocumentName(channel.slice(this.#prefix.length)), sent.message);
  }

  #hearEnd(message: FanoutMessage): void {
    if (message.kind !== 'ended') return;
    this.#options.ended(message.successor);
    this.#local.endEarlier(message.successor);
  }

  #hearOf(name: DocumentName | undefined, message: FanoutMessage): void {
    if (name === undefined) return;
    switch (message.kind) {
      case 'changed': {
        const { after, seq, update } = message;
        const change = { name, after, seq, update };
        this.#options.heard(change);
        this.#local.publish(change);
        return;
      }
      case 'awareness':
        this.#local.awareness(name, message.body);
        return;
      case 'ended':
        // Not said of one document.
        return;
    }
  }
}

/** Commands fail at once while Redis is away; the line is made anew by itself. */
function connect(url: string): Redis {
  const client = new Redis(url, {
    enableOfflineQueue: false,
    // What one turn of the event loop has to say goes out in one piece.
    enableAutoPipelining: true,
    autoResubscribe: false,
    maxRetriesPerRequest: 0,
    connectTimeout: CONNECT_MS,
    retryStrategy: (attempt) => Math.min(LONGEST_RECONNECT_MS, attempt * 50),
  });
  // Told by its status; each attempt to reconnect would be an error of its own.
  client.on('error', () => {});
  return client;
}
