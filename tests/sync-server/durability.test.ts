// The real process, killed right after receipts. A longer run of the same is `npm run bench:durability`.

import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { documentName } from '../../src/schema/documentName.ts';
import { encodeSyncRequest, SYNC_MEDIA_TYPE } from '../../src/schema/wire.ts';
import { RelayProcess } from './relayProcess.ts';
import { TestDevice } from './testDevice.ts';

const CYCLES = 10;
/** More edits in a cycle than rows that start a compaction, so that kills fall into it too. */
const WRITERS = 3;
const programme = documentName('programme', 'runda3');

let folder: string;
let relay: RelayProcess | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wspolnie-kill-'));
});
afterEach(async () => {
  await relay?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<number> {
  relay = new RelayProcess({ WSPOLNIE_DATA: folder });
  return relay.port();
}

describe('durability', () => {
  it(`[G2] every edit acknowledged before kill -9 is there after restart, ${CYCLES} times`, async () => {
    const port = await start();
    const coordinator = await (await TestDevice.create(port)).join(relay?.firstInvitation ?? '');
    const acknowledged: string[] = [];
    for (let cycle = 0; cycle < CYCLES; cycle += 1) {
      const now = cycle === 0 ? port : await start();
      // A token outlives the process: its secret is in the store.
      const kill = 40 + Math.floor(Math.random() * 60);
      const write = async (writer: number): Promise<void> => {
        const own = coordinator.movedTo(now);
        for (let edit = 0; ; edit += 1) {
          const key = `${cycle}-${writer}-${edit}`;
          own.write(programme, key, 'x');
          try {
            if ((await own.sync()).get(programme)?.kind === 'receipt') acknowledged.push(key);
          } catch {
            return;
          }
          if (writer === 0 && edit === kill) await relay?.kill('SIGKILL');
        }
      };
      await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
    }
    const reader = coordinator.movedTo(await start());
    reader.replica(programme);
    await reader.sync();
    const missing = acknowledged.filter((key) => reader.read(programme, key) !== 'x');
    expect(acknowledged.length).toBeGreaterThan(CYCLES * 40);
    expect(missing).toEqual([]);
  }, 120_000);
});

describe('the process', () => {
  it('shows the same first link until it is used, and none afterwards', async () => {
    await start();
    const first = relay?.firstInvitation ?? '';
    expect(first).toMatch(/^first\.[\w-]{43}$/);
    expect(await relay?.kill('SIGTERM')).toMatchObject({ code: 0 });
    const device = await TestDevice.create(await start());
    expect(relay?.firstInvitation).toBe(first);
    expect(await device.redeem(first)).toMatchObject({ kind: 'joined' });
    await relay?.kill('SIGTERM');
    await start();
    expect(relay?.firstInvitation).toBeUndefined();
  }, 30_000);

  it('leaves what Node compiled for the next start though it is killed, and starts where that cannot be kept', async () => {
    const compiled = join(folder, 'compiled');
    relay = new RelayProcess({ WSPOLNIE_DATA: folder, NODE_COMPILE_CACHE: compiled });
    // Answered only after it has been written: the start goes on until then.
    await fetch(`http://127.0.0.1:${await relay.port()}/ready`);
    await relay.kill('SIGKILL');
    const kept = readdirSync(compiled, { recursive: true }).length;
    expect(kept).toBeGreaterThan(100);
    writeFileSync(join(folder, 'file'), '');
    relay = new RelayProcess({ WSPOLNIE_DATA: folder, NODE_COMPILE_CACHE: join(folder, 'file', 'below') });
    expect(await relay.port()).toBeGreaterThan(0);
  }, 30_000);

  it('says what is wrong and ends with 1: port in use, folder in use, a variable that cannot be', async () => {
    const port = await start();
    const elsewhere = join(folder, 'other');
    const attempts = [
      {
        environment: { WSPOLNIE_PORT: String(port), WSPOLNIE_DATA: elsewhere },
        says: `127.0.0.1:${port} is in use`,
      },
      { environment: { WSPOLNIE_DATA: folder }, says: 'another server' },
      { environment: { WSPOLNIE_PORT: 'abc' }, says: 'WSPOLNIE_PORT is "abc"; expected a whole number' },
    ];
    for (const { environment, says } of attempts) {
      const { code, output } = await new RelayProcess(environment).ended();
      expect([code, output.split('\n').length]).toEqual([1, 2]);
      expect(output).toContain(says);
    }
  }, 30_000);

  it('answers what was asked before it ends on SIGTERM', async () => {
    const port = await start();
    const device = await (await TestDevice.create(port)).join(relay?.firstInvitation ?? '');
    device.write(programme, 'key', 'x');
    const documents = [device.requestFor(device.replica(programme))];
    const begun = request(`http://127.0.0.1:${port}/sync`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${device.token}`,
        'content-type': SYNC_MEDIA_TYPE,
        // The relay says so when it has the head of the request.
        expect: '100-continue',
      },
    });
    begun.flushHeaders();
    await once(begun, 'continue');
    const ending = relay?.kill('SIGTERM');
    begun.end(encodeSyncRequest({ schemaVersion: 1, incarnation: '', room: 1_000_000, documents }));
    const answer = await new Promise<IncomingMessage>((resolve) => begun.once('response', resolve));
    expect(answer.statusCode).toBe(200);
    answer.resume();
    expect((await ending)?.code).toBe(0);
    const again = device.movedTo(await start());
    again.replica(programme);
    await again.sync();
    expect(again.read(programme, 'key')).toBe('x');
  }, 30_000);
});
