// `npm run bench:visit`: one visit made without internet, and what it takes to send it over EDGE: requests, bytes, seconds;
// by the product, by a stock Hocuspocus 4 and by PouchDB with its own server, each on the same content in the same run.

// First: Dexie takes the IndexedDB that is there when it is loaded.
import 'fake-indexeddb/auto';
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { backupOf } from '../filled/filledPartnership.ts';
import { RelayProcess } from '../sync-server/relayProcess.ts';
import { freePort, type ServerProcess, startProcess } from './durability/serverProcess.ts';
import { makeVisit } from './visit/content.ts';
import { hocuspocusVisit } from './visit/hocuspocusVisit.ts';
import { firstInviter, ourVisit, unchangedDocuments } from './visit/ourVisit.ts';
import { writtenDocuments } from './visit/peerContent.ts';
import { pouchVisit } from './visit/pouchVisit.ts';
import { describeFigures, figuresOf, type SentVisit } from './visit/sent.ts';
import { EDGE } from './visit/villageLine.ts';

const { values } = parseArgs({
  options: { visits: { type: 'string', default: '5' }, seed: { type: 'string', default: '1' } },
});
const visits = Number(values.visits);
const seed = Number(values.seed);
if (!Number.isInteger(visits) || visits < 1) throw new Error(`not a number of visits: ${values.visits}`);

/** A partnership is two documents. */
const UNCHANGED_PARTNERSHIPS = 100;
/** Of the better peer, by bytes and by time. */
const SHARE = 1 / 3;

const folder = await mkdtemp(join(tmpdir(), 'wspolnie-visit-'));
const relay = new RelayProcess({ WSPOLNIE_DATA: join(folder, 'relay'), WSPOLNIE_LOG_LEVEL: 'silent' });
const peers: ServerProcess[] = [];

async function startPeer(program: string): Promise<number> {
  const port = await freePort();
  const environment = {
    PEER_PORT: String(port),
    PEER_FILE: join(folder, `${peers.length}.sqlite`),
    PEER_FOLDER: folder,
  };
  peers.push(await startProcess(program, environment, 'peer ready'));
  return port;
}

async function measure(what: string, send: (run: number) => Promise<SentVisit>) {
  const runs: SentVisit[] = [];
  for (let run = 0; run < visits; run += 1) runs.push(await send(run));
  const figures = figuresOf(runs);
  console.log(describeFigures(what, figures));
  return figures;
}

try {
  const { down, up, roundTrip } = EDGE;
  console.log(`Line: ${down / 1000} kbit/s down, ${up / 1000} up, ${roundTrip} ms there and back`);
  console.log(`Load of the machine: ${loadavg()[0]?.toFixed(2)}`);
  const inviter = await firstInviter(relay);
  const hocuspocus = await startPeer('tests/bench/durability/hocuspocusServer.ts');
  const pouch = await startPeer('tests/bench/visit/pouchServer.ts');
  const visitOf = (run: number) => makeVisit(seed + run);
  const written = (run: number) => writtenDocuments(visitOf(run));

  const ours = await measure('Wspólnie, signed in', (run) => ourVisit(inviter, visitOf(run), 'kept'));
  const oursSigningIn = await measure('Wspólnie, signing in first', (run) =>
    ourVisit(inviter, visitOf(run), 'over'),
  );
  const reopened = await measure('Hocuspocus, page reopened', (run) =>
    hocuspocusVisit(hocuspocus, written(run), 'reopened'),
  );
  const openAllDay = await measure('Hocuspocus, page open all day', (run) =>
    hocuspocusVisit(hocuspocus, written(run), 'openAllDay'),
  );
  const pouchdb = await measure('PouchDB', (run) => pouchVisit(pouch, `visit-${run}`, written(run)));

  const backup = backupOf(
    Array.from({ length: UNCHANGED_PARTNERSHIPS }, (_each, index) => ({
      key: `unchanged${index}`,
      naming: 'plain' as const,
      people: 5,
      meetings: 1,
      present: 5,
      signed: 2,
      today: '2026-11-20',
      createdAt: 0,
    })),
  );
  const { documents, sent: unchanged } = await unchangedDocuments(inviter, backup);
  console.log(
    `${documents} unchanged documents: ${unchanged.requests} requests, ${unchanged.up} bytes up, ${unchanged.down} down`,
  );

  const all = [reopened, openAllDay, pouchdb];
  const bytesOfBest = Math.min(...all.map(({ bytes }) => bytes));
  const timeOfBest = Math.min(...all.map(({ milliseconds }) => milliseconds.median));
  const ofBest = {
    bytes: Number((ours.bytes / bytesOfBest).toFixed(3)),
    time: Number((ours.milliseconds.median / timeOfBest).toFixed(3)),
  };
  console.log(`Of the better peer: ${ofBest.bytes} of the bytes, ${ofBest.time} of the time (goal a third)`);
  const onTheLine = Math.round((ours.up * 8_000) / EDGE.up + (ours.down * 8_000) / EDGE.down);
  const parts = `two round trips ${2 * EDGE.roundTrip} ms, bytes ${onTheLine} ms, of ${ours.milliseconds.median} ms`;
  const missed = [
    ...(ours.requests > 1 ? [`one request: it took ${ours.requests}`] : []),
    ...(ofBest.bytes > SHARE ? [`a third of the better peer's bytes: ${ofBest.bytes}`] : []),
    ...(ofBest.time > SHARE ? [`a third of the better peer's time: ${ofBest.time} (${parts})`] : []),
  ];
  console.log(
    `RESULT ${JSON.stringify({
      ours,
      oursSigningIn,
      hocuspocusReopened: reopened,
      hocuspocusOpenAllDay: openAllDay,
      pouchdb,
      ofBest,
      unchanged: { documents, ...unchanged },
      loadOfMachine: loadavg()[0]?.toFixed(2),
      missed,
    })}`,
  );
} finally {
  for (const peer of peers) await peer.kill();
  await relay.kill('SIGTERM');
  await rm(folder, { recursive: true, force: true });
}
