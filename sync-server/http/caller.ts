// Who calls: the bearer token of a request, checked.

import type { FastifyRequest } from 'fastify';
import type { Authentication, Sessions } from '../auth/sessions.ts';

export async function callerOf(request: FastifyRequest, sessions: Sessions): Promise<Authentication> {
  const token = /^Bearer ([\w.-]{1,2000})$/.exec(request.headers.authorization ?? '')?.[1];
  return token === undefined ? { kind: 'refused', reason: 'unauthorised' } : sessions.authenticate(token);
}
