// `npm run bench:plan`: a plan of 13 sections, 40 goals, 200 activities and 20,000 edits, written by three at once and opened
// without a server, on a processor slowed down six times; beside it the same text in a plain y-prosemirror page with Hocuspocus.

// First: Dexie takes the IndexedDB that is there when it is loaded.
import 'fake-indexeddb/auto';
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as Y from 'yjs';
import { RelayProcess } from '../sync-server/relayProcess.ts';
import { freePort, startProcess } from './durability/serverProcess.ts';
import type { Crowd } from './plan/crowd.ts';
import { dayOf } from './plan/day.ts';
import { makeHistory } from './plan/history.ts';
import { type CrowdFigures, GOALS, measureCrowd } from './plan/measures.ts';
import { ourCrowd } from './plan/ourCrowd.ts';
import { peerCrowd } from './plan/peerCrowd.ts';
import { hocuspocusVisit } from './visit/hocuspocusVisit.ts';
import { firstInviter, ourVisit } from './visit/ourVisit.ts';
import { writtenDocuments } from './visit/peerContent.ts';
import { weighBuild } from './weights.ts';

const PARTS = ['day', 'ours', 'peer'];
const { values } = parseArgs({
  options: {
    keys: { type: 'string', default: '120' },
    openings: { type: 'string', default: '7' },
    parts: { type: 'string', default: PARTS.join(',') },
    seed: { type: 'string', default: '1' },
  },
});
const seed = Number(values.seed);
const counts = { keys: Number(values.keys), openings: Number(values.openings) };
if (!Object.values(counts).every((count) => Number.isInteger(count) && count > 0))
  throw new Error(`not a number of keys and of openings: ${values.keys}, ${values.openings}`);
const parts = new Set(values.parts.split(','));
const unknown = [...parts].find((part) => !PARTS.includes(part));
if (unknown !== undefined) throw new Error(`No part "${unknown}". There are: ${PARTS.join(', ')}.`);

/** Bytes of the body in which a day of 500 offline edits goes. */
const DAY_GOAL = 2_000;

console.log(`Load of the machine: ${loadavg()[0]?.toFixed(2)}`);
const weights = weighBuild();
for (const { what, bytes, goal } of [weights.today, weights.editor])
  console.log(`${what}: ${(bytes / 1000).toFixed(1)} KB brotli (goal ${goal} KB)`);
const history = makeHistory(seed);
const size = {
  edits: history.edits,
  bytes: Y.encodeStateAsUpdateV2(history.doc).length,
};
console.log(`The plan: ${size.edits} edits, ${size.bytes} bytes`);

async function measureDay() {
  const folder = await mkdtemp(join(tmpdir(), 'wspolnie-day-'));
  const relay = new RelayProcess({ WSPOLNIE_DATA: join(folder, 'relay'), WSPOLNIE_LOG_LEVEL: 'silent' });
  const port = await freePort();
  const environment = { PEER_PORT: String(port), PEER_FILE: join(folder, 'peer.sqlite') };
  const peer = await startProcess('tests/bench/durability/hocuspocusServer.ts', environment, 'peer ready');
  try {
    const inviter = await firstInviter(relay);
    const ours = await ourVisit(inviter, dayOf(history, seed), 'kept');
    const day = dayOf(history, seed);
    const written = writtenDocuments(day).filter(({ name }) => name === day.partnership);
    const hocuspocus = await hocuspocusVisit(port, written, 'reopened');
    for (const [what, { requests, up, down }] of Object.entries({ Wspólnie: ours, Hocuspocus: hocuspocus }))
      console.log(
        `${what}: 500 offline edits: ${requests} requests or messages, ${up} bytes up, ${down} down`,
      );
    console.log(`Wspólnie: of that ${ours.bodyBytes} bytes of body (goal ${DAY_GOAL} in one request)`);
    return { ours, hocuspocus };
  } finally {
    await peer.kill();
    await relay.kill('SIGTERM');
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(gather: typeof ourCrowd): Promise<CrowdFigures> {
  const crowd: Crowd = await gather(history);
  try {
    return await measureCrowd(crowd, counts);
  } finally {
    await crowd.close();
  }
}

const day = parts.has('day') ? await measureDay() : undefined;
const ours = parts.has('ours') ? await measure(ourCrowd) : undefined;
const peer = parts.has('peer') ? await measure(peerCrowd) : undefined;

const missed = [
  ...[weights.today, weights.editor].filter(({ bytes, goal }) => bytes > goal * 1000).map(({ what }) => what),
  ...(day && (day.ours.bodyBytes > DAY_GOAL || day.ours.requests > 1) ? ['a day of 500 offline edits'] : []),
  ...(ours && ours.opened.median > GOALS.opened ? ['tap to editable'] : []),
  ...(ours && ours.painted.p95 > GOALS.painted ? ['key to painted'] : []),
  ...(ours && ours.remote.p95 > GOALS.remote ? ['remote key to painted'] : []),
];
console.log(
  `RESULT ${JSON.stringify({
    plan: size,
    bytes: { today: weights.today.bytes, editor: weights.editor.bytes },
    day,
    ours,
    peer,
    loadOfMachine: loadavg()[0]?.toFixed(2),
    missed,
  })}`,
);
