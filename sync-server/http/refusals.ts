// Refusals and errors as HTTP answers: a closed reason in JSON, with the status that fits it.

import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Refused, SessionRefusal } from '../../src/schema/session.ts';
import { StoreError } from '../stores/storeError.ts';

const STATUS: Readonly<Record<SessionRefusal, number>> = {
  malformed: 400,
  unauthorised: 401,
  unknownDevice: 401,
  challengeOver: 401,
  revoked: 403,
  notAllowed: 403,
  wrongOrigin: 403,
  unknown: 404,
  expired: 410,
  usedUp: 410,
  deviceTaken: 409,
  oneself: 409,
  lastLibrarian: 409,
  moved: 409,
  epochOver: 409,
  tooLarge: 413,
  appTooOld: 426,
  tooOften: 429,
  storageFailed: 503,
  serverTooOld: 505,
};

const reasons = new WeakMap<FastifyRequest, SessionRefusal>();

/** Why the request was refused; `undefined` when it was not. */
export function refusalOf(request: FastifyRequest): SessionRefusal | undefined {
  return reasons.get(request);
}

export function sendRefusal(reply: FastifyReply, reason: SessionRefusal): FastifyReply {
  reasons.set(reply.request, reason);
  const body: Refused = { kind: 'refused', reason };
  return reply.code(STATUS[reason]).send(body);
}

/** An answer of the identity endpoints: as it is, or as a refusal with its status. */
export function sendAnswer(reply: FastifyReply, answer: object | Refused): FastifyReply {
  return isRefused(answer) ? sendRefusal(reply, answer.reason) : reply.send(answer);
}

/** What went wrong before or inside a handler, in the same form. A bug is logged and tells nothing. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError | StoreError | Refused, request, reply) => {
    if (isRefused(error)) return sendRefusal(reply, error.reason);
    if (error instanceof StoreError) {
      request.log.error({ err: error }, 'storage failed');
      return sendRefusal(reply, 'storageFailed');
    }
    if (error.statusCode === 413) return sendRefusal(reply, 'tooLarge');
    if (error.statusCode !== undefined && error.statusCode < 500) return sendRefusal(reply, 'malformed');
    request.log.error({ err: error }, 'request failed');
    return reply.code(500).send({ kind: 'failed' });
  });
}

function isRefused(value: object): value is Refused {
  return 'kind' in value && value.kind === 'refused';
}
