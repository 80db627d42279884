// `npm run bench:soak -- --minutes 30 --devices 500`: devices that come and go against one relay process, by sockets and by
// requests, some of them broken off, some people taken off: what the process needs over time, and whether anything that was
// acknowledged is lost in the end. Ends with 1 on any loss.

import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { randomOf } from '../sync/random.ts';
import { INSPECTED, memoryOf } from './relay/inspected.ts';
import { startRelay } from './relay/servers.ts';
import { gather } from './soak/soakCrowd.ts';
import type { SoakCount } from './soak/soakDevice.ts';
import { growthAnHour, type Sample, watch } from './soak/soakWatch.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '30' },
    devices: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
  },
});
const minutes = Number(values.minutes);
const devices = Number(values.devices);
if (!(minutes > 0) || !Number.isInteger(devices) || devices < 1)
  throw new Error(`not a soak: ${values.minutes} minutes, ${values.devices} devices`);

/** Share of the time after which everybody has been there and what is kept for the documents is kept. */
const WARM = 1 / 3;
const SAMPLES = 60;
const LEAST_BETWEEN_MS = 5_000;

const relay = await startRelay({ node: INSPECTED });
try {
  const count: SoakCount = { edits: 0, sockets: 0, posts: 0, aborted: 0, broken: 0 };
  const crowd = await gather(relay, devices, randomOf(Number(values.seed)), count);
  console.log(`${devices} devices have joined. Load of the machine: ${loadavg()[0]?.toFixed(2)}`);
  const began = performance.now();
  const end = began + minutes * 60_000;
  const warm = began + minutes * 60_000 * WARM;
  const tell = (sample: Sample): void =>
    console.log(
      `${sample.seconds} s: ${sample.residentMegabytes} MB resident, heap ${sample.heapMegabytes} MB, event loop p99 ${sample.loopDelayP99} ms, most ${sample.loopDelayMost} ms; ${count.edits} edits`,
    );
  const everyMs = Math.max(LEAST_BETWEEN_MS, (end - began) / SAMPLES);
  const living = crowd.live(() => performance.now() > end);
  const warming = await watch(relay, { began, until: warm, everyMs }, tell);
  const early = await memoryOf(relay);
  const measured = performance.now();
  const steady = await watch(relay, { began, until: end, everyMs }, tell);
  const late = await memoryOf(relay);
  const seconds = (performance.now() - measured) / 1000;
  await living;
  const lost = await crowd.lost();
  const samples = [...warming, ...steady];
  const growth = growthAnHour(early, late, seconds);
  console.log(
    `${count.edits} edits, ${crowd.acknowledged()} acknowledged keys, ${lost} lost; live memory grows by ${(growth / 1e6).toFixed(1)} MB an hour`,
  );
  console.log(
    `RESULT ${JSON.stringify({
      lost,
      acknowledgedKeys: crowd.acknowledged(),
      ...count,
      devices: crowd.devices(),
      revoked: crowd.revoked(),
      minutes,
      liveBytesWarm: early.live,
      liveBytesAtEnd: late.live,
      liveGrowthBytesAnHour: growth,
      residentMegabytesMost: Math.max(...samples.map(({ residentMegabytes }) => residentMegabytes)),
      loopDelayP99: Math.max(...samples.map(({ loopDelayP99 }) => loopDelayP99)),
      loopDelayMost: Math.max(...samples.map(({ loopDelayMost }) => loopDelayMost)),
      samples,
      loadOfMachine: loadavg()[0]?.toFixed(2),
    })}`,
  );
  process.exitCode = lost > 0 ? 1 : 0;
} finally {
  await relay.stop();
}
