// One simulated device of the soak: it comes, by socket or by POST, writes, is interrupted, goes, and comes back. It knows what
// the relay has acknowledged.

import { setTimeout as wait } from 'node:timers/promises';
import type { DocumentName } from '../../../src/schema/documentName.ts';
import {
  decodeSyncResponse,
  type DocumentResponse,
  encodeSyncRequest,
  SYNC_MEDIA_TYPE,
  type UpdateResult,
} from '../../../src/schema/wire.ts';
import { SCHEMA_VERSION } from '../../../src/schema/version.ts';
import type { Random } from '../../sync/random.ts';
import { Line } from '../../sync-server/testLine.ts';
import type { Replica, TestDevice } from '../../sync-server/testDevice.ts';

/** Keys that each device writes over and over, so that documents stay as large as real ones. */
const SLOTS = 8;
/** Milliseconds, at most. */
const BETWEEN_EDITS = 4_000;
const AWAY = 8_000;
const UNTIL_ABORTED = 8;
const MOST_EDITS = 4;
const ROOM = 1_000_000;
/** Shares of the visits: over a socket, by a request that is aborted; the rest by a whole request. */
const SOCKETS = 0.6;
const ABORTED = 0.15;

export interface SoakCount {
  edits: number;
  sockets: number;
  posts: number;
  aborted: number;
  /** Visits that ended early: the relay or the line refused. */
  broken: number;
}

export class SoakDevice {
  readonly device: TestDevice;
  readonly document: DocumentName;
  /** The last value of each key that a receipt was given for. */
  readonly acknowledged = new Map<string, number>();
  readonly #name: string;
  readonly #random: Random;
  readonly #count: SoakCount;
  #written = 0;
  /** What was written and has no receipt yet. */
  readonly #waiting = new Map<string, number>();
  isRevoked = false;

  constructor(name: string, device: TestDevice, document: DocumentName, random: Random, count: SoakCount) {
    this.#name = name;
    this.device = device;
    this.document = document;
    this.#random = random;
    this.#count = count;
  }

  /** Comes and goes until it is told to stop or taken off. */
  async live(isOver: () => boolean): Promise<void> {
    await wait(this.#random.below(AWAY));
    while (!isOver() && !this.isRevoked) {
      const kind = this.#random.next();
      try {
        if (kind < SOCKETS) await this.#bySocket(isOver);
        else if (kind < SOCKETS + ABORTED) await this.#abortedPost();
        else await this.#byPost();
      } catch {
        // Taken off, or out of session: what has no receipt counts for nothing, and the next visit signs in again.
        this.#count.broken += 1;
        this.isRevoked ||= (await this.device.signIn().catch(() => 'revoked' as const)) === 'revoked';
      }
      await wait(this.#random.below(AWAY));
    }
  }

  async #bySocket(isOver: () => boolean): Promise<void> {
    this.#count.sockets += 1;
    const line = await Line.open(this.device);
    try {
      await this.#exchange(line);
      for (let left = 1 + this.#random.below(MOST_EDITS); left > 0 && !isOver(); left -= 1) {
        this.#write();
        await this.#exchange(line);
        await wait(this.#random.below(BETWEEN_EDITS));
      }
    } finally {
      line.end();
    }
  }

  async #exchange(line: Line): Promise<void> {
    const replica = this.device.replica(this.document);
    const sent = replica.waiting.length;
    const waiting = new Map(this.#waiting);
    line.exchange(this.device, this.document);
    for (let frame = await line.next(); ; frame = await line.next()) {
      if (frame.kind === 'changed') {
        // Beyond a gap the next exchange brings it.
        if (frame.after === replica.cursor) this.device.take(replica, frame.update, frame.cursor);
      } else if (frame.kind === 'exchanged') {
        const answer = decodeSyncResponse(frame.body)?.documents[0];
        if (answer === undefined) throw new Error('no answer of the relay');
        this.#take(replica, sent, waiting, answer);
        return;
      }
    }
  }

  #take(
    replica: Replica,
    sent: number,
    waiting: ReadonlyMap<string, number>,
    { result, update, cursor }: DocumentResponse,
  ): void {
    this.#refuse(result);
    if (result.kind === 'receipt') {
      replica.waiting.splice(0, sent);
      this.#acknowledge(waiting);
    }
    this.device.take(replica, update, cursor);
  }

  async #byPost(): Promise<void> {
    this.#count.posts += 1;
    this.#write();
    const waiting = new Map(this.#waiting);
    const result = (await this.device.sync()).get(this.document);
    if (result === undefined) throw new Error('no answer of the relay');
    this.#refuse(result);
    if (result.kind === 'receipt') this.#acknowledge(waiting);
  }

  #refuse(result: UpdateResult): void {
    if (result.kind !== 'refused') return;
    this.isRevoked ||= result.reason === 'revoked';
    throw new Error(`refused: ${result.reason}`);
  }

  /** The request is on its way, or over, when the line breaks: the edit waits on, and goes again with the next visit. */
  async #abortedPost(): Promise<void> {
    this.#count.aborted += 1;
    this.#write();
    const { server, token, incarnation } = this.device;
    const documents = [this.device.requestFor(this.device.replica(this.document))];
    const body = encodeSyncRequest({ schemaVersion: SCHEMA_VERSION, incarnation, room: ROOM, documents });
    const headers = { 'content-type': SYNC_MEDIA_TYPE, authorization: `Bearer ${token}` };
    const signal = AbortSignal.timeout(1 + this.#random.below(UNTIL_ABORTED));
    try {
      const answer = await fetch(`${server}/sync`, {
        method: 'POST',
        headers,
        body: new Uint8Array(body),
        signal,
      });
      await answer.arrayBuffer();
    } catch {
      // As meant. An answer that came all the same is not read: its receipt is one that the line lost.
    }
  }

  #write(): void {
    this.#written += 1;
    this.#count.edits += 1;
    const key = `${this.#name}.${this.#written % SLOTS}`;
    this.#waiting.set(key, this.#written);
    this.device.write(this.document, key, String(this.#written));
  }

  #acknowledge(waiting: ReadonlyMap<string, number>): void {
    for (const [key, value] of waiting) {
      this.acknowledged.set(key, value);
      if (this.#waiting.get(key) === value) this.#waiting.delete(key);
    }
  }
}
