import { afterEach, describe, expect, it } from 'vitest';
import { asId, type PartnershipId } from '../../src/domain/ids.ts';
import { documentName } from '../../src/schema/documentName.ts';
import { isThisMachine } from '../../sync-server/http/metricsRoute.ts';
import type { RunningServer } from '../../sync-server/server.ts';
import { Line } from './testLine.ts';
import { coordinatorOf, joinedBy, startTestServer } from './testServer.ts';

const scope = asId<PartnershipId>('zalesie');
const plan = documentName('partnership', scope);
const register = documentName('register', scope);
const TOKEN = 'a-token-of-some-length';

let server: RunningServer;
afterEach(() => server.stop());

function ask(headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`http://127.0.0.1:${server.port}/metrics`, { headers });
}

/** Values by series; lines of comment left out. */
async function series(): Promise<ReadonlyMap<string, number>> {
  const lines = (await (await ask()).text())
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const space = line.lastIndexOf(' ');
      return [line.slice(0, space), Number(line.slice(space + 1))];
    }),
  );
}

describe('GET /metrics', () => {
  it('tells what the relay holds and does, with names and units of the field', async () => {
    server = await startTestServer();
    const coordinator = await coordinatorOf(server);
    const librarian = await joinedBy(coordinator, coordinator.invite('programme', 'librarian'));
    librarian.write(plan, 'vision', 'boisko');
    librarian.write(register, 'person', 'Jan');
    await librarian.sync();
    const line = await Line.open(librarian);
    line.exchange(librarian, plan, register);
    await line.exchanged();
    const stranger = new Line(server.port);
    await stranger.opened();
    stranger.sendRaw('tekst');
    await stranger.closed();
    const nothing = new Uint8Array();
    await librarian.exchange([{ name: plan, cursor: 0, stateVector: nothing, update: Uint8Array.of(1) }]);
    await librarian.postSync(Uint8Array.of(1, 2, 3));

    const found = await series();
    expect(Object.fromEntries(found)).toMatchObject({
      wspolnie_documents: 2,
      wspolnie_log_rows: 2,
      wspolnie_snapshot_bytes: 0,
      wspolnie_live_connections: 1,
      wspolnie_followed_documents: 2,
      wspolnie_receipt_seconds_count: 2,
      wspolnie_commit_seconds_count: 1,
      wspolnie_commit_rows_sum: 2,
      'wspolnie_refusals_total{of="document",reason="malformed"}': 1,
      'wspolnie_refusals_total{of="request",reason="malformed"}': 1,
      'wspolnie_refusals_total{of="connection",reason="malformed"}': 1,
    });
    expect(found.get('wspolnie_log_bytes')).toBe(found.get('wspolnie_commit_bytes_sum'));
    expect(found.get('wspolnie_log_bytes')).toBeGreaterThan(20);
    expect(found.get('wspolnie_resident_memory_bytes')).toBeGreaterThan(1e7);
    expect([...found.keys()].filter((name) => !name.startsWith('wspolnie_'))).toEqual([]);
    const text = await (await ask()).text();
    expect(text).not.toContain(scope);
    expect(text).toMatch(/^# HELP wspolnie_receipt_seconds .+\n# TYPE wspolnie_receipt_seconds histogram$/m);
    line.end();
  });

  it('without a token it is told to this machine only, and not through a proxy', async () => {
    server = await startTestServer();
    const answer = await ask();
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    for (const header of ['forwarded', 'via', 'x-forwarded-for', 'x-real-ip'])
      expect((await ask({ [header]: '192.0.2.7' })).status).toBe(403);
    const addresses = [
      '127.0.0.1',
      '127.8.9.10',
      '::1',
      '::ffff:127.0.0.1',
      '192.0.2.7',
      '::ffff:192.0.2.7',
      '::',
      '',
    ];
    expect(addresses.map(isThisMachine)).toEqual([true, true, true, true, false, false, false, false]);
  });

  it('with a token it is told to whoever brings it, from wherever, and to nobody else', async () => {
    server = await startTestServer({ WSPOLNIE_METRICS_TOKEN: TOKEN });
    const status = async (authorization: string) => (await ask({ authorization, via: 'proxy' })).status;
    expect(await status(`Bearer ${TOKEN}`)).toBe(200);
    expect(await status(`Bearer ${TOKEN}x`)).toBe(401);
    expect(await status(TOKEN)).toBe(401);
    expect((await ask()).status).toBe(401);
  });
});
