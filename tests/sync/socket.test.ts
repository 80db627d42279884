import { describe, expect, it } from 'vitest';
import { documentName } from '../../src/schema/documentName.ts';
import {
  type ClientFrame,
  decodeClientFrame,
  encodeServerFrame,
  type ServerFrame,
  SOCKET_CLOSE,
} from '../../src/schema/socketFrame.ts';
import { encodeSyncResponse, type SyncRequest } from '../../src/schema/wire.ts';
import type { SocketEvents } from '../../src/sync/environment.ts';
import { openSyncSocket, type SocketEnd, type SyncSocketOptions } from '../../src/sync/socket.ts';
import { ManualTimers } from './manualTimers.ts';

const EMPTY: SyncRequest = { schemaVersion: 1, incarnation: 'first', room: 1_000_000, documents: [] };

function setUp(options: Partial<SyncSocketOptions> = {}) {
  const timers = new ManualTimers();
  const sent: ClientFrame[] = [];
  const ends: SocketEnd[] = [];
  const seen: string[] = [];
  let events: SocketEvents | undefined;
  let closed = 0;
  const socket = openSyncSocket({
    url: 'wss://wspolnie.example/socket',
    token: 'token',
    timers,
    isVisible: () => true,
    openSocket: (_url, given) => {
      events = given;
      return {
        send: (bytes) => {
          const frame = decodeClientFrame(bytes);
          if (frame) sent.push(frame);
        },
        close: () => {
          closed += 1;
        },
      };
    },
    onReady: (incarnation) => seen.push(`ready ${incarnation}`),
    onChanged: (frame) => seen.push(`changed ${frame.cursor}`),
    onAwareness: (name) => seen.push(`awareness ${name}`),
    onEnd: (end) => ends.push(end),
    ...options,
  });
  const frame = (of: ServerFrame): void => events?.onFrame(encodeServerFrame(of));
  return {
    socket,
    timers,
    sent,
    ends,
    seen,
    closed: () => closed,
    open: () => events?.onOpen(),
    frame,
    bytes: (raw: Uint8Array) => events?.onFrame(raw),
    close: (code: number) => events?.onClose(code),
    ready: () => {
      events?.onOpen();
      frame({ kind: 'ready', incarnation: 'first' });
    },
    answer: (request: number) =>
      frame({
        kind: 'exchanged',
        request,
        body: encodeSyncResponse({ incarnation: 'first', serverTime: 1, followed: 'none', documents: [] }),
      }),
  };
}

