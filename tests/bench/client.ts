// `npm run bench:client`: how much the app weighs, how fast it starts, how fast a tap shows and is stored, how a list of 300
// people opens, and what an hour of work leaves in memory; on a processor slowed down six times.

import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { openBench } from './client/bench.ts';
import { measureHeap } from './client/heap.ts';
import { coldStart, warmStart } from './client/starts.ts';
import { describeSummary, summarise } from './client/statistics.ts';
import { measureLongList, measureTaps } from './client/taps.ts';
import { weighBuild } from './weights.ts';

const { values } = parseArgs({
  options: {
    starts: { type: 'string', default: '7' },
    taps: { type: 'string', default: '80' },
    lists: { type: 'string', default: '7' },
    actions: { type: 'string', default: '1200' },
  },
});

/** Milliseconds. */
const GOALS = { coldStart: 2_500, warmStart: 800, tapPainted: 100, tapStored: 100, listOpened: 200 };

async function repeat<Value>(count: number, run: () => Promise<Value>): Promise<readonly Value[]> {
  const results: Value[] = [];
  while (results.length < count) results.push(await run());
  return results;
}

const weights = weighBuild();
for (const { what, bytes, goal } of Object.values(weights))
  console.log(`${what}: ${(bytes / 1000).toFixed(1)} KB brotli (goal ${goal} KB)`);

const bench = await openBench();
try {
  const cold = await repeat(Number(values.starts), () => coldStart(bench));
  const coldMs = summarise(cold.map((start) => start.milliseconds));
  console.log(describeSummary('Cold start, slow 4G, 6x', coldMs, `${GOALS.coldStart} ms`));
  console.log(
    `JavaScript that had come by then: ${Math.max(...cold.map((start) => start.scriptBytes))} bytes`,
  );

  const page = await bench.browser.context.newPage();
  await page.goto(bench.origin);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.close();
  await bench.relay.kill();
  const warm = await repeat(Number(values.starts), () => warmStart(bench));
  const warmMs = summarise(warm.map((start) => start.milliseconds));
  console.log(describeSummary('Warm start, server dead, 6x', warmMs, `${GOALS.warmStart} ms`));

  const taps = await measureTaps(bench, Number(values.taps));
  const painted = summarise(taps.map((tap) => tap.painted));
  const stored = summarise(taps.map((tap) => tap.stored));
  console.log(describeSummary('Tap to painted, 6x', painted, `p95 ${GOALS.tapPainted} ms`));
  console.log(describeSummary('Tap to strict commit, 6x', stored, `p95 ${GOALS.tapStored} ms`));

  const lists = await measureLongList(bench, Number(values.lists));
  const opened = summarise(lists.map((list) => list.painted));
  const whole = summarise(lists.map((list) => list.whole));
  console.log(
    describeSummary('List of 300 opened, first screen painted, 6x', opened, `${GOALS.listOpened} ms`),
  );
  console.log(describeSummary('List of 300 opened, last row there, 6x', whole, 'none'));

  const heap = await measureHeap(bench, Number(values.actions));
  console.log(
    `Heap after ${heap.actions} actions: ${heap.start} MB at the start, ${heap.middle} MB in the middle, ${heap.end} MB at the end`,
  );

  const missed = [
    ...Object.values(weights)
      .filter(({ bytes, goal }) => bytes > goal * 1000)
      .map(({ what }) => what),
    ...(coldMs.median > GOALS.coldStart ? ['cold start'] : []),
    ...(warmMs.median > GOALS.warmStart ? ['warm start'] : []),
    ...(painted.p95 > GOALS.tapPainted ? ['tap to painted'] : []),
    ...(stored.p95 > GOALS.tapStored ? ['tap to strict commit'] : []),
    ...(opened.median > GOALS.listOpened ? ['list of 300'] : []),
  ];
  console.log(
    `RESULT ${JSON.stringify({
      bytes: {
        today: weights.today.bytes,
        attendance: weights.attendance.bytes,
        precache: weights.precache.bytes,
      },
      coldStart: coldMs,
      warmStart: warmMs,
      tapPainted: painted,
      tapStored: stored,
      listOpened: opened,
      listWhole: whole,
      heapMegabytes: heap,
      loadOfMachine: loadavg()[0]?.toFixed(2),
      missed,
    })}`,
  );
} finally {
  await bench.close();
}
