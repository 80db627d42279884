// POST /sync: one exchange in one round trip. What is refused as a whole is JSON with a reason; refusals of single documents
// are inside the answer.

import type { FastifyInstance } from 'fastify';
import { decodeSyncRequest, encodeSyncResponse, SYNC_MEDIA_TYPE } from '../../src/schema/wire.ts';
import type { Exchange } from '../exchange.ts';
import { type CallerParts, callerOf } from './caller.ts';
import { sendRefusal } from './refusals.ts';

export function addSyncRoute(app: FastifyInstance, callers: CallerParts, exchange: Exchange): void {
  app.addContentTypeParser(SYNC_MEDIA_TYPE, { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body);
  });
  app.post('/sync', async (request, reply) => {
    const authentication = await callerOf(request, callers);
    if (authentication.kind === 'refused') return sendRefusal(reply, authentication.reason);
    if (!(request.body instanceof Uint8Array)) return sendRefusal(reply, 'malformed');
    const decoded = decodeSyncRequest(request.body);
    if (decoded.kind === 'refused') return sendRefusal(reply, decoded.reason);
    const { response } = await exchange.run(authentication.caller, decoded.request);
    const body = encodeSyncResponse(response);
    return reply
      .type(SYNC_MEDIA_TYPE)
      .header('cache-control', 'no-store')
      .send(Buffer.from(body.buffer, body.byteOffset, body.byteLength));
  });
}
