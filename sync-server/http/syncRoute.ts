// POST /sync: one exchange in one round trip. What is refused as a whole is JSON with a reason; refusals of single documents
// are inside the answer.

import type { FastifyInstance } from 'fastify';
import { decodeSyncRequest, encodeSyncResponse, SYNC_MEDIA_TYPE } from '../../src/schema/wire.ts';
import type { Exchange } from '../exchange.ts';
import { admitCaller, admittedCaller, type AdmissionParts } from './admittedCaller.ts';
import { sendRefusal } from './refusals.ts';

export function addSyncRoute(app: FastifyInstance, parts: AdmissionParts, exchange: Exchange): void {
  app.addContentTypeParser(SYNC_MEDIA_TYPE, { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body);
  });
  app.post('/sync', admitCaller(parts), async (request, reply) => {
    if (!(request.body instanceof Uint8Array)) return sendRefusal(reply, 'malformed');
    const caller = admittedCaller(request);
    if (!parts.requests.takeLength(caller.member, request.body.length)) return sendRefusal(reply, 'tooOften');
    const decoded = decodeSyncRequest(request.body);
    if (decoded.kind === 'refused') return sendRefusal(reply, decoded.reason);
    const { response } = await exchange.run(caller, decoded.request);
    const body = encodeSyncResponse(response);
    return reply
      .type(SYNC_MEDIA_TYPE)
      .header('cache-control', 'no-store')
      .send(Buffer.from(body.buffer, body.byteOffset, body.byteLength));
  });
}
