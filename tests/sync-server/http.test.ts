import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asId, type PartnershipId } from '../../src/domain/ids.ts';
import { documentName } from '../../src/schema/documentName.ts';
import { decodeHealth } from '../../src/schema/session.ts';
import {
  decodeSyncResponse,
  encodeSyncRequest,
  SYNC_MEDIA_TYPE,
  type SyncResponse,
} from '../../src/schema/wire.ts';
import { WIRE_VERSION } from '../../src/schema/version.ts';
import type { RunningServer } from '../../sync-server/server.ts';
import type { TestDevice } from './testDevice.ts';
import { coordinatorOf, joinedBy, startTestServer } from './testServer.ts';

const scope = asId<PartnershipId>('zalesie');
const plan = documentName('partnership', scope);
const PAGE = '<!doctype html><title>Wspólnie</title>';
const CODE = 'export const greeting = "Dzień dobry";'.repeat(100);

let folder: string;
let server: RunningServer;
let librarian: TestDevice;
let at: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wspolnie-dist-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), PAGE);
  writeFileSync(join(folder, 'serviceWorker.js'), 'self.skipWaiting');
  writeFileSync(join(folder, 'assets', 'app-1a2b3c.js'), CODE);
  writeFileSync(join(folder, 'assets', 'app-1a2b3c.js.br'), brotliCompressSync(CODE));
  server = await startTestServer({
    WSPOLNIE_DIST: folder,
    WSPOLNIE_MAX_BODY_BYTES: '1048576',
    WSPOLNIE_MAX_UPDATE_BYTES: '65536',
  });
  at = `http://127.0.0.1:${server.port}`;
  const coordinator = await coordinatorOf(server);
  librarian = await joinedBy(coordinator, coordinator.invite('programme', 'librarian'));
  librarian.write(plan, 'minutes', 'Ustalono, że świetlica będzie otwarta w soboty. '.repeat(200));
  await librarian.sync();
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

function reading(): Uint8Array {
  const document = { name: plan, cursor: 0, stateVector: new Uint8Array(), update: new Uint8Array() };
  return encodeSyncRequest({ schemaVersion: 1, incarnation: '', room: 1_000_000, documents: [document] });
}

async function decoded(answer: Response): Promise<SyncResponse> {
  const response = decodeSyncResponse(new Uint8Array(await answer.arrayBuffer()));
  if (response === undefined) throw new Error(`no answer to an exchange, status ${answer.status}`);
  return response;
}

