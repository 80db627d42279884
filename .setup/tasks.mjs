// The tasks behind the scripts of package.json: what each needs before it runs, and what it runs with Node 24.
// `build`: 'none', 'stale' (only when its inputs have changed) or 'always'. Several commands run side by side.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const vite = 'node_modules/vite/bin/vite.js';
const server = 'sync-server/main.ts';

export const tasks = {
  start: { build: 'stale', browser: false, commands: [[server]] },
  demo: { build: 'stale', browser: false, commands: [[server, '--demo']] },
  dev: { build: 'none', browser: false, commands: [[server, '--dev'], [vite]] },
  build: { build: 'always', browser: false, commands: [] },
  test: { build: 'none', browser: true, commands: [['tests/run.ts']] },
  pictures: { build: 'stale', browser: true, commands: [['tests/pictures/run.ts']] },
  'bench:durability': { build: 'stale', browser: true, commands: [['tests/bench/durability.ts']] },
  'bench:client': { build: 'stale', browser: true, commands: [['tests/bench/client.ts']] },
};

export const taskNames = Object.keys(tasks);
