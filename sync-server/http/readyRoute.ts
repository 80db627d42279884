// GET /ready: whether exchanges should be sent here, for whatever stands in front. /health tells the state that is known;
// this one writes to the disk to find out.

import type { FastifyInstance } from 'fastify';

export function addReadyRoute(app: FastifyInstance, canWrite: () => boolean): void {
  app.get('/ready', (_request, reply) => {
    const ready = canWrite();
    return reply
      .code(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: ready ? 'ready' : 'storageFailed' });
  });
}
