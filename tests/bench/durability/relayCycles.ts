// Cycles against the relay: edit, receipt, SIGKILL of the process at once, restart. Everything a receipt was given for must
// be there for a client that starts from nothing.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as Y from 'yjs';
import { documentName } from '../../../src/schema/documentName.ts';
import { TestDevice } from '../../sync-server/testDevice.ts';
import { freePort, type ServerProcess, startProcess } from './serverProcess.ts';

export interface CycleResult {
  readonly cycles: number;
  /** Edits that were acknowledged. */
  readonly acknowledged: number;
  /** Acknowledged edits that were not there after a restart. */
  readonly lost: number;
}

const DOCUMENT = documentName('partnership', 'bench');

/** `random` yields numbers from 0 to 1; it decides how many edits come before each kill. */
export async function relayCycles(
  cycles: number,
  random: () => number,
  tell: (done: number) => void,
): Promise<CycleResult> {
  const folder = await mkdtemp(join(tmpdir(), 'wspolnie-relay-'));
  const port = await freePort();
  const start = (ready: string): Promise<ServerProcess> =>
    startProcess(
      'sync-server/main.ts',
      {
        WSPOLNIE_PORT: String(port),
        WSPOLNIE_DATA: folder,
        WSPOLNIE_DIST: '/nowhere',
        WSPOLNIE_LOG_LEVEL: 'silent',
      },
      ready,
    );
  let server = await start('#join=');
  try {
    const device = await joinFirst(port, server.output());
    const acknowledged = new Set<string>();
    const lost = new Set<string>();
    for (let cycle = 0; cycle < cycles; cycle += 1) {
      const edits = 1 + Math.floor(random() * 3);
      for (let edit = 0; edit < edits; edit += 1) {
        const key = `${cycle}.${edit}`;
        device.write(DOCUMENT, key, key);
        const result = (await device.sync()).get(DOCUMENT);
        if (result?.kind !== 'receipt')
          throw new Error(`no receipt in cycle ${cycle}: ${JSON.stringify(result)}`);
        acknowledged.add(key);
      }
      await server.kill();
      server = await start('Wspólnie: http');
      const there = await readAll(device);
      for (const key of acknowledged) if (!there.has(key)) lost.add(key);
      tell(cycle + 1);
    }
    return { cycles, acknowledged: acknowledged.size, lost: lost.size };
  } finally {
    await server.kill();
    await rm(folder, { recursive: true, force: true });
  }
}

async function joinFirst(port: number, output: string): Promise<TestDevice> {
  const invitation = /#join=(\S+)/.exec(output)?.[1];
  if (invitation === undefined) throw new Error(`no first link in:\n${output}`);
  return (await TestDevice.create(port)).join(invitation);
}

/** The keys that a client without any state is given. */
async function readAll(device: TestDevice): Promise<ReadonlySet<string>> {
  const nothing = new Uint8Array();
  const response = await device.exchange([
    { name: DOCUMENT, cursor: 0, stateVector: nothing, update: nothing },
  ]);
  const doc = new Y.Doc();
  const update = response.documents[0]?.update;
  if (update && update.length > 0) Y.applyUpdateV2(doc, update);
  return new Set(doc.getMap('test').keys());
}
