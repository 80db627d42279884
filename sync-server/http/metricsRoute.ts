// GET /metrics: for the operator's Prometheus. With a token configured it is asked of everybody; without one only this
// machine is answered, and nobody whose call a proxy has passed on: behind a proxy all calls come from this machine.

import { createHash, timingSafeEqual } from 'node:crypto';
import { BlockList } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { SessionRefusal } from '../../src/schema/session.ts';
import type { Metrics } from '../metrics.ts';
import { sendRefusal } from './refusals.ts';

const thisMachine = new BlockList();
thisMachine.addSubnet('127.0.0.0', 8);
thisMachine.addAddress('::1', 'ipv6');

const PROXY_HEADERS = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];

export function addMetricsRoute(app: FastifyInstance, metrics: Metrics, token: string | undefined): void {
  app.get('/metrics', async (request, reply) => {
    const refusal = token === undefined ? refusalOfAddress(request) : refusalOfToken(request, token);
    if (refusal !== undefined) return sendRefusal(reply, refusal);
    const { type, body } = await metrics.text();
    return reply.type(type).header('cache-control', 'no-store').send(body);
  });
}

function refusalOfAddress({ headers, socket }: FastifyRequest): SessionRefusal | undefined {
  const passedOn = PROXY_HEADERS.some((name) => headers[name] !== undefined);
  return !passedOn && isThisMachine(socket.remoteAddress ?? '') ? undefined : 'notAllowed';
}

function refusalOfToken({ headers }: FastifyRequest, token: string): SessionRefusal | undefined {
  // Hashes have one length, and comparing them takes the same time however much of the token is right.
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  const right = timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${token}`));
  return right ? undefined : 'unauthorised';
}

/** IPv4 reaches a socket that listens on IPv6 as ::ffff:127.0.0.1; the list knows that form too. */
export function isThisMachine(address: string): boolean {
  return thisMachine.check(address, address.includes(':') ? 'ipv6' : 'ipv4');
}
