import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { asInstant } from '../../src/domain/time.ts';
import { decodeClientFrame, encodeServerFrame, SOCKET_CLOSE } from '../../src/schema/socketFrame.ts';
import { decodeSyncRequest, encodeSyncResponse, SYNC_MEDIA_TYPE } from '../../src/schema/wire.ts';
import { type Connection, startConnection } from '../../src/sync/connection.ts';
import type { OpenRawSocket, SocketEvents } from '../../src/sync/environment.ts';
import type { Identity, TokenResult } from '../../src/sync/identity.ts';
import { INITIAL_STATUS, reduceStatus, type SyncStatus } from '../../src/sync/status.ts';
import { freshName, openTab, person, REGISTER, type TestTab } from '../storage/testLedger.ts';
import { ManualTimers } from './manualTimers.ts';
import { MemoryRelay } from './memoryRelay.ts';

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

const unused = (): never => {
  throw new Error('not asked for here');
};

/** A connection over a relay in memory, with timers that the test moves. */
class Scene {
  readonly timers = new ManualTimers();
  readonly relay = new MemoryRelay();
  readonly tab: TestTab = openTab(freshName());
  readonly sockets: SocketEvents[] = [];
  readonly tokens: ('kept' | 'fresh')[] = [];
  token: TokenResult = { kind: 'token', token: 'token' };
  isMember = true;
  isDown = false;
  areSocketsBlocked = false;
  posts = 0;
  exchanges = 0;
  status: SyncStatus = INITIAL_STATUS;
  connection: Connection | undefined;

  start(): void {
    const now = () => asInstant(this.timers.now);
    this.connection = startConnection({
      identity: this.#identity(),
      replicas: this.tab.ledger.replicas,
      http: {
        origin: 'https://wspolnie.example',
        fetch: (_url, init) => this.#post(init),
        timers: this.timers,
      },
      environment: {
        timers: this.timers,
        random: () => 0.5,
        isVisible: () => true,
        openSocket: this.#openSocket,
      },
      now,
      dispatch: (event) => {
        this.status = reduceStatus(this.status, event);
      },
      onAwareness: () => undefined,
      onLive: () => undefined,
      reportFailure: (failure) => this.tab.failures.push(failure),
    });
    ends.push(this.connection.dispose);
  }

  #identity(): Identity {
    const member = { id: 'anna', name: 'Anna' };
    return {
      membership: async () => (this.isMember ? { member, grants: [] } : undefined) as never,
      token: async (need) => {
        this.tokens.push(need ?? 'kept');
        return this.token;
      },
      completeJoins: async () => false,
      tellInvitations: async () => ({ kind: 'answer', value: { kind: 'done' } }),
      onChange: () => () => undefined,
      pendingJoins: unused,
      dismissJoin: unused,
      redeem: unused,
      makeInvitation: unused,
      revokeInvitation: unused,
      invitations: unused,
      members: unused,
      revokeMember: unused,
      revokeDevice: unused,
    };
  }

  async #post(init: RequestInit): Promise<Response> {
    this.posts += 1;
    if (this.isDown) throw new TypeError('Failed to fetch');
    const decoded = decodeSyncRequest(new Uint8Array(await new Response(init.body ?? null).arrayBuffer()));
    if (decoded.kind === 'refused') throw new Error(decoded.reason);
    this.relay.time = this.timers.now;
    const answer = encodeSyncResponse(this.relay.answer(decoded.request));
    return new Response(new Uint8Array(answer), { headers: { 'content-type': SYNC_MEDIA_TYPE } });
  }

  readonly #openSocket: OpenRawSocket = (_url, events) => {
    this.sockets.push(events);
    if (this.isDown || this.areSocketsBlocked) queueMicrotask(() => events.onClose(1006));
    else queueMicrotask(events.onOpen);
    return {
      close: () => undefined,
      send: (bytes) => {
        const frame = decodeClientFrame(bytes);
        if (this.isDown) return;
        if (frame?.kind === 'authenticate')
          events.onFrame(encodeServerFrame({ kind: 'ready', incarnation: this.relay.incarnation }));
        if (frame?.kind === 'ping') events.onFrame(encodeServerFrame({ kind: 'pong' }));
        if (frame?.kind !== 'exchange') return;
        this.exchanges += 1;
        const decoded = decodeSyncRequest(frame.body);
        if (decoded.kind === 'refused') throw new Error(decoded.reason);
        const body = encodeSyncResponse(this.relay.answer(decoded.request));
        queueMicrotask(() =>
          events.onFrame(encodeServerFrame({ kind: 'exchanged', request: frame.request, body })),
        );
      },
    };
  };

  get socket(): SocketEvents {
    const last = this.sockets.at(-1);
    if (last === undefined) throw new Error('no socket was opened');
    return last;
  }

  /** Waits until it holds; time stands still meanwhile. */
  until(check: () => unknown): Promise<unknown> {
    return vi.waitFor(check, { interval: 1, timeout: 15_000 });
  }

  async live(exchanges = 1): Promise<void> {
    await this.until(() => {
      if (this.status.connection.kind !== 'online') throw new Error(`still ${this.status.connection.kind}`);
      if (this.exchanges < exchanges) throw new Error(`only ${this.exchanges} exchanges`);
    });
    await this.connection?.sendNow();
  }

  async unsent(): Promise<number> {
    return this.tab.db.documents.where('unsent').equals(1).count();
  }
}

