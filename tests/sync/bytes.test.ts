// What the exchange costs on the line: a real relay, real ledgers, and the bodies and frames as they go out and come in.

import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { asId, type PartnershipId } from '../../src/domain/ids.ts';
import { asInstant } from '../../src/domain/time.ts';
import { type DocumentName, documentName } from '../../src/schema/documentName.ts';
import type { DocumentChange } from '../../src/storage/ledger.ts';
import { type OpenRawSocket, openWebSocket } from '../../src/sync/environment.ts';
import { realTimers } from '../../src/sync/timers.ts';
import { visitOnce } from '../../src/sync/visit.ts';
import type { RunningServer } from '../../sync-server/server.ts';
import { firstInvitation, startTestServer } from '../sync-server/testServer.ts';
import { type DeviceTab, openDevice } from './syncDevice.ts';

/** As long as the ids that are made in the app. */
const idOf = (index: number) => asId<PartnershipId>(`V1StGXR8_Z5jdHi6B-${String(index).padStart(3, '0')}`);
const KINDS = ['partnership', 'register', 'support'] as const;
const PLAN = documentName('partnership', idOf(0));
const within = { timeout: 20_000, interval: 10 };

interface Post {
  readonly up: number;
  readonly down: number;
}

/** A device of which every request and frame of the exchange is weighed. */
class Weighed {
  readonly tab: DeviceTab;
  readonly origin: string;
  posts: Post[] = [];
  framesUp: number[] = [];
  framesDown: number[] = [];

  constructor(server: RunningServer) {
    this.origin = `http://127.0.0.1:${server.port}`;
    this.tab = openDevice({
      origin: this.origin,
      environment: { fetch: this.fetch, openSocket: this.#openSocket },
    });
    ends.push(this.tab.close);
  }

  readonly fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const response = await fetch(url, init);
    if (url.endsWith('/sync')) {
      const up = init.body instanceof Uint8Array ? init.body.length : Number.NaN;
      this.posts.push({ up, down: (await response.clone().arrayBuffer()).byteLength });
    }
    return response;
  };

  readonly #openSocket: OpenRawSocket = (url, events) => {
    const socket = openWebSocket(url, {
      ...events,
      onFrame: (bytes) => {
        this.framesDown.push(bytes.length);
        events.onFrame(bytes);
      },
    });
    return {
      ...socket,
      send: (bytes) => {
        this.framesUp.push(bytes.length);
        socket.send(bytes);
      },
    };
  };

  forget(): void {
    this.posts = [];
    this.framesUp = [];
    this.framesDown = [];
  }

  /** A visit as a service worker makes it. */
  async visit(): Promise<readonly Post[]> {
    this.forget();
    const { db, ledger, failures } = this.tab;
    const http = { origin: this.origin, fetch: this.fetch, timers: realTimers };
    const reportFailure = (failure: unknown) => failures.push(failure);
    const { replicas } = ledger;
    const result = await visitOnce({ db, replicas, http, now: () => asInstant(Date.now()), reportFailure });
    if (result.kind !== 'sent') throw new Error(`not sent: ${JSON.stringify(result)}`);
    return this.posts;
  }
}

const ends: (() => Promise<void>)[] = [];
let server: RunningServer;
let tablet: Weighed;

beforeEach(async () => {
  server = await startTestServer();
  ends.push(server.stop);
  tablet = new Weighed(server);
  await tablet.tab.identity.redeem(firstInvitation(server), { deviceName: 'Tablet', memberName: 'Anna' });
});
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

function typing(name: DocumentName, at: number, text: string): DocumentChange {
  return { name, run: (doc) => doc.getText('t').insert(at, text) };
}

/** A text with 20,000 deleted characters in 2,000 places. */
const riddle: DocumentChange = {
  name: PLAN,
  run: (doc) => {
    const text = doc.getText('t');
    text.insert(0, 'x'.repeat(40_000));
    for (let place = 0; place < 2_000; place += 1) text.delete(place * 10, 10);
  },
};

