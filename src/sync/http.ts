// Calls to the server over HTTP, from a page or a service worker. An answer counts only when media type and content are
// the server's: the sign-in page of a hotspot is none. Who may call, and with which token, is left to the callers.

import { asInstant, type Instant } from '../domain/time.ts';
import type { Decode } from '../schema/jsonShape.ts';
import { encodeRotation, type RotationRequest } from '../schema/rotation.ts';
import { decodeDone, decodeRefused, type Done, type Refused } from '../schema/session.ts';
import {
  decodeSyncResponse,
  encodeSyncRequest,
  SYNC_MEDIA_TYPE,
  type SyncRequest,
  type SyncResponse,
} from '../schema/wire.ts';
import { SyncFailure } from './syncFailure.ts';
import { realTimers, type Timers } from './timers.ts';

export interface Http {
  /** "https://wspolnie.example", without a slash at the end. */
  readonly origin: string;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly timers: Timers;
}

/** The server under this origin, by the browser's own means. */
export function httpTo(origin: string): Http {
  return { origin, fetch: (url, init) => fetch(url, init), timers: realTimers };
}

/** Sends one request of the exchange, over whatever transport, and brings its answer. Throws SyncFailure. */
export type SendRequest = (request: SyncRequest) => Promise<SyncResponse>;

export interface JsonCall<Value> {
  readonly method: 'GET' | 'POST';
  /** "/auth/token" */
  readonly path: string;
  readonly token?: string;
  readonly body?: object;
  readonly decode: Decode<Value>;
}

export interface JsonAnswer<Value> {
  readonly value: Value;
  /** The server's clock, to the second, when it was told. */
  readonly serverTime: Instant | undefined;
}

/** Below this a gzip header costs about what it saves. */
const GZIP_FROM_BYTES = 1_024;
/** Patience for the first byte of an answer and between its parts, in milliseconds. */
const PATIENCE_MS = 30_000;
/** The slowest upload that is waited for: what GPRS gives at the edge of a village. */
const SLOWEST_BYTES_PER_MS = 2;

/** Milliseconds within which an answer to a request of so many bytes has to begin. */
export function answerDeadline(bytes: number): number {
  return PATIENCE_MS + Math.ceil(bytes / SLOWEST_BYTES_PER_MS);
}

/** Calls an endpoint that speaks JSON. Throws SyncFailure; a refusal that `decode` knows is an answer. */
export async function requestJson<Value>(http: Http, call: JsonCall<Value>): Promise<JsonAnswer<Value>> {
  const headers = new Headers({ accept: JSON_MEDIA_TYPE });
  if (call.token !== undefined) headers.set('authorization', `Bearer ${call.token}`);
  if (call.body !== undefined) headers.set('content-type', JSON_MEDIA_TYPE);
  const body = call.body === undefined ? null : new TextEncoder().encode(JSON.stringify(call.body));
  const answer = await fetchWhole(http, call.path, { method: call.method, headers, body }, body?.length ?? 0);
  const value = answer.mediaType === JSON_MEDIA_TYPE ? call.decode(parseJson(answer.body)) : undefined;
  if (value === undefined) throw notUnderstood(answer);
  return { value, serverTime: answer.serverTime };
}

/** One exchange over `POST /sync`. Throws SyncFailure. */
export async function postSync(http: Http, token: string, request: SyncRequest): Promise<SyncResponse> {
  const answer = await postBytes(http, token, '/sync', encodeSyncRequest(request));
  if (answer.mediaType === JSON_MEDIA_TYPE) {
    const refused = decodeRefused(parseJson(answer.body));
    if (refused) throw new SyncFailure(refused.reason);
  }
  const response = answer.mediaType === SYNC_MEDIA_TYPE ? decodeSyncResponse(answer.body) : undefined;
  if (response === undefined) throw notUnderstood(answer);
  return response;
}

/** Puts a rebuilt document in the place of the former one, over `POST /rotate`; a refusal is an answer. Throws SyncFailure. */
export async function postRotation(
  http: Http,
  token: string,
  request: RotationRequest,
): Promise<Done | Refused> {
  const answer = await postBytes(http, token, '/rotate', encodeRotation(request));
  const decoded = answer.mediaType === JSON_MEDIA_TYPE ? decodeDone(parseJson(answer.body)) : undefined;
  if (decoded === undefined) throw notUnderstood(answer);
  return decoded;
}

async function postBytes(http: Http, token: string, path: string, bytes: Uint8Array): Promise<WholeAnswer> {
  const plain = new Uint8Array(bytes);
  const headers = new Headers({
    accept: `${SYNC_MEDIA_TYPE}, ${JSON_MEDIA_TYPE}`,
    authorization: `Bearer ${token}`,
    'content-type': SYNC_MEDIA_TYPE,
  });
  const zipped = plain.length > GZIP_FROM_BYTES ? await gzip(plain) : undefined;
  if (zipped) headers.set('content-encoding', 'gzip');
  const body = zipped ?? plain;
  return fetchWhole(http, path, { method: 'POST', headers, body }, body.length);
}

const JSON_MEDIA_TYPE = 'application/json';

interface WholeAnswer {
  readonly status: number;
  readonly mediaType: string;
  readonly serverTime: Instant | undefined;
  readonly body: Uint8Array;
}

async function fetchWhole(http: Http, path: string, init: RequestInit, bytes: number): Promise<WholeAnswer> {
  const aborter = new AbortController();
  let isLate = false;
  const giveUp = (): void => {
    isLate = true;
    aborter.abort();
  };
  let callOff = http.timers.after(answerDeadline(bytes), giveUp);
  const restart = (): void => {
    callOff();
    callOff = http.timers.after(PATIENCE_MS, giveUp);
  };
  try {
    const response = await http.fetch(http.origin + path, {
      ...init,
      signal: aborter.signal,
      cache: 'no-store',
      // The server never redirects these; a hotspot does, and following it would end in an answer that is none.
      redirect: 'manual',
    });
    const date = Date.parse(response.headers.get('date') ?? '');
    return {
      status: response.status,
      mediaType: (response.headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '',
      serverTime: Number.isNaN(date) ? undefined : asInstant(date),
      body: await readAll(response, restart),
    };
  } catch (cause) {
    throw new SyncFailure(isLate ? 'timeout' : 'unreachable', cause);
  } finally {
    callOff();
  }
}

/** The body, part by part: a slow answer is waited for as long as something comes. */
async function readAll(response: Response, onPart: () => void): Promise<Uint8Array> {
  if (response.body === null) return new Uint8Array();
  const reader = response.body.getReader();
  const parts: Uint8Array[] = [];
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    onPart();
    parts.push(part.value);
  }
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

async function gzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (typeof CompressionStream === 'undefined') return undefined;
  const zipped = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(zipped).arrayBuffer());
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

/** RFC 6585: said by a network, never by a server. */
const NETWORK_LOGIN_WANTED = 511;

function notUnderstood(answer: WholeAnswer): SyncFailure {
  const detail = new Error(`status ${answer.status}, media type ${answer.mediaType || 'none'}`);
  const isServers = answer.status >= 500 && answer.status !== NETWORK_LOGIN_WANTED;
  return new SyncFailure(isServers ? 'serverFailed' : 'notTheServer', detail);
}
