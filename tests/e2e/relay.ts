// The real server as a process of its own for the browser tests: it serves the built app, keeps its port and its data
// over a SIGKILL, and starts again with both.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ServerProcess, freePort, startProcess } from '../bench/durability/serverProcess.ts';

export interface Relay {
  /** "http://localhost:41000", without a slash at its end. */
  readonly url: string;
  /** The link for the first coordinator, as the first start printed it. */
  readonly firstLink: string;
  /** SIGKILL: nothing answers at the address any more. */
  readonly kill: () => Promise<void>;
  /** Starts it again with the same data, port and, unless told otherwise, the same build of the app; `program` may be another server. */
  readonly start: (dist?: string, program?: string) => Promise<void>;
  /** Ends it and removes its data. */
  readonly close: () => Promise<void>;
}

/** `dist` is the folder of the built app; the repository's own unless told. */
export async function startRelay(dist?: string): Promise<Relay> {
  const data = await mkdtemp(join(tmpdir(), 'wspolnie-relay-'));
  const port = await freePort();
  let folder = dist;
  const launch = (ready: string, program = 'sync-server/main.ts'): Promise<ServerProcess> =>
    startProcess(
      program,
      {
        WSPOLNIE_PORT: String(port),
        WSPOLNIE_DATA: data,
        WSPOLNIE_LOG_LEVEL: 'silent',
        ...(folder === undefined ? {} : { WSPOLNIE_DIST: folder }),
      },
      ready,
    );
  let running = await launch('#join=');
  const firstLink = /https?:\S+#join=\S+/.exec(running.output())?.[0];
  if (firstLink === undefined) throw new Error(`no first link in:\n${running.output()}`);
  return {
    url: new URL(firstLink).origin,
    firstLink,
    kill: () => running.kill(),
    start: async (nextDist, program) => {
      folder = nextDist ?? folder;
      running = await launch('Wspólnie: http', program);
    },
    close: async () => {
      await running.kill();
      await rm(data, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
