// What the relay answers to the calls of simulated devices, without the HTTP server around it.

import {
  decodeChallengeRequest,
  decodeRevokeMemberRequest,
  decodeTokenRequest,
} from '../../../src/schema/session.ts';
import { decodeRotation } from '../../../src/schema/rotation.ts';
import { decodeSyncRequest, encodeSyncResponse, SYNC_MEDIA_TYPE } from '../../../src/schema/wire.ts';
import type { Membership } from '../../../sync-server/auth/membership.ts';
import type { Sessions } from '../../../sync-server/auth/sessions.ts';
import type { Exchange } from '../../../sync-server/exchange.ts';
import { type RotatingParts, rotate } from '../../../sync-server/rotating.ts';

export interface RelayRequest {
  readonly path: string;
  readonly authorization: string;
  readonly body: Uint8Array;
}

export interface RelayAnswer {
  readonly status: number;
  readonly mediaType: string;
  readonly body: Uint8Array;
}

export interface RouteParts {
  readonly sessions: Sessions;
  readonly exchange: Exchange;
  readonly rotating: RotatingParts;
  readonly membership: Membership;
}

/** Routes whose requests are no JSON. */
const OF_BYTES = ['/sync', '/rotate'];

/** The routes that devices of a simulated world call; what the HTTP server adds to them is tested with it. */
export async function answerRequest(
  { sessions, exchange, rotating, membership }: RouteParts,
  request: RelayRequest,
): Promise<RelayAnswer> {
  const body = OF_BYTES.includes(request.path) ? undefined : parseJson(request.body);
  if (request.path === '/auth/challenge') {
    const asked = decodeChallengeRequest(body);
    return asked ? json(200, { challenge: await sessions.challenge(asked.device) }) : refusal('malformed');
  }
  if (request.path === '/auth/token') {
    const asked = decodeTokenRequest(body);
    return asked ? json(200, await sessions.token(asked)) : refusal('malformed');
  }
  const authentication = await sessions.authenticate(request.authorization.replace(/^Bearer /, ''));
  if (authentication.kind === 'refused') return refusal(authentication.reason);
  const { caller } = authentication;
  if (request.path === '/members/revoke') {
    const asked = decodeRevokeMemberRequest(body);
    return asked ? json(200, await membership.revokeMember(caller, asked)) : refusal('malformed');
  }
  if (request.path === '/rotate') {
    const asked = decodeRotation(request.body);
    return asked ? json(200, await rotate(caller, asked, rotating)) : refusal('malformed');
  }
  if (request.path !== '/sync') return json(404, {});
  const decoded = decodeSyncRequest(request.body);
  if (decoded.kind === 'refused') return refusal(decoded.reason);
  const { response } = await exchange.run(caller, decoded.request);
  return { status: 200, mediaType: SYNC_MEDIA_TYPE, body: encodeSyncResponse(response) };
}

export function refusal(reason: string): RelayAnswer {
  return json(403, { kind: 'refused', reason });
}

export function json(status: number, body: object): RelayAnswer {
  return { status, mediaType: 'application/json', body: new TextEncoder().encode(JSON.stringify(body)) };
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
