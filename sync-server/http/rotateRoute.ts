// POST /rotate: a rebuilt document takes the place of the one it was built from.

import type { FastifyInstance } from 'fastify';
import { decodeRotation } from '../../src/schema/rotation.ts';
import { type RotatingParts, rotate } from '../rotating.ts';
import { admitCaller, admittedCaller, type AdmissionParts } from './admittedCaller.ts';
import { sendAnswer, sendRefusal } from './refusals.ts';

/** The body has the media type of the exchange, whose route reads it as bytes. */
export function addRotateRoute(app: FastifyInstance, callers: AdmissionParts, parts: RotatingParts): void {
  app.post('/rotate', admitCaller(callers), async (request, reply) => {
    const rotation = request.body instanceof Uint8Array ? decodeRotation(request.body) : undefined;
    if (rotation === undefined) return sendRefusal(reply, 'malformed');
    reply.header('cache-control', 'no-store');
    return sendAnswer(reply, await rotate(admittedCaller(request), rotation, parts));
  });
}
