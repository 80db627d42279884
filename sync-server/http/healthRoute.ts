// GET /health: open to everybody, says whether the relay can store, and which one it is.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { text, object } from '../../src/schema/jsonShape.ts';
import type { Health } from '../../src/schema/session.ts';
import { WIRE_VERSION } from '../../src/schema/version.ts';

const manifestFile = join(import.meta.dirname, '..', '..', 'package.json');
const manifest: unknown = JSON.parse(readFileSync(manifestFile, 'utf8'));
const version = object<{ version: string }>({ version: text(40) })(manifest)?.version ?? 'unknown';

export interface HealthParts {
  readonly incarnation: () => string;
  readonly canStore: () => boolean;
}

export function addHealthRoute(app: FastifyInstance, { incarnation, canStore }: HealthParts): void {
  app.get('/health', (_request, reply) => {
    const status = canStore() ? 'ok' : 'storageFailed';
    const health: Health = { status, version, incarnation: incarnation(), wireVersion: WIRE_VERSION };
    return reply
      .code(status === 'ok' ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(health);
  });
}
