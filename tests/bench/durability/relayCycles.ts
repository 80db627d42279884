// Cycles against the relay: edits with their receipts, perhaps one more under way, SIGKILL of the process, in some cycles the
// end of its database before that, restart. Everything a receipt was given for must be there for a client that has nothing.

import { setTimeout as wait } from 'node:timers/promises';
import { type DocumentName, documentName } from '../../../src/schema/documentName.ts';
import type { UpdateResult } from '../../../src/schema/wire.ts';
import { TestDevice } from '../../sync-server/testDevice.ts';
import { Reading } from './reading.ts';
import type { RelayData } from './relayData.ts';
import { freePort, type ServerProcess, startProcess } from './serverProcess.ts';

export interface CycleResult {
  readonly cycles: number;
  /** Edits that were acknowledged. */
  readonly acknowledged: number;
  /** Acknowledged edits that were not there after a restart. */
  readonly lost: number;
}

export interface RelayResult extends CycleResult {
  /** Cycles in which the database was ended as well. */
  readonly crashes: number;
}

/** What the last cycle wrote is looked for after each; everything in the document, from nothing, after this many and at the end. */
const CYCLES_A_WHOLE_READING = 100;
/** Then another document is begun: the relay reads a whole document when it is first written to, and old ones would only cost. */
const CYCLES_A_DOCUMENT = 500;
const MOST_EDITS = 3;
/** Cycles in which the kill falls into an edit that has no receipt yet. */
const SHARE_UNDER_WAY = 0.5;
const LATEST_KILL_MS = 4;
/** Cycles that last, so that compaction comes to its end in some, and is cut off in the middle in others. */
const SHARE_LASTING = 0.05;
const LONGEST_MS = 500;

/** `random` yields numbers from 0 to 1; it decides how many edits come before each kill, and when it comes. */
export async function relayCycles(
  cycles: number,
  data: RelayData,
  random: () => number,
  tell: (done: number) => void,
): Promise<RelayResult> {
  const port = await freePort();
  const start = (ready: string): Promise<ServerProcess> =>
    startProcess(
      'sync-server/main.ts',
      { ...data.environment, ...SETTINGS, WSPOLNIE_PORT: `${port}` },
      ready,
    );
  let server = await start('#join=');
  try {
    const member = await joinFirst(port, server.output());
    const documents: Written[] = [];
    const lost = new Set<string>();
    let crashes = 0;
    for (let cycle = 0; cycle < cycles; cycle += 1) {
      const present = documents.at(-1);
      const isNew = present === undefined || cycle % CYCLES_A_DOCUMENT === 0;
      const written = isNew ? new Written(member, documents.length) : present;
      if (isNew) documents.push(written);
      await written.edit(1 + Math.floor(random() * MOST_EDITS));
      if (random() < SHARE_LASTING) await wait(random() * LONGEST_MS);
      const underWay = random() < SHARE_UNDER_WAY ? written.editUnderWay() : undefined;
      if (underWay !== undefined) await wait(random() * LATEST_KILL_MS);
      const isCrash = random() < (data.database?.shareOfCrashes ?? 0);
      if (isCrash) {
        crashes += 1;
        await data.database?.crash(random());
      }
      await server.kill();
      await underWay;
      if (isCrash) await data.database?.startAgain();
      server = await start('Wspólnie: http');
      const isWhole = (cycle + 1) % CYCLES_A_WHOLE_READING === 0;
      for (const key of await written.missing(isWhole)) lost.add(key);
      tell(cycle + 1);
    }
    for (const written of documents) for (const key of await written.missing(true)) lost.add(key);
    const acknowledged = documents.reduce((sum, one) => sum + one.acknowledged.size, 0);
    return { cycles, acknowledged, lost: lost.size, crashes };
  } finally {
    await server.kill();
  }
}

const SETTINGS = {
  WSPOLNIE_DIST: '/nowhere',
  WSPOLNIE_LOG_LEVEL: 'silent',
  // One session for the whole run.
  WSPOLNIE_TOKEN_MINUTES: '1440',
};

async function joinFirst(port: number, output: string): Promise<TestDevice> {
  const invitation = /#join=(\S+)/.exec(output)?.[1];
  if (invitation === undefined) throw new Error(`no first link in:\n${output}`);
  return (await TestDevice.create(port)).join(invitation);
}

/** A document as its writer knows it: what was acknowledged, and what was read of it since. */
class Written {
  readonly acknowledged = new Set<string>();
  readonly #name: DocumentName;
  readonly #member: TestDevice;
  readonly #writer: TestDevice;
  #reading: Reading;
  /** Acknowledged since the last reading. */
  #latest = new Set<string>();
  /** Written and without a receipt; they leave again with the next edit. */
  #waiting = new Set<string>();
  #edits = 0;

  constructor(member: TestDevice, index: number) {
    this.#name = documentName('partnership', `bench-${index}`);
    this.#member = member;
    this.#writer = member.movedTo(member.port);
    this.#reading = new Reading(member, this.#name);
  }

  /** Rejects when one of the edits is given no receipt. */
  async edit(times: number): Promise<void> {
    for (let edit = 0; edit < times; edit += 1) {
      const result = await this.#write();
      if (result?.kind !== 'receipt')
        throw new Error(`no receipt in ${this.#name}: ${JSON.stringify(result)}`);
    }
  }

  /** Whatever becomes of it. */
  async editUnderWay(): Promise<void> {
    // The line breaks with the relay, and before that the database may be gone: both are no receipt.
    await this.#write().catch(() => {});
  }

  /** What was acknowledged and is not there: of everything, or since it was last asked. */
  async missing(isWhole: boolean): Promise<readonly string[]> {
    if (isWhole) this.#reading = new Reading(this.#member, this.#name);
    const there = await this.#reading.keys();
    const expected = isWhole ? this.acknowledged : this.#latest;
    this.#latest = new Set();
    return [...expected].filter((key) => !there.has(key)).map((key) => `${this.#name} ${key}`);
  }

  async #write(): Promise<UpdateResult | undefined> {
    const key = `${(this.#edits += 1)}`;
    this.#writer.write(this.#name, key, key);
    this.#waiting.add(key);
    const result = (await this.#writer.sync()).get(this.#name);
    if (result?.kind !== 'receipt') return result;
    for (const acknowledged of this.#waiting) {
      this.acknowledged.add(acknowledged);
      this.#latest.add(acknowledged);
    }
    this.#waiting = new Set();
    return result;
  }
}
