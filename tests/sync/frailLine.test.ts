// The exchange over lines that break, fall silent or answer themselves, with a real relay behind them.

import 'fake-indexeddb/auto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { asId, type PartnershipId } from '../../src/domain/ids.ts';
import { asInstant } from '../../src/domain/time.ts';
import { documentName } from '../../src/schema/documentName.ts';
import type { DocumentChange } from '../../src/storage/ledger.ts';
import { type OpenRawSocket, openWebSocket, type SyncEnvironment } from '../../src/sync/environment.ts';
import { httpTo } from '../../src/sync/http.ts';
import { type SendResult, visitOnce } from '../../src/sync/visit.ts';
import { Coverage } from '../../sync-server/content/coverage.ts';
import { readUpdateContent } from '../../sync-server/content/updateContent.ts';
import type { RunningServer } from '../../sync-server/server.ts';
import { openSqliteDatabase } from '../../sync-server/stores/sqliteDatabase.ts';
import { SqliteLogStore } from '../../sync-server/stores/sqliteLogStore.ts';
import { firstInvitation, startTestServer } from '../sync-server/testServer.ts';
import { FrailLine } from './frailLine.ts';
import { type DeviceTab, openDevice } from './syncDevice.ts';

const PLAN = documentName('partnership', asId<PartnershipId>('zalesie'));
const ANNA = { deviceName: 'Tablet', memberName: 'Anna' };
const within = { timeout: 20_000, interval: 10 };

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

async function serve(environment: Readonly<Record<string, string>> = {}): Promise<RunningServer> {
  const server = await startTestServer(environment);
  ends.push(server.stop);
  return server;
}

async function lineTo(server: RunningServer): Promise<FrailLine> {
  const line = await FrailLine.open(server.port);
  ends.push(() => line.close());
  return line;
}

function deviceAt(origin: string, environment: Partial<SyncEnvironment> = {}): DeviceTab {
  const tab = openDevice({ origin, environment });
  ends.push(tab.close);
  return tab;
}

function typing(at: number, text: string): DocumentChange {
  return { name: PLAN, run: (doc) => doc.getText('t').insert(at, text) };
}

const rubbing: DocumentChange = { name: PLAN, run: (doc) => doc.getText('t').delete(0, 1) };

function visit({ db, ledger, failures }: DeviceTab, origin: string): Promise<SendResult> {
  const reportFailure = (failure: unknown) => failures.push(failure);
  const { replicas } = ledger;
  return visitOnce({ db, replicas, http: httpTo(origin), now: () => asInstant(Date.now()), reportFailure });
}

async function textOf({ ledger }: DeviceTab): Promise<string> {
  const open = await ledger.open(PLAN);
  const text = open.doc.getText('t').toJSON();
  open.release();
  return text;
}

/** Rows of which something that was written is in the log before them. */
async function doubledRows(folder: string): Promise<number> {
  const store = new SqliteLogStore(openSqliteDatabase(folder));
  const coverage = new Coverage();
  const seen: Y.Doc = new Y.Doc();
  let doubled = 0;
  for (const { update } of (await store.read(PLAN, 0)).rows) {
    const content = readUpdateContent(update);
    if (content === undefined) throw new Error('a row that is no update');
    if (coverage.overlaps(content)) doubled += 1;
    coverage.add(content);
    Y.applyUpdateV2(seen, update);
    // A row that waits for a later one would be lost on a device that is killed in between.
    expect(seen.store.pendingStructs).toBeNull();
  }
  await store.close();
  return doubled;
}

