import fastify from 'fastify';
import { expect, it } from 'vitest';
import { decodeHealth } from '../../src/schema/session.ts';
import { addHealthRoute } from '../../sync-server/http/healthRoute.ts';

it('health says when the disk takes nothing any more, and when it does again', async () => {
  const app = fastify();
  let canStore = false;
  addHealthRoute(app, { incarnation: () => 'i1', canStore: () => canStore });
  const failing = await app.inject('/health');
  expect([failing.statusCode, decodeHealth(failing.json())?.status]).toEqual([503, 'storageFailed']);
  canStore = true;
  const well = await app.inject('/health');
  expect([well.statusCode, decodeHealth(well.json())?.status]).toEqual([200, 'ok']);
});