describe('the connection', () => {
  it('first makes one visit over HTTP, then follows on a socket', async () => {
    const scene = new Scene();
    await scene.tab.ledger.write([person('anna', 'Anna')]);
    scene.start();
    await scene.live();
    expect([scene.posts, scene.sockets.length]).toEqual([1, 1]);
    expect(await scene.unsent()).toBe(0);
    expect(scene.status.exchange).toEqual({ kind: 'idle' });
  });

  it('sends what is committed within 10 ms in one exchange', async () => {
    const scene = new Scene();
    scene.start();
    await scene.live();
    const before = scene.exchanges;
    for (const id of ['anna', 'bogdan', 'celina']) await scene.tab.ledger.write([person(id, id)]);
    scene.timers.pass(9);
    await new Promise((resolve) => setImmediate(resolve));
    expect(scene.exchanges).toBe(before);
    scene.timers.pass(1);
    await scene.until(async () => expect(await scene.unsent()).toBe(0));
    expect(scene.exchanges).toBe(before + 1);
  });

  it('takes up a lost socket after a pause, without a visit over HTTP', async () => {
    const scene = new Scene();
    scene.start();
    await scene.live();
    const { posts } = scene;
    scene.socket.onClose(1006);
    await scene.until(() => expect(scene.status.connection).toEqual({ kind: 'connecting' }));
    expect(scene.sockets).toHaveLength(1);
    await scene.until(() => {
      scene.timers.pass(500);
      expect(scene.sockets).toHaveLength(2);
    });
    await scene.live();
    expect(scene.posts).toBe(posts);
  });

  it('makes a visit over HTTP again after more than five minutes without a whole exchange', async () => {
    const scene = new Scene();
    scene.start();
    await scene.live();
    const { posts } = scene;
    scene.isDown = true;
    scene.timers.pass(15_001);
    await scene.until(() => expect(scene.status.connection.kind).not.toBe('online'));
    scene.timers.now += 6 * 60_000;
    scene.isDown = false;
    scene.connection?.wake();
    await scene.live(2);
    expect(scene.posts).toBeGreaterThan(posts);
  });

  it('comes at once with a fresh token when the old one is over', async () => {
    const scene = new Scene();
    scene.start();
    await scene.live();
    scene.socket.onClose(SOCKET_CLOSE.unauthorised);
    await scene.until(() => expect(scene.tokens).toContain('fresh'));
    await scene.until(() => expect(scene.timers.next).toBeLessThanOrEqual(500));
  });

  it('tells a device that was taken off, and does not storm the server with it', async () => {
    const scene = new Scene();
    scene.start();
    await scene.live();
    scene.token = { kind: 'failed', reason: 'revoked' };
    scene.socket.onClose(SOCKET_CLOSE.revoked);
    await scene.until(() =>
      expect(scene.status.exchange).toMatchObject({ kind: 'failed', reason: 'revoked' }),
    );
    expect(scene.status.connection.kind).toBe('offline');
    const attempts = scene.tokens.length;
    scene.timers.pass(9 * 60_000);
    await new Promise((resolve) => setImmediate(resolve));
    expect(scene.tokens).toHaveLength(attempts);
  });

  it('polls every 15 seconds where sockets are blocked, and sends what is committed at once', async () => {
    const scene = new Scene();
    scene.areSocketsBlocked = true;
    scene.start();
    await scene.until(() => expect(scene.timers.next).toBe(15_000));
    expect(scene.status.connection.kind).toBe('online');
    await scene.tab.ledger.write([person('anna', 'Anna')]);
    scene.timers.pass(50);
    await scene.until(async () => expect(await scene.unsent()).toBe(0));
    const { posts } = scene;
    await scene.until(() => {
      scene.timers.pass(15_000);
      expect(scene.posts).toBeGreaterThan(posts);
    });
    expect(scene.sockets).toHaveLength(1);
  });

  it('is back at once when it is woken', async () => {
    const scene = new Scene();
    scene.isDown = true;
    await scene.tab.ledger.write([person('anna', 'Anna')]);
    scene.start();
    await scene.until(() => expect(scene.status.connection.kind).toBe('offline'));
    await scene.until(() => expect(scene.timers.waiting).toBe(1));
    scene.isDown = false;
    scene.connection?.wake();
    await scene.live();
    expect(await scene.unsent()).toBe(0);
  });

  it('tries before its pause is over when something is to be sent, and not with every change', async () => {
    const scene = new Scene();
    scene.isDown = true;
    scene.start();
    const attempts = 7;
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      await scene.until(() => expect(scene.posts).toBe(attempt));
      await scene.until(() => expect(scene.timers.waiting).toBe(1));
      if (attempt < attempts) scene.timers.pass(scene.timers.next ?? 0);
    }
    expect(scene.timers.next).toBe(30_000);
    await scene.tab.ledger.write([person('anna', 'Anna')]);
    scene.timers.pass(50);
    await new Promise((resolve) => setImmediate(resolve));
    expect(scene.posts).toBe(attempts);
    scene.timers.pass(10_000);
    scene.isDown = false;
    await scene.tab.ledger.write([person('bogdan', 'Bogdan')]);
    scene.timers.pass(50);
    await scene.until(async () => expect(await scene.unsent()).toBe(0));
  });

  it('exchanges a document of which it missed a live change', async () => {
    const scene = new Scene();
    const other = openTab(freshName());
    await other.ledger.write([person('olga', 'Olga')]);
    const { update } = await other.ledger.replicas.outgoing(REGISTER);
    await scene.tab.ledger.replicas.follow([REGISTER]);
    scene.start();
    await scene.live();
    const stored = vi.fn<MemoryRelay['onStored']>();
    scene.relay.onStored = stored;
    scene.relay.answer({
      schemaVersion: 1,
      incarnation: 'first',
      room: 1_000_000,
      documents: [{ name: REGISTER, cursor: 0, stateVector: new Uint8Array(), update }],
    });
    expect(stored).toHaveBeenCalledOnce();
    const late = { kind: 'changed', name: REGISTER, after: 4, cursor: 5, update: new Uint8Array() } as const;
    scene.socket.onFrame(encodeServerFrame(late));
    await scene.until(async () => expect(await scene.tab.db.persons.get('olga')).toBeDefined());
    expect((await scene.tab.db.documents.get(REGISTER))?.cursor).toBe(1);
  });

  it('tries again by itself what the server could not store', async () => {
    const scene = new Scene();
    scene.start();
    await scene.live();
    scene.relay.refusals.set(REGISTER, 'storageFailed');
    await scene.tab.ledger.write([person('anna', 'Anna')]);
    scene.timers.pass(50);
    await scene.until(() =>
      expect(scene.status.exchange).toMatchObject({ kind: 'failed', reason: 'storageFailed' }),
    );
    scene.relay.refusals.clear();
    await scene.until(async () => {
      scene.timers.pass(1_000);
      expect(await scene.unsent()).toBe(0);
    });
    await scene.until(() => expect(scene.status.exchange).toEqual({ kind: 'idle' }));
  });

  it('tries again by itself what the server could not store at first contact', async () => {
    const scene = new Scene();
    scene.areSocketsBlocked = true;
    scene.relay.refusals.set(REGISTER, 'storageFailed');
    await scene.tab.ledger.write([person('anna', 'Anna')]);
    scene.start();
    await scene.until(() => expect(scene.status.exchange.kind).toBe('failed'));
    scene.relay.refusals.clear();
    // Sooner than the next poll.
    await scene.until(() => expect(scene.timers.waiting).toBe(2));
    scene.timers.pass(14_999);
    await scene.until(async () => expect(await scene.unsent()).toBe(0));
  });

  it('[G6] does not send again what was refused until it changes or a person asks', async () => {
    const scene = new Scene();
    scene.relay.refusals.set(REGISTER, 'tooLarge');
    await scene.tab.ledger.write([person('anna', 'Anna')]);
    scene.start();
    await scene.live();
    expect(await scene.tab.db.refused.count()).toBe(1);
    scene.relay.refusals.clear();
    scene.connection?.refresh();
    const { exchanges } = scene;
    await scene.until(() => expect(scene.exchanges).toBeGreaterThan(exchanges));
    expect(scene.relay.log(REGISTER)).toHaveLength(0);
    expect(await scene.connection?.sendNow()).toMatchObject({ kind: 'sent', documents: 1 });
  });

  it('asks nobody for anything on a device that never joined, until it has', async () => {
    const scene = new Scene();
    scene.isMember = false;
    scene.start();
    await scene.until(() => expect(scene.status.connection).toEqual({ kind: 'noServer' }));
    expect([scene.posts, scene.sockets.length, scene.timers.waiting]).toEqual([0, 0, 0]);
    scene.isMember = true;
    scene.connection?.refresh();
    await scene.live();
  });

  it('leaves no timer and opens no socket once it is disposed of', async () => {
    const scene = new Scene();
    scene.start();
    await scene.live();
    scene.connection?.dispose();
    await new Promise((resolve) => setImmediate(resolve));
    expect([scene.timers.waiting, scene.sockets.length]).toEqual([0, 1]);
  });
});
