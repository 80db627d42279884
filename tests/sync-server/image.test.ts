// The container image, held to what can be checked without an engine: what it copies is enough to start the relay, and what it
// and the compose file set are variables that the relay knows.

import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { RelayProcess } from './relayProcess.ts';

const root = join(import.meta.dirname, '..', '..');
const read = (file: string): string => readFileSync(join(root, 'sync-server', file), 'utf8');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wspolnie-image-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('what the image holds starts as a relay', async () => {
  const copied = [...read('Dockerfile').matchAll(/^COPY --from=build \/wspolnie\/(\S+) \.\/(\S+)?$/gm)];
  expect(copied.length).toBeGreaterThan(4);
  for (const [, from = ''] of copied) {
    // The packages are the same, and many; the app is built elsewhere.
    if (from === 'node_modules') symlinkSync(join(root, from), join(folder, from));
    else if (from !== 'dist') cpSync(join(root, from), join(folder, from), { recursive: true });
  }
  const relay = new RelayProcess(
    { WSPOLNIE_DATA: join(folder, 'data') },
    join(folder, 'sync-server/main.ts'),
  );
  const answer = await fetch(`http://127.0.0.1:${await relay.port()}/ready`);
  expect(answer.status).toBe(200);
  expect((await relay.kill('SIGTERM')).code).toBe(0);
}, 60_000);

it('the variables that image and compose file set are variables of the relay', () => {
  const known = new Set(read('config.ts').match(/WSPOLNIE_[A-Z_]+/g));
  const used = new Set(`${read('Dockerfile')}${read('compose.yaml')}`.match(/WSPOLNIE_[A-Z_]+/g));
  expect(used.size).toBeGreaterThan(5);
  expect([...used].filter((name) => !known.has(name))).toEqual([]);
});