describe('a line', () => {
  it('[G4] [G5] that is cut after any number of bytes leaves nothing out and nothing twice', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'wspolnie-line-'));
    ends.push(() => rmSync(folder, { recursive: true }));
    const server = await startTestServer({ WSPOLNIE_DATA: folder });
    const line = await lineTo(server);
    const [tablet, phone] = [deviceAt(line.origin), deviceAt(line.origin)];
    for (const each of [tablet, phone]) each.sync.dispose();
    await tablet.identity.redeem(firstInvitation(server), ANNA);
    await tablet.ledger.write([typing(0, 'plan')]);
    expect((await visit(tablet, line.origin)).kind).toBe('sent');
    await visit(tablet, line.origin);
    const expiresAt = asInstant(Date.now() + 86_400_000);
    const wish = { purpose: { kind: 'ownDevice' }, title: 'Telefon', uses: 1, expiresAt } as const;
    await phone.identity.redeem((await tablet.identity.makeInvitation(wish)).link, ANNA);
    await visit(phone, line.origin);

    const before = line.carried;
    await tablet.ledger.write([typing(4, '!')]);
    await visit(tablet, line.origin);
    const whole = line.carried - before;
    expect(whole).toBeGreaterThan(500);
    let broken = 0;
    for (let bytes = 0; bytes < whole; bytes += 23) {
      await tablet.ledger.write([typing(1, `${bytes} `), rubbing]);
      await phone.ledger.write([typing(0, 'ż')]);
      for (const each of [tablet, phone]) {
        line.cutAfter(bytes);
        if ((await visit(each, line.origin)).kind === 'failed') broken += 1;
      }
      line.cutAfter(Number.POSITIVE_INFINITY);
      if (bytes % 3 === 0) for (const each of [tablet, phone]) await visit(each, line.origin);
    }
    expect(broken).toBeGreaterThan(30);
    for (const each of [tablet, phone, tablet]) expect((await visit(each, line.origin)).kind).toBe('sent');
    expect(await textOf(tablet)).toBe(await textOf(phone));
    expect((await textOf(tablet)).length).toBeGreaterThan(100);
    expect([...tablet.failures, ...phone.failures]).toEqual([]);
    for (const { db } of [tablet, phone])
      expect(await db.documents.where('unsent').equals(1).count()).toBe(0);
    await server.stop();
    expect(await doubledRows(folder)).toBe(0);
  }, 60_000);

  it.each([
    ['a page', '200 OK', 'text/html; charset=utf-8', '<html><h1>Zaloguj się do sieci Hotel</h1></html>'],
    [
      'a page that claims to be an answer',
      '200 OK',
      'application/x-wspolnie-sync',
      '<html>Zaloguj się</html>',
    ],
    ['a redirection to its sign-in', '302 Found\r\nLocation: http://127.0.0.1:1/login', 'text/html', ''],
    ['JSON', '401 Unauthorized', 'application/json', '{"error":"login_required","portal":"/login"}'],
    ['the status that asks for a sign-in', '511 Network Authentication Required', 'text/html', '<html>'],
  ])(
    'that answers in the place of the server with %s is told from it, and nothing is lost',
    async (_what, status, type, body) => {
      const server = await serve();
      const line = await lineTo(server);
      const tablet = deviceAt(line.origin);
      tablet.sync.dispose();
      await tablet.identity.redeem(firstInvitation(server), ANNA);
      await visit(tablet, line.origin);
      await tablet.ledger.write([typing(0, 'plan')]);
      line.portal = `HTTP/1.1 ${status}\r\nContent-Type: ${type}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`;
      expect(await visit(tablet, line.origin)).toEqual({ kind: 'failed', reason: 'notTheServer' });
      expect((await tablet.db.documents.get(PLAN))?.unsent).toBe(1);
      line.portal = undefined;
      expect((await visit(tablet, line.origin)).kind).toBe('sent');
      expect((await tablet.db.documents.get(PLAN))?.unsent).toBe(0);
    },
  );

  it('[G10] that falls silent without closing is noticed within 10 s, and work goes on over a new one', async () => {
    const server = await serve();
    const line = await lineTo(server);
    let frames = 0;
    const openSocket: OpenRawSocket = (url, events) => {
      const onFrame = (bytes: Uint8Array): void => {
        frames += 1;
        events.onFrame(bytes);
      };
      return openWebSocket(url, { ...events, onFrame });
    };
    const tablet = deviceAt(line.origin, { openSocket });
    await tablet.identity.redeem(firstInvitation(server), ANNA);
    // Let in, and all that there was exchanged.
    await vi.waitFor(() => expect(frames).toBeGreaterThan(1), within);
    line.fallSilent();
    const began = performance.now();
    await tablet.ledger.write([typing(0, 'plan')]);
    await vi.waitFor(async () => expect((await tablet.db.documents.get(PLAN))?.unsent).toBe(0), within);
    expect(performance.now() - began).toBeLessThan(11_000);
    expect(line.upgrades).toBe(2);
  }, 30_000);

  it('that lets no WebSocket through is polled, and what is written leaves at once all the same', async () => {
    const server = await serve();
    const line = await lineTo(server);
    line.areSocketsBlocked = true;
    const tablet = deviceAt(line.origin);
    await tablet.identity.redeem(firstInvitation(server), ANNA);
    await vi.waitFor(() => expect(line.upgrades).toBe(1), within);
    await vi.waitFor(() => expect(tablet.sync.status.getState().connection.kind).toBe('online'), within);
    await tablet.ledger.write([typing(0, 'plan')]);
    const began = performance.now();
    await vi.waitFor(async () => expect((await tablet.db.documents.get(PLAN))?.unsent).toBe(0), within);
    expect(performance.now() - began).toBeLessThan(3_000);
    expect(tablet.sync.status.getState().connection.kind).toBe('online');
  });
});