describe('a socket', () => {
  it('signs in with its first frame and is ready when the server says so', () => {
    const { open, sent, frame, seen } = setUp();
    expect(sent).toEqual([]);
    open();
    expect(sent).toEqual([{ kind: 'authenticate', token: 'token' }]);
    frame({ kind: 'ready', incarnation: 'first' });
    expect(seen).toEqual(['ready first']);
  });

  it('that never gets ready ends by itself, and says that it never was', () => {
    const { timers, ends, closed } = setUp();
    timers.pass(15_000);
    expect(ends).toEqual([{ wasReady: false, reason: 'timeout' }]);
    expect(closed()).toBe(1);
    expect(timers.waiting).toBe(0);
  });

  it('that is half open is noticed within 10 seconds while somebody looks', () => {
    const { ready, timers, sent, ends } = setUp();
    ready();
    timers.pass(4_000);
    expect(sent.at(-1)).toEqual({ kind: 'ping' });
    timers.pass(5_499);
    expect(ends).toEqual([]);
    timers.pass(1);
    expect(ends).toEqual([{ wasReady: true, reason: 'timeout' }]);
  });

  it('lives on with each sign of life, whatever it is', () => {
    const { ready, timers, frame, ends } = setUp();
    ready();
    const name = documentName('register', 'stare-pole');
    const signs: readonly ServerFrame[] = [
      { kind: 'pong' },
      { kind: 'awareness', name, body: new Uint8Array() },
    ];
    for (const sign of [...signs, ...signs, ...signs]) {
      timers.pass(5_000);
      frame(sign);
    }
    expect(ends).toEqual([]);
  });

  it('sends no pings while nobody looks, and one at once when it is asked to', () => {
    const { ready, timers, sent, socket } = setUp({ isVisible: () => false });
    ready();
    timers.pass(60_000);
    expect(sent).toHaveLength(1);
    socket.check();
    expect(sent.at(-1)).toEqual({ kind: 'ping' });
  });

  it('answers each exchange by its number', async () => {
    const { ready, socket, answer, sent } = setUp();
    ready();
    const [first, second] = [socket.exchange(EMPTY), socket.exchange(EMPTY)];
    expect(sent.slice(1)).toMatchObject([
      { kind: 'exchange', request: 1 },
      { kind: 'exchange', request: 2 },
    ]);
    answer(2);
    answer(1);
    expect([(await first).incarnation, (await second).incarnation]).toEqual(['first', 'first']);
  });

  it('does not take a slow first answer for a dead line', async () => {
    const { ready, socket, timers, answer, ends } = setUp();
    ready();
    const asked = socket.exchange(EMPTY);
    timers.pass(25_000);
    expect(ends).toEqual([]);
    answer(1);
    await asked;
  });

  it('takes the deadline of a large exchange in place of a ping that stands behind it', async () => {
    const { ready, socket, timers, answer, ends, sent } = setUp();
    ready();
    timers.pass(5_000);
    expect(sent.at(-1)).toEqual({ kind: 'ping' });
    const asked = socket.exchange(EMPTY);
    timers.pass(20_000);
    expect(ends).toEqual([]);
    answer(1);
    await asked;
    const live = socket.exchange(EMPTY);
    timers.pass(15_000);
    await expect(live).rejects.toMatchObject({ reason: 'timeout' });
  });

  it('ends when an exchange is not answered, and fails what was asked', async () => {
    const { ready, socket, timers, ends } = setUp();
    ready();
    const asked = [socket.exchange(EMPTY), socket.exchange(EMPTY)];
    timers.pass(31_000);
    for (const each of asked) await expect(each).rejects.toMatchObject({ reason: 'timeout' });
    expect(ends).toEqual([{ wasReady: true, reason: 'timeout' }]);
  });

  it('refuses to exchange before it is ready and after its end', async () => {
    const { socket, ready, close } = setUp();
    await expect(socket.exchange(EMPTY)).rejects.toMatchObject({ reason: 'unreachable' });
    ready();
    close(1006);
    await expect(socket.exchange(EMPTY)).rejects.toMatchObject({ reason: 'unreachable' });
  });

  it.each([
    [1006, 'unreachable'],
    [SOCKET_CLOSE.unauthorised, 'unauthorised'],
    [SOCKET_CLOSE.revoked, 'revoked'],
    [SOCKET_CLOSE.malformed, 'malformed'],
    [SOCKET_CLOSE.tooLarge, 'tooLarge'],
    [SOCKET_CLOSE.appTooOld, 'appTooOld'],
  ] as const)('closed with %i ends as %s, once', (code, reason) => {
    const { ready, close, ends, timers } = setUp();
    ready();
    close(code);
    close(code);
    expect(ends).toEqual([{ wasReady: true, reason }]);
    expect(timers.waiting).toBe(0);
  });

  it('that speaks something else is no server of ours', () => {
    const { open, bytes, ends } = setUp();
    open();
    bytes(new TextEncoder().encode('<html>'));
    expect(ends).toEqual([{ wasReady: false, reason: 'notTheServer' }]);
  });

  it('fails an exchange whose answer cannot be read', async () => {
    const { ready, socket, frame } = setUp();
    ready();
    const asked = socket.exchange(EMPTY);
    frame({ kind: 'exchanged', request: 1, body: new Uint8Array([9, 9]) });
    await expect(asked).rejects.toMatchObject({ reason: 'notTheServer' });
  });
});