describe('POST /sync', () => {
  it('takes packed requests, and packs answers worth it', async () => {
    const answer = await librarian.postSync(gzipSync(reading()), {
      'content-encoding': 'gzip',
      'accept-encoding': 'br',
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-encoding')).toBe('br');
    expect(answer.headers.get('content-type')).toBe(SYNC_MEDIA_TYPE);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect((await decoded(answer)).documents[0]?.update.length).toBeGreaterThan(5_000);
  });

  it('refuses a request that unpacks to more than the limit, and goes on', async () => {
    const bomb = gzipSync(new Uint8Array(20 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(65_536);
    const answer = await librarian.postSync(bomb, { 'content-encoding': 'gzip' });
    expect([answer.status, await answer.json()]).toEqual([413, { kind: 'refused', reason: 'tooLarge' }]);
    expect((await librarian.postSync(new Uint8Array(2_000_000))).status).toBe(413);
    expect((await librarian.postSync(reading())).status).toBe(200);
  });

  it('names what is wrong with a request as a whole', async () => {
    const refusal = async (answer: Promise<Response>): Promise<unknown[]> => {
      const response = await answer;
      const body: unknown = await response.json();
      return [response.status, body];
    };
    const refused = (reason: string) => ({ kind: 'refused', reason });
    expect(await refusal(librarian.postSync(Uint8Array.of(1, 2, 3)))).toEqual([400, refused('malformed')]);
    expect(await refusal(librarian.postSync(new Uint8Array()))).toEqual([400, refused('malformed')]);
    expect(await refusal(librarian.postSync(Uint8Array.of(0x57, WIRE_VERSION - 1)))).toEqual([
      426,
      refused('appTooOld'),
    ]);
    expect(await refusal(librarian.postSync(Uint8Array.of(0x57, WIRE_VERSION + 1)))).toEqual([
      505,
      refused('serverTooOld'),
    ]);
    expect(await refusal(librarian.postSync(reading(), { authorization: 'Bearer a.b.c' }))).toEqual([
      401,
      refused('unauthorised'),
    ]);
    expect(await refusal(librarian.postSync(reading(), { authorization: '' }))).toEqual([
      401,
      refused('unauthorised'),
    ]);
    expect(await refusal(librarian.postSync(reading(), { 'content-type': 'text/plain' }))).toEqual([
      400,
      refused('malformed'),
    ]);
    expect(await refusal(librarian.postSync(reading(), { 'content-encoding': 'gzip' }))).toEqual([
      400,
      refused('malformed'),
    ]);
  });

  it('refuses pages of other sites, and lets in our own and callers that are no page', async () => {
    const status = async (origin: string) => (await librarian.postSync(reading(), { origin })).status;
    expect(await status('https://evil.example')).toBe(403);
    expect(await status('null')).toBe(403);
    expect(await status(`http://localhost:${server.port}`)).toBe(200);
    expect(await status(at)).toBe(200);
    expect(
      (await librarian.post('/auth/challenge', { device: 'a' }, { origin: 'https://evil.example' })).status,
    ).toBe(403);
  });
});

describe('the app', () => {
  it('hashed files are kept for ever, the page and the service worker asked for anew', async () => {
    const kept = await fetch(`${at}/assets/app-1a2b3c.js`, { headers: { 'accept-encoding': 'br' } });
    expect(kept.headers.get('cache-control')).toContain('immutable');
    expect(kept.headers.get('content-encoding')).toBe('br');
    expect(await kept.text()).toBe(CODE);
    for (const path of ['/', '/serviceWorker.js']) {
      const anew = await fetch(at + path);
      expect(anew.status).toBe(200);
      expect(anew.headers.get('cache-control')).toBe('no-cache');
    }
  });

  it('its own addresses give the page, missing files and other calls do not', async () => {
    const page = { headers: { accept: 'text/html,*/*' } };
    const deep = await fetch(`${at}/spotkania/m1?druk=1`, page);
    expect([deep.status, await deep.text()]).toEqual([200, PAGE]);
    expect((await fetch(`${at}/assets/gone-9z.js`, page)).status).toBe(404);
    expect((await fetch(`${at}/spotkania/m1`, { headers: { accept: 'application/json' } })).status).toBe(404);
    expect((await fetch(`${at}/spotkania/m1`, { ...page, method: 'POST' })).status).toBe(404);
    expect((await fetch(`${at}/members?scope=${scope}`, page)).status).toBe(401);
    expect((await fetch(`${at}/%2e%2e/package.json`, page)).status).not.toBe(200);
  });

  it('every answer carries the headers that keep foreign code and frames out', async () => {
    for (const path of ['/', '/health', '/nowhere.js', '/assets/app-1a2b3c.js']) {
      const { headers } = await fetch(at + path);
      expect(headers.get('content-security-policy')).toContain("default-src 'self'");
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });
});

describe('GET /health', () => {
  it('says which relay it is', async () => {
    const health = decodeHealth(await (await fetch(`${at}/health`)).json());
    expect(health).toMatchObject({ status: 'ok', wireVersion: WIRE_VERSION });
    await librarian.sync();
    expect(health?.incarnation).toBe(librarian.incarnation);
  });
});

describe('a server without a built app', () => {
  it('is a relay only', async () => {
    const relay = await startTestServer();
    const answer = await fetch(`http://127.0.0.1:${relay.port}/`, { headers: { accept: 'text/html' } });
    expect(answer.status).toBe(404);
    await relay.stop();
  });
});
