// `npm run bench:scale`: receipts a second and the time of fan-out on one, two and four nodes over one PostgreSQL and one Redis,
// all on this machine, and on the embedded form beside them. Ends with RESULT {json}.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PostgresServer } from '../services/postgresServer.ts';
import { RedisServer } from '../services/redisServer.ts';
import { RelayProcess } from '../sync-server/relayProcess.ts';
import { TestDevice } from '../sync-server/testDevice.ts';
import { fanoutTimes, receipts } from './scale/load.ts';
import { processorSeconds } from './scale/processorTime.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '20' },
    sockets: { type: 'string', default: '48' },
    edits: { type: 'string', default: '500' },
    nodes: { type: 'string', default: '1,2,4' },
  },
});

const seconds = Number(values.seconds);
const sockets = Number(values.sockets);
const edits = Number(values.edits);

interface Measured {
  readonly receiptsPerSecond: number;
  readonly receiptMs: Spread;
  readonly fanoutMs: Spread;
  /** Processor milliseconds a receipt: of all nodes together, of PostgreSQL. */
  readonly nodeMs: number | null;
  readonly postgresMs: number | null;
}

interface Spread {
  readonly median: number;
  readonly p95: number;
}

/** In milliseconds, to the hundredth. */
function spreadOf(times: readonly number[]): Spread {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    hundredths(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN);
  return { median: at(0.5), p95: at(0.95) };
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

async function measure(
  environment: Readonly<Record<string, string>>,
  count: number,
  postgres: PostgresServer | undefined,
): Promise<Measured> {
  const relays: RelayProcess[] = [];
  try {
    for (let index = 0; index < count; index += 1) {
      relays.push(
        new RelayProcess({
          WSPOLNIE_MAX_CONNECTIONS_PER_MEMBER: '10000',
          WSPOLNIE_MAX_REQUESTS_PER_MINUTE: '1000000',
          ...environment,
        }),
      );
    }
    const ports = await Promise.all(relays.map((relay) => relay.port()));
    const invitation = relays.find((relay) => relay.firstInvitation !== undefined)?.firstInvitation ?? '';
    const coordinator = await (await TestDevice.create(ports[0] ?? 0)).join(invitation);
    const invited = await coordinator.invite('programme', 'librarian');
    const librarian = await (await TestDevice.create(ports[0] ?? 0)).join(invited);
    const nodePids = relays.map(({ pid }) => pid);
    const postgresPids = postgres === undefined ? [] : [postgres.pid];
    const before = [processorSeconds(nodePids), processorSeconds(postgresPids)];
    const { times, seconds: took } = await receipts(ports, librarian, sockets, seconds);
    const after = [processorSeconds(nodePids), processorSeconds(postgresPids)];
    const each = (index: number): number | null => {
      const [from, to] = [before[index], after[index]];
      return from === undefined || to === undefined ? null : hundredths(((to - from) * 1_000) / times.length);
    };
    return {
      receiptsPerSecond: Math.round(times.length / took),
      receiptMs: spreadOf(times),
      fanoutMs: spreadOf(await fanoutTimes(ports, librarian, edits)),
      nodeMs: each(0),
      postgresMs: each(1),
    };
  } finally {
    for (const relay of relays) await relay.kill('SIGKILL');
  }
}

function tell(what: string, { receiptsPerSecond, receiptMs, fanoutMs, nodeMs, postgresMs }: Measured): void {
  console.log(
    `${what}: ${receiptsPerSecond} receipts/s (median ${receiptMs.median} ms, p95 ${receiptMs.p95}), ` +
      `fan-out median ${fanoutMs.median} ms, p95 ${fanoutMs.p95}; ` +
      `processor a receipt: nodes ${nodeMs ?? '?'} ms, PostgreSQL ${postgresMs ?? '?'} ms`,
  );
}

const results: Record<string, Measured> = {};
const folder = await mkdtemp(join(tmpdir(), 'wspolnie-scale-'));
const postgres = await PostgresServer.start(['shared_buffers=256MB']);
const redis = await RedisServer.start();
try {
  results['embedded'] = await measure({ WSPOLNIE_DATA: folder }, 1, undefined);
  tell('embedded', results['embedded']);
  for (const count of values.nodes.split(',').map(Number)) {
    const environment = {
      WSPOLNIE_DATABASE_URL: await postgres.database(),
      WSPOLNIE_FANOUT_URL: redis.url,
    };
    const measured = await measure(environment, count, postgres);
    results[`nodes${count}`] = measured;
    tell(`${count} nodes`, measured);
  }
} finally {
  await redis.stop();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}
console.log(`RESULT ${JSON.stringify({ sockets, seconds, edits, ...results })}`);
