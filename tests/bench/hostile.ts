// `npm run bench:hostile`: what honest devices notice of attackers beside them. Ten of them write 200 updates a
// second, alone and beside each attack in turn; the relay has its default limits. Attackers are processes of their own at the lowest
// priority, so that on two cores it is the relay's work for them that shows, and not theirs.

import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { documentName } from '../../src/schema/documentName.ts';
import type { Summary } from './client/statistics.ts';
import { attack } from './hostile/attack.ts';
import type { AttackKind, AttackReport } from './hostile/attackJob.ts';
import { beginBusyDocuments } from './hostile/busyDocuments.ts';
import { load } from './relay/generators.ts';
import { INSPECTED, memoryOf } from './relay/inspected.ts';
import { residentBytes } from './relay/processor.ts';
import { startRelay } from './relay/servers.ts';

const { values } = parseArgs({
  options: {
    /** Of each run. */
    seconds: { type: 'string', default: '3' },
    /** Names, with commas between. */
    attacks: { type: 'string' },
  },
});
const seconds = Number(values.seconds);
if (!(seconds > 0)) throw new Error(`--seconds ${values.seconds} is no number`);

const HONEST = 10;
const RATE = 200;
/** Of the p95 without the attack. */
const GOAL = 2;
const HALF_OPEN_PROCESSES = 2;
const MEGABYTE = 1_000_000;

type Setting = AttackKind | 'alone';

/** Each against the setting that differs from it by the attack alone, measured right before it: the machine's load drifts. */
const ATTACKS: readonly { readonly kind: AttackKind; readonly against: 'alone' | 'reads' }[] = [
  { kind: 'randomBytes', against: 'alone' },
  { kind: 'oversizedFrames', against: 'alone' },
  { kind: 'tinyUpdates', against: 'alone' },
  { kind: 'halfOpen', against: 'alone' },
  // A thousand updates a second go to ten readers.
  { kind: 'readsSlowly', against: 'reads' },
  { kind: 'neverReads', against: 'reads' },
];

interface Run {
  readonly receipts: Summary;
  readonly rate: number;
  /** Of one processor, used by the relay for honest and hostile together; other load of the machine does not show in it. */
  readonly processorShare: number;
  readonly residentMegabytes: { readonly before: number; readonly beside: number };
  readonly attackers: readonly AttackReport[];
  /** Updates that readers were told of. */
  readonly told: number | undefined;
}

const loadAtStart = loadavg()[0]?.toFixed(2);
const relay = await startRelay({ node: INSPECTED, limits: 'default' });
try {
  const places = await relay.places(HONEST);
  const busy = await beginBusyDocuments(await relay.librarian());
  const resident = (): number => Math.round(residentBytes(relay.pid) / MEGABYTE);
  const atStart = await memoryOf(relay);

  const measure = async (kind: Setting): Promise<Run> => {
    const { port, pid } = relay;
    const before = resident();
    const isReading = kind === 'reads' || kind === 'readsSlowly' || kind === 'neverReads';
    // Programme staff read all partnerships.
    const member = isReading ? relay.coordinator : await relay.librarian();
    const job = { port, token: member.token, own: documentName('partnership', kind), busy: busy.names };
    const processes = kind === 'halfOpen' ? HALF_OPEN_PROCESSES : 1;
    const attackers = kind === 'alone' ? undefined : await attack({ ...job, kind }, processes);
    const stopWriting = isReading ? busy.write() : undefined;
    const honest = { protocol: 'wspolnie', port, pid, places, rate: RATE, seconds, watched: false } as const;
    const { receipts, rate, processorMicroseconds } = await load(honest, 1);
    const beside = resident();
    return {
      receipts,
      rate,
      processorShare: Number(((rate * processorMicroseconds) / 1_000_000).toFixed(2)),
      residentMegabytes: { before, beside },
      told: await stopWriting?.(),
      attackers: (await attackers?.stop()) ?? [],
    };
  };

  const describe = (what: string, run: Run): void => {
    const { median, p95, p99 } = run.receipts;
    const { before, beside } = run.residentMegabytes;
    const share = Math.round(run.processorShare * 100);
    console.log(
      `${what}: ${run.rate}/s, median ${median} ms, p95 ${p95} ms, p99 ${p99} ms; ${share} % of a processor; ${before} to ${beside} MB resident; ${JSON.stringify(run.attackers)}`,
    );
  };

  const results: Partial<Record<AttackKind, object>> = {};
  const missed: string[] = [];
  const asked = values.attacks?.split(',');
  for (const { kind, against } of ATTACKS) {
    if (asked?.includes(kind) === false) continue;
    const baseline = await measure(against);
    describe(`${against}, before`, baseline);
    const run = await measure(kind);
    describe(kind, run);
    const ratio = Number((run.receipts.p95 / baseline.receipts.p95).toFixed(2));
    results[kind] = { ratio, run, against, baseline };
    const verdict = `p95 beside ${kind} ${ratio} times that of "${against}"`;
    console.log(verdict);
    if (ratio > GOAL) missed.push(`${verdict}, not within ${GOAL} times: ${run.receipts.p95} ms`);
  }
  const atEnd = await memoryOf(relay);
  for (const each of missed) console.log(`missed: ${each}`);
  console.log(
    `RESULT ${JSON.stringify({
      attacks: results,
      liveMegabytes: {
        atStart: Math.round(atStart.live / MEGABYTE),
        atEnd: Math.round(atEnd.live / MEGABYTE),
      },
      missed,
      loadAtStart,
      loadOfMachine: loadavg()[0]?.toFixed(2),
    })}`,
  );
} finally {
  await relay.stop();
}
