// Routes of identity: challenge, token, redeeming, invitations, members, devices. Decodes, asks, answers; rules are in auth/.

import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Redis } from 'ioredis';
import { decodeId, type DeviceId } from '../../src/domain/ids.ts';
import { decodeScope, type Scope } from '../../src/schema/invitation.ts';
import { type Decode, object } from '../../src/schema/jsonShape.ts';
import {
  decodeChallengeRequest,
  decodeRedeemRequest,
  decodeRegisterInvitationRequest,
  decodeRevokeDeviceRequest,
  decodeRevokeInvitationRequest,
  decodeRevokeMemberRequest,
  decodeTokenRequest,
  type Refused,
} from '../../src/schema/session.ts';
import type { Membership } from '../auth/membership.ts';
import type { Redeeming } from '../auth/redeeming.ts';
import type { Caller } from '../exchange.ts';
import { type CallerParts, callerOf } from './caller.ts';
import { sendAnswer, sendRefusal } from './refusals.ts';

export interface IdentityParts extends CallerParts {
  readonly redeeming: Redeeming;
  readonly membership: Membership;
  /** Where several nodes count calls together. */
  readonly redis: Redis | undefined;
}

/** Calls of one device to the open routes in a minute; a device needs three to join. */
const CALLS_PER_MINUTE = 30;

const decodeDevice = object<{ device: DeviceId }>({ device: decodeId<DeviceId> });
const decodeScopeQuery = object<{ scope: Scope }>({ scope: decodeScope });

export async function addIdentityRoutes(app: FastifyInstance, parts: IdentityParts): Promise<void> {
  const { sessions, redeeming, membership, redis } = parts;
  await app.register(rateLimit, {
    global: false,
    hook: 'preHandler',
    // By device, never by address: a whole library sits behind one router.
    keyGenerator: (request) => decodeDevice(request.body)?.device ?? 'malformed',
    errorResponseBuilder: (): Refused => ({ kind: 'refused', reason: 'tooOften' }),
    // While Redis is away nobody is kept out for it.
    ...(redis === undefined ? {} : { redis, nameSpace: 'wspolnie:calls:', skipOnError: true }),
  });
  const open = {
    config: { rateLimit: { max: CALLS_PER_MINUTE, timeWindow: 60_000 } },
  };

  app.post('/auth/challenge', open, (request, reply) =>
    answer(reply, decodeChallengeRequest, request.body, async ({ device }) => ({
      challenge: await sessions.challenge(device),
    })),
  );
  app.post('/auth/token', open, (request, reply) =>
    answer(reply, decodeTokenRequest, request.body, (body) => sessions.token(body)),
  );
  app.post('/auth/redeem', open, (request, reply) =>
    answer(reply, decodeRedeemRequest, request.body, (body) => redeeming.redeem(body)),
  );

  /** The same for a caller with a token. */
  const answerCaller = async <Body>(
    request: FastifyRequest,
    reply: FastifyReply,
    decode: Decode<Body>,
    raw: unknown,
    run: (caller: Caller, body: Body) => Promise<object>,
  ): Promise<FastifyReply> => {
    const authentication = await callerOf(request, parts);
    if (authentication.kind === 'refused') return sendRefusal(reply, authentication.reason);
    return answer(reply, decode, raw, (body) => run(authentication.caller, body));
  };

  app.post('/invitations', (request, reply) =>
    answerCaller(request, reply, decodeRegisterInvitationRequest, request.body, (caller, body) =>
      membership.register(caller, body),
    ),
  );
  app.post('/invitations/revoke', (request, reply) =>
    answerCaller(request, reply, decodeRevokeInvitationRequest, request.body, (caller, body) =>
      membership.revokeInvitation(caller, body),
    ),
  );
  app.get('/invitations', (request, reply) =>
    answerCaller(request, reply, decodeScopeQuery, request.query, (caller, { scope }) =>
      membership.invitations(caller, scope),
    ),
  );
  app.get('/members', (request, reply) =>
    answerCaller(request, reply, decodeScopeQuery, request.query, (caller, { scope }) =>
      membership.list(caller, scope),
    ),
  );
  app.post('/members/revoke', (request, reply) =>
    answerCaller(request, reply, decodeRevokeMemberRequest, request.body, (caller, body) =>
      membership.revokeMember(caller, body),
    ),
  );
  app.post('/devices/revoke', (request, reply) =>
    answerCaller(request, reply, decodeRevokeDeviceRequest, request.body, (caller, body) =>
      membership.revokeDevice(caller, body),
    ),
  );
}

async function answer<Body>(
  reply: FastifyReply,
  decode: Decode<Body>,
  raw: unknown,
  run: (body: Body) => Promise<object>,
): Promise<FastifyReply> {
  reply.header('cache-control', 'no-store');
  const body = decode(raw);
  return body === undefined ? sendRefusal(reply, 'malformed') : sendAnswer(reply, await run(body));
}
