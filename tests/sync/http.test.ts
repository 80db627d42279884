import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { documentName } from '../../src/schema/documentName.ts';
import { decodeDone } from '../../src/schema/session.ts';
import { decodeSyncRequest, encodeSyncResponse, SYNC_MEDIA_TYPE } from '../../src/schema/wire.ts';
import { answerDeadline, type Http, postSync, requestJson } from '../../src/sync/http.ts';
import { ManualTimers } from './manualTimers.ts';

type Answer = (url: string, init: RequestInit) => Promise<Response>;

function httpOf(answer: Answer, timers = new ManualTimers()): Http {
  return { origin: 'https://wspolnie.example', fetch: answer, timers };
}

const EMPTY = { schemaVersion: 1, incarnation: '', room: 1_000_000, documents: [] };
const ANSWER = encodeSyncResponse({ incarnation: 'first', serverTime: 5, followed: 'none', documents: [] });

function answering(body: BodyInit | null, status: number, mediaType: string): Http {
  return httpOf(async () => new Response(body, { status, headers: { 'content-type': mediaType } }));
}

function sync(http: Http) {
  return postSync(http, 'token', EMPTY);
}

function register(http: Http) {
  return requestJson(http, { method: 'POST', path: '/invitations', body: {}, decode: decodeDone });
}

describe('an answer over HTTP', () => {
  it('of the server is taken', async () => {
    expect(await sync(answering(new Uint8Array(ANSWER), 200, SYNC_MEDIA_TYPE))).toEqual({
      incarnation: 'first',
      serverTime: 5,
      followed: 'none',
      documents: [],
    });
  });

  it.each([
    ['the sign-in page of a hotspot', '<html>Zaloguj się</html>', 200, 'text/html; charset=utf-8'],
    ['a redirection', null, 302, 'text/html'],
    ['a page with the media type of the exchange', '<html>', 200, SYNC_MEDIA_TYPE],
    [
      'the bytes of an exchange under another media type',
      new Uint8Array(ANSWER),
      200,
      'application/octet-stream',
    ],
    ['an answer with bytes behind it', new Uint8Array([...ANSWER, 0]), 200, SYNC_MEDIA_TYPE],
    ['JSON that is no refusal', '{"kind":"failed"}', 200, 'application/json'],
    ['nothing', null, 204, ''],
    ['the page of a network that wants a sign-in, with the status made for it', '<html>', 511, 'text/html'],
    ['the JSON of a portal', '{"error":"login_required"}', 401, 'application/json; charset=utf-8'],
  ])('that is %s is told from the server', async (_name, body, status, mediaType) => {
    await expect(sync(answering(body, status, mediaType))).rejects.toMatchObject({ reason: 'notTheServer' });
  });

  it.each(['<html>', '{', '[]', '{"kind":"done"'])('in JSON that is %s is no answer', async (body) => {
    const mediaType = body === '<html>' ? 'text/html' : 'application/json';
    await expect(register(answering(body, 200, mediaType))).rejects.toMatchObject({ reason: 'notTheServer' });
  });

  it('of a proxy whose server is down says that the server failed', async () => {
    const down = answering('<html>Bad Gateway</html>', 502, 'text/html');
    await expect(sync(down)).rejects.toMatchObject({ reason: 'serverFailed' });
    await expect(register(down)).rejects.toMatchObject({ reason: 'serverFailed' });
  });

  it('that refuses the exchange carries the reason', async () => {
    const refusing = answering('{"kind":"refused","reason":"appTooOld"}', 426, 'application/json');
    await expect(sync(refusing)).rejects.toMatchObject({ reason: 'appTooOld' });
  });

  it('that refuses an identity call is a value', async () => {
    const refusing = answering('{"kind":"refused","reason":"expired"}', 410, 'application/json');
    expect((await register(refusing)).value).toEqual({ kind: 'refused', reason: 'expired' });
  });

  it('tells the clock of the server', async () => {
    const http = httpOf(async () => {
      const headers = { 'content-type': 'application/json', date: 'Sun, 22 Nov 2026 17:00:00 GMT' };
      return new Response('{"kind":"done"}', { headers });
    });
    expect((await register(http)).serverTime).toBe(Date.UTC(2026, 10, 22, 17));
  });
});

describe('a request over HTTP', () => {
  it('carries the token, follows no redirection and is not cached', async () => {
    let asked: RequestInit = {};
    await sync(
      httpOf(async (_url, init) => {
        asked = init;
        return new Response(new Uint8Array(ANSWER), { headers: { 'content-type': SYNC_MEDIA_TYPE } });
      }),
    );
    expect(new Headers(asked.headers).get('authorization')).toBe('Bearer token');
    expect(asked).toMatchObject({ method: 'POST', redirect: 'manual', cache: 'no-store' });
  });

  it('is compressed above a kilobyte, and says so', async () => {
    const document = {
      name: documentName('register', 'stare-pole'),
      cursor: 0,
      stateVector: new Uint8Array(),
      update: new Uint8Array(5_000),
    };
    const request = { schemaVersion: 1, incarnation: '', room: 1_000_000, documents: [document] };
    let encoding: string | null = '';
    let bytes = new Uint8Array();
    const http = httpOf(async (_url, init) => {
      encoding = new Headers(init.headers).get('content-encoding');
      bytes = new Uint8Array(await new Response(init.body ?? null).arrayBuffer());
      return new Response(new Uint8Array(ANSWER), { headers: { 'content-type': SYNC_MEDIA_TYPE } });
    });
    await postSync(http, 'token', request);
    expect(encoding).toBe('gzip');
    expect(bytes.length).toBeLessThan(200);
    expect(decodeSyncRequest(new Uint8Array(gunzipSync(bytes)))).toEqual({ kind: 'request', request });
  });

  it('that reaches nobody fails as unreachable', async () => {
    const http = httpOf(async () => {
      throw new TypeError('Failed to fetch');
    });
    await expect(sync(http)).rejects.toMatchObject({ reason: 'unreachable' });
  });

  it('is given up when no answer begins, later for a large one', async () => {
    const timers = new ManualTimers();
    const http = httpOf(
      (_url, init) =>
        new Promise((_resolve, reject) => {
          init.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
        }),
      timers,
    );
    const asked = sync(http);
    timers.pass(31_000);
    await expect(asked).rejects.toMatchObject({ reason: 'timeout' });
    expect(timers.waiting).toBe(0);
    expect(answerDeadline(1_000_000)).toBeGreaterThan(8 * 60_000);
  });

  it('is waited for as long as parts of the answer come', async () => {
    const timers = new ManualTimers();
    const parts = [...ANSWER].map((byte) => Uint8Array.of(byte));
    let signal: AbortSignal | null | undefined;
    const body = new ReadableStream({
      pull: (controller) => {
        timers.pass(10_000);
        if (signal?.aborted === true) controller.error(new DOMException('aborted', 'AbortError'));
        const part = parts.shift();
        if (part) controller.enqueue(part);
        else controller.close();
      },
    });
    const http = httpOf(async (_url, init) => {
      signal = init.signal;
      return new Response(body, { headers: { 'content-type': SYNC_MEDIA_TYPE } });
    }, timers);
    expect((await sync(http)).incarnation).toBe('first');
  });
});
