// Who calls: the bearer token of a request, checked, and the request counted as one of its member's.

import type { FastifyRequest } from 'fastify';
import type { Authentication, Sessions } from '../auth/sessions.ts';
import type { MemberRequests } from '../limits/memberRequests.ts';

export interface CallerParts {
  readonly sessions: Sessions;
  readonly requests: MemberRequests;
}

export type Calling =
  | Extract<Authentication, { kind: 'caller' }>
  | { readonly kind: 'refused'; readonly reason: 'unauthorised' | 'revoked' | 'tooOften' };

export async function callerOf(
  request: FastifyRequest,
  { sessions, requests }: CallerParts,
): Promise<Calling> {
  const token = /^Bearer ([\w.-]{1,2000})$/.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined) return { kind: 'refused', reason: 'unauthorised' };
  const authentication = await sessions.authenticate(token);
  if (authentication.kind === 'caller' && !requests.take(authentication.caller.member))
    return { kind: 'refused', reason: 'tooOften' };
  return authentication;
}