/** A second device of the same member, which has everything. */
async function phoneOf(first: Weighed): Promise<Weighed> {
  const phone = new Weighed(server);
  const expiresAt = asInstant(Date.now() + 86_400_000);
  const wish = { purpose: { kind: 'ownDevice' }, title: 'Mój telefon', uses: 1, expiresAt } as const;
  const { link } = await first.tab.identity.makeInvitation(wish);
  await phone.tab.identity.redeem(link, { deviceName: 'Telefon', memberName: 'Anna' });
  return phone;
}

describe('the cost of an exchange', () => {
  it('of 200 documents of which none has changed is one request of under 1 KB, and an answer of under 100 bytes', async () => {
    tablet.tab.sync.dispose();
    const names = Array.from({ length: 67 }, (_, index) =>
      KINDS.map((kind) => documentName(kind, idOf(index))),
    );
    await tablet.tab.ledger.write(names.flat().map((name) => typing(name, 0, 'plan')));
    await tablet.visit();
    // The grants of what was just begun are fetched with the second visit.
    await tablet.visit();
    const quiet = await tablet.visit();
    expect(quiet).toHaveLength(1);
    expect(quiet[0]?.up).toBeLessThan(400);
    expect(quiet[0]?.down).toBeLessThan(100);
    // With a thousand edits behind each, positions take two bytes.
    expect((quiet[0]?.up ?? 0) + names.flat().length).toBeLessThan(1_000);

    await tablet.tab.ledger.write([typing(PLAN, 4, '!')]);
    const busy = await tablet.visit();
    expect(busy).toHaveLength(1);
    expect((busy[0]?.up ?? 0) - (quiet[0]?.up ?? 0)).toBeLessThan(100);
  }, 60_000);

  it('of a keystroke in a document with 20,000 deleted characters is under 100 bytes each way, live and by catching up', async () => {
    await tablet.tab.ledger.write([riddle]);
    await vi.waitFor(async () => expect((await tablet.tab.db.documents.get(PLAN))?.unsent).toBe(0), within);
    const phone = await phoneOf(tablet);
    await vi.waitFor(async () => expect(await phone.tab.db.documents.get(PLAN)).toBeDefined(), within);
    const isLevel = async (): Promise<void> => {
      const [here, there] = await Promise.all([tablet, phone].map((each) => each.tab.db.documents.get(PLAN)));
      expect([here?.unsent, here?.cursor]).toEqual([0, there?.cursor]);
    };
    await vi.waitFor(isLevel, within);
    await vi.waitFor(() => expect(phone.framesDown.length).toBeGreaterThan(1), within);
    await tablet.tab.sync.sendNow();
    await phone.tab.sync.sendNow();
    tablet.forget();
    phone.forget();
    await tablet.tab.ledger.write([typing(PLAN, 700, 'ą')]);
    await vi.waitFor(() => expect(phone.framesDown).toHaveLength(1), within);
    await vi.waitFor(isLevel, within);
    const deletion: DocumentChange = { name: PLAN, run: (doc) => doc.getText('t').delete(900, 1) };
    await tablet.tab.ledger.write([deletion]);
    await vi.waitFor(() => expect(phone.framesDown).toHaveLength(2), within);
    await vi.waitFor(isLevel, within);
    expect(Math.max(...tablet.framesUp, ...tablet.framesDown, ...phone.framesDown)).toBeLessThan(100);

    phone.tab.sync.dispose();
    await tablet.tab.ledger.write([typing(PLAN, 5, 'b')]);
    await vi.waitFor(async () => expect((await tablet.tab.db.documents.get(PLAN))?.unsent).toBe(0), within);
    const [caughtUp] = await phone.visit();
    expect(caughtUp?.down).toBeLessThan(100);
    await isLevel();
  }, 60_000);
});
