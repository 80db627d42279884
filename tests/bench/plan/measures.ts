// What is measured of a crowd, whichever it is, and how it is said.

import type { CDPSession } from 'playwright-core';
import { describeSummary, type Summary, summarise } from '../client/statistics.ts';
import { type Crowd, setSlowdown, SLOWDOWN, takePlaces } from './crowd.ts';
import type { FrameCount } from './frames.ts';
import { measureOpening } from './opening.ts';
import { ownKeys, remoteKeys, startTypist } from './typing.ts';

/** Milliseconds. */
export const GOALS = { opened: 500, painted: 50, remote: 50 } as const;

export interface Counts {
  readonly keys: number;
  readonly openings: number;
}

/** Bytes for each key, as frames on sockets. */
interface KeyBytes {
  /** The writer's own: what brings the letter to the server, what comes back as its receipt, and where the caret is. */
  readonly change: number;
  readonly receipt: number;
  readonly presence: number;
  /** What brings it to one other. */
  readonly heard: number;
}

export interface CrowdFigures {
  readonly painted: Summary;
  readonly remote: Summary;
  readonly remoteToSlow: Summary;
  readonly remoteFromSlow: Summary;
  readonly keyBytes: KeyBytes;
  /** Milliseconds that a page's thread works for a key of its own, and for one of another's; what the load of the machine leaves alone. */
  readonly processor: { readonly own: number; readonly heard: number };
  /** Megabytes of JavaScript after the typing. */
  readonly heap: number;
  readonly start: Summary;
  readonly opened: Summary;
  readonly direct: Summary;
}

export async function measureCrowd(crowd: Crowd, { keys, openings }: Counts): Promise<CrowdFigures> {
  const [slow, one, other] = crowd.people;
  const say = (what: string, summary: Summary, goal = 'none'): Summary => {
    console.log(describeSummary(`${crowd.what}: ${what}`, summary, goal));
    return summary;
  };
  await takePlaces(crowd);

  await setSlowdown(slow.session, SLOWDOWN);
  const typists = [startTypist(one), startTypist(other)];
  const painted = say(
    'key to painted, 6x, two others typing',
    summarise(await ownKeys(slow, keys), 1),
    `p95 ${GOALS.painted} ms`,
  );
  for (const typist of typists) await typist.stop();
  const remoteToSlow = say('remote key to painted, to 6x', summarise(await remoteKeys(one, slow, keys), 1));
  const remoteFromSlow = say(
    'remote key to painted, from 6x',
    summarise(await remoteKeys(slow, one, keys), 1),
  );
  await setSlowdown(slow.session, 1);

  for (const { frames, session } of [one, other]) {
    frames.begin();
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  }
  const [ownBefore, heardBefore] = [await threadTime(one.session), await threadTime(other.session)];
  const remote = say(
    'remote key to painted',
    summarise(await remoteKeys(one, other, keys), 1),
    `p95 ${GOALS.remote} ms`,
  );
  const presses = keys + Math.floor((keys - 1) / 6);
  const eachOf = (milliseconds: number): number => Math.round((milliseconds * 10) / presses) / 10;
  const processor = {
    own: eachOf((await threadTime(one.session)) - ownBefore),
    heard: eachOf((await threadTime(other.session)) - heardBefore),
  };
  console.log(
    `${crowd.what}: processor time ${processor.own} ms for a key of one's own, ${processor.heard} ms for another's`,
  );
  const each = (total: FrameCount): number => Math.round(total.bytes / presses);
  const keyBytes: KeyBytes = {
    change: each(one.frames.total('up', 'change')),
    receipt: each(one.frames.total('down', 'change')),
    presence: each(one.frames.total('up', 'presence')),
    heard: each(other.frames.total('down', 'change')),
  };
  console.log(`${crowd.what}: bytes a key ${describeBytes(keyBytes)}`);
  const heap = await readHeap(slow.session);
  console.log(`${crowd.what}: heap after the typing ${heap} MB`);

  for (const { page } of crowd.people) await page.close();
  await crowd.killServer();
  const opened = [];
  for (let opening = 0; opening < openings; opening += 1) opened.push(await measureOpening(crowd));
  return {
    painted,
    remote,
    remoteToSlow,
    remoteFromSlow,
    keyBytes,
    processor,
    heap,
    start: say('start, server dead, 6x', summarise(opened.map(({ start }) => start))),
    opened: say(
      'tap to editable, server dead, 6x',
      summarise(opened.map(({ tapped }) => tapped)),
      `median ${GOALS.opened} ms`,
    ),
    direct: say(
      'start at the text to editable, server dead, 6x',
      summarise(opened.map(({ direct }) => direct)),
    ),
  };
}

function describeBytes({ change, receipt, presence, heard }: KeyBytes): string {
  return `${change} up, ${receipt} back, ${presence} for the caret, ${heard} to one who hears it`;
}

/** Milliseconds that the page's thread has worked. */
async function threadTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1_000;
}

async function readHeap(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return Math.round(usedSize / 100_000) / 10;
}
