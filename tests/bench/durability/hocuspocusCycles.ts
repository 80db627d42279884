// The same cycle against the peer: edit, its acknowledgement, SIGKILL, restart. Its loss is reported, not judged.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HocuspocusProvider } from '@hocuspocus/provider';
import * as Y from 'yjs';
import type { CycleResult } from './relayCycles.ts';
import { freePort, startProcess } from './serverProcess.ts';

const PATIENCE_MS = 10_000;

export async function hocuspocusCycles(cycles: number, tell: (done: number) => void): Promise<CycleResult> {
  const folder = await mkdtemp(join(tmpdir(), 'wspolnie-peer-'));
  const port = await freePort();
  const environment = { PEER_PORT: String(port), PEER_FILE: join(folder, 'peer.sqlite') };
  const start = () => startProcess('tests/bench/durability/hocuspocusServer.ts', environment, 'peer ready');
  let server = await start();
  let lost = 0;
  try {
    for (let cycle = 0; cycle < cycles; cycle += 1) {
      const key = `${cycle}`;
      // A document each, so that a later edit cannot bring an earlier one back.
      const writer = await connect(port, key);
      writer.document.getMap('test').set(key, key);
      await until(writer, 'unsyncedChanges', () => writer.unsyncedChanges === 0);
      await server.kill();
      writer.destroy();
      server = await start();
      const reader = await connect(port, key);
      if (!reader.document.getMap('test').has(key)) lost += 1;
      reader.destroy();
      tell(cycle + 1);
    }
    return { cycles, acknowledged: cycles, lost };
  } finally {
    await server.kill();
    await rm(folder, { recursive: true, force: true });
  }
}

async function connect(port: number, name: string): Promise<HocuspocusProvider> {
  const provider = new HocuspocusProvider({ url: `ws://127.0.0.1:${port}`, name, document: new Y.Doc() });
  await until(provider, 'synced', () => provider.isSynced);
  return provider;
}

async function until(provider: HocuspocusProvider, event: string, holds: () => boolean): Promise<void> {
  if (holds()) return;
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`the peer does not answer: ${event}`)), PATIENCE_MS);
    provider.on(event, () => {
      if (!holds()) return;
      clearTimeout(late);
      resolve();
    });
  });
}
