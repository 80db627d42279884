// The tasks behind the scripts of package.json: what each needs before it runs, and what it runs with Node 24.
// `browser`, `services`, `office`, `engines`: programs that it starts. `build`: 'none', 'stale' (only when its inputs have changed) or 'always'.
// Several commands run side by side.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const vite = 'node_modules/vite/bin/vite.js';
const server = 'sync-server/main.ts';

const port = process.env.WSPOLNIE_PORT ?? '8080';

/** Beside a running `npm start`: a port and data of its own, and vite's address for links and the origin check. */
const development = {
  WSPOLNIE_PORT: process.env.WSPOLNIE_PORT ?? '8081',
  WSPOLNIE_DATA: process.env.WSPOLNIE_DATA ?? join(root, 'data', 'dev'),
  WSPOLNIE_PUBLIC_URL: 'http://localhost:5173',
  WSPOLNIE_ALLOWED_ORIGINS: 'http://localhost:5173,http://127.0.0.1:5173',
  WSPOLNIE_DIST: join(root, '.stamps', 'no-build'),
};

export const tasks = {
  start: { build: 'stale', browser: false, commands: [[server]] },
  demo: {
    build: 'stale',
    browser: false,
    commands: [[server]],
    note: `The sample partnership: ${process.env.WSPOLNIE_PUBLIC_URL ?? `http://localhost:${port}`}/?example`,
  },
  dev: { build: 'none', browser: false, commands: [[server], [vite]], env: development },
  build: { build: 'always', browser: false, commands: [] },
  test: {
    build: 'none',
    browser: true,
    services: true,
    office: true,
    engines: true,
    commands: [['tests/run.ts']],
  },
  'test:engines': { build: 'none', browser: false, engines: true, commands: [['tests/run.ts', 'engines']] },
  admin: { build: 'none', browser: false, commands: [['sync-server/admin.ts']] },
  pictures: { build: 'stale', browser: true, commands: [['tests/pictures/run.ts']] },
  freeze: { build: 'none', browser: false, commands: [['tests/compat/freeze.ts']] },
  fuzz: { build: 'none', browser: false, commands: [['tests/fuzz/run.ts']] },
  'bench:durability': {
    build: 'stale',
    browser: true,
    services: true,
    commands: [['tests/bench/durability.ts']],
  },
  'bench:scale': { build: 'none', browser: false, services: true, commands: [['tests/bench/scale.ts']] },
  'bench:visit': { build: 'none', browser: false, commands: [['tests/bench/visit.ts']] },
  'bench:relay': { build: 'none', browser: false, commands: [['tests/bench/relay.ts']] },
  'bench:soak': { build: 'none', browser: false, commands: [['tests/bench/soak.ts']] },
  'bench:hostile': { build: 'none', browser: false, commands: [['tests/bench/hostile.ts']] },
  'bench:plan': { build: 'stale', browser: true, commands: [['tests/bench/plan.ts']] },
  'bench:client': { build: 'stale', browser: true, commands: [['tests/bench/client.ts']] },
};

export const taskNames = Object.keys(tasks);
