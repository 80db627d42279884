// Who may send a large body: the caller is looked up, and counted, by the head of the request. Of anybody else no body is kept.

import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../exchange.ts';
import type { MemberUnderWay } from '../limits/memberUnderWay.ts';
import { type CallerParts, callerOf } from './caller.ts';
import { sendRefusal } from './refusals.ts';

export interface AdmissionParts extends CallerParts {
  readonly underWay: MemberUnderWay;
  readonly maxBodyBytes: number;
}

const admitted = new WeakMap<FastifyRequest, Caller>();

/** Options of a route whose handler asks for the `admittedCaller`. */
export function admitCaller(parts: AdmissionParts) {
  const { underWay, maxBodyBytes } = parts;
  const onRequest = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const calling = await callerOf(request, parts);
    if (calling.kind === 'refused') return sendRefusal(reply, calling.reason);
    const { member } = calling.caller;
    if (!underWay.begin(member)) return sendRefusal(reply, 'tooOften');
    reply.raw.once('close', () => underWay.end(member));
    admitted.set(request, calling.caller);
    return undefined;
  };
  return { onRequest, bodyLimit: maxBodyBytes };
}

export function admittedCaller(request: FastifyRequest): Caller {
  const caller = admitted.get(request);
  if (caller === undefined) throw new Error('a route without admission');
  return caller;
}
