// Serves the built app: precompressed files, hashed ones for ever, the page and the service worker always asked for anew.
// Where no app is built the server is a relay only.

import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { sendRefusal } from './refusals.ts';

const FOR_EVER = 'public, max-age=31536000, immutable';
/** Kept, and asked for anew each time; unchanged ones cost one small answer. */
const ASK_ANEW = 'no-cache';

export async function addAppFiles(app: FastifyInstance, distFolder: string): Promise<void> {
  const built = existsSync(join(distFolder, 'index.html'));
  if (built) {
    const { default: fastifyStatic } = await import('@fastify/static');
    await app.register(fastifyStatic, {
      root: distFolder,
      preCompressed: true,
      cacheControl: false,
      // Names in this folder carry a hash of their content.
      setHeaders: (reply, path) => {
        const hashed = path.startsWith(join(distFolder, 'assets') + sep);
        reply.header('cache-control', hashed ? FOR_EVER : ASK_ANEW);
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const page = request.method === 'GET' && request.headers.accept?.includes('text/html') === true;
    // The app's own addresses: it finds its way from the page.
    return built && page && !/\.\w+$/.test(request.url.split('?', 1)[0] ?? '')
      ? reply.header('cache-control', ASK_ANEW).sendFile('index.html')
      : sendRefusal(reply, 'unknown');
  });
}
