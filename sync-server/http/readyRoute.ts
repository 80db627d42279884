// GET /ready: whether exchanges should be sent here, for whatever stands in front. /health tells the state that is known;
// this one writes to the store to find out.

import type { FastifyInstance } from 'fastify';

export function addReadyRoute(app: FastifyInstance, canWrite: () => Promise<boolean>): void {
  app.get('/ready', async (_request, reply) => {
    const ready = await canWrite();
    return reply
      .code(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: ready ? 'ready' : 'storageFailed' });
  });
}
