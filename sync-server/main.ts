// Entry of the relay: `node sync-server/main.ts`. Reads the configuration, starts, prints where to go, stops when told to.

import { flushCompileCache } from 'node:module';
import { ConfigError, readConfig } from './config.ts';
import { type RunningServer, startServer } from './server.ts';
import { StoreError } from './stores/storeError.ts';

/** Whoever stops us waits no longer than this. */
const STOP_MS = 10_000;

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const server = await startServer(config);
  // Before the lines below: whoever reads them may stop us at once.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      stopWithin(server, STOP_MS).then((code) => process.exit(code), fail);
    });
  }
  const lines = [
    `Wspólnie: ${server.url}/`,
    ...(server.firstLink === undefined ? [] : [`Pierwszy link (koordynator programu): ${server.firstLink}`]),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  // Node writes what it compiled at an end in order alone, and a process that is killed has none.
  flushCompileCache();
}

async function stopWithin(server: RunningServer, milliseconds: number): Promise<number> {
  const deadline = setTimeout(() => process.exit(1), milliseconds);
  await server.stop();
  clearTimeout(deadline);
  return 0;
}

function fail(cause: unknown): never {
  process.stderr.write(`${explain(cause)}\n`);
  process.exit(1);
}

/** What the operator can do something about, in a sentence; anything else whole. */
function explain(cause: unknown): string {
  if (cause instanceof ConfigError || cause instanceof StoreError) return cause.message;
  if (cause instanceof Error && 'code' in cause) {
    const address = `${process.env['WSPOLNIE_HOST'] ?? '127.0.0.1'}:${process.env['WSPOLNIE_PORT'] ?? '8080'}`;
    if (cause.code === 'EADDRINUSE')
      return `${address} is in use by another program; set WSPOLNIE_PORT to a free port.`;
    if (cause.code === 'EACCES')
      return `${address} may not be used by this user; set WSPOLNIE_PORT to a port above 1023.`;
    if (cause.code === 'EADDRNOTAVAIL')
      return `${address} is no address of this machine; set WSPOLNIE_HOST to one.`;
  }
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}

main().catch(fail);
