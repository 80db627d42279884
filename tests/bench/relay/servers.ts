// The servers that are measured, each a process of its own with data of its own: the relay, a stock Hocuspocus, the same with
// a store before its acknowledgement, y-websocket's server.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { documentName } from '../../../src/schema/documentName.ts';
import { TestDevice } from '../../sync-server/testDevice.ts';
import { freePort, type ServerProcess, startProcess } from '../durability/serverProcess.ts';
import type { Place, Protocol } from './wire.ts';

export const SERVERS = ['wspolnie', 'hocuspocus', 'hocuspocusDurable', 'yWebsocket'] as const;
export type ServerName = (typeof SERVERS)[number];

export interface Server {
  readonly protocol: Protocol;
  readonly port: number;
  readonly pid: number;
  readonly output: () => string;
  /** So many documents, each with somebody who may write it. */
  readonly places: (count: number) => Promise<readonly Place[]>;
  /** Ends it and removes its data. */
  readonly stop: () => Promise<void>;
}

export interface ServerOptions {
  /** Options of Node. */
  readonly node?: readonly string[];
  /** Of the relay's limits on members: out of the way, unless their defaults are what is measured. */
  readonly limits?: 'raised' | 'default';
}

export async function startServer(name: ServerName, options: ServerOptions = {}): Promise<Server> {
  switch (name) {
    case 'wspolnie':
      return startRelay(options);
    case 'hocuspocus':
      return startPeer('hocuspocus', 'tests/bench/durability/hocuspocusServer.ts', 'peer ready', {}, options);
    case 'hocuspocusDurable':
      return startPeer(
        'hocuspocus',
        'tests/bench/durability/hocuspocusServer.ts',
        'peer ready',
        { PEER_STORES: 'beforeAcknowledging' },
        options,
      );
    case 'yWebsocket':
      return startPeer(
        'yWebsocket',
        'node_modules/@y/websocket-server/src/server.js',
        'running at',
        { HOST: '127.0.0.1' },
        options,
      );
  }
}

const RAISED = {
  WSPOLNIE_MAX_REQUESTS_PER_MINUTE: '1000000',
  WSPOLNIE_MAX_CONNECTIONS_PER_MEMBER: '100000',
  WSPOLNIE_MAX_DOCUMENTS_PER_MEMBER: '1000000',
};

export interface Relay extends Server {
  readonly coordinator: TestDevice;
  /** Joins as a librarian, who may begin partnerships. */
  readonly librarian: () => Promise<TestDevice>;
  /** Ends the process and starts it again with the same data: nothing of before is in its memory. */
  readonly restart: () => Promise<void>;
}

export async function startRelay({ node = [], limits = 'raised' }: ServerOptions = {}): Promise<Relay> {
  const folder = await mkdtemp(join(tmpdir(), 'wspolnie-bench-'));
  const port = await freePort();
  const launch = (ready: string): Promise<ServerProcess> =>
    startProcess(
      'sync-server/main.ts',
      {
        ...(limits === 'raised' ? RAISED : {}),
        WSPOLNIE_PORT: String(port),
        WSPOLNIE_DATA: folder,
        WSPOLNIE_DIST: '/nowhere',
        WSPOLNIE_LOG_LEVEL: 'warn',
      },
      ready,
      node,
    );
  let running = await launch('#join=');
  const first = /#join=(\S+)/.exec(running.output())?.[1];
  if (first === undefined) throw new Error(`no first link in:\n${running.output()}`);
  const coordinator = await (await TestDevice.create(port)).join(first);
  const librarian = async (): Promise<TestDevice> =>
    (await TestDevice.create(port)).join(await coordinator.invite('programme', 'librarian'));
  let begun = 0;
  return {
    protocol: 'wspolnie',
    port,
    get pid() {
      return running.pid;
    },
    output: () => running.output(),
    coordinator,
    librarian,
    places: async (count) => {
      const places: Place[] = [];
      while (places.length < count) {
        begun += 1;
        const document = documentName('partnership', `bench-${begun}`);
        const device = await librarian();
        // Whoever first writes a document of a partnership begins it.
        device.write(document, 'begun', 'yes');
        await device.sync();
        places.push({ document, token: device.token });
      }
      return places;
    },
    restart: async () => {
      await running.kill();
      running = await launch('Wspólnie: http');
    },
    stop: async () => {
      await running.kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function startPeer(
  protocol: Protocol,
  program: string,
  ready: string,
  environment: Readonly<Record<string, string>>,
  { node = [] }: ServerOptions,
): Promise<Server> {
  const folder = await mkdtemp(join(tmpdir(), 'wspolnie-peer-'));
  const port = await freePort();
  const running = await startProcess(
    program,
    { PEER_PORT: String(port), PEER_FILE: join(folder, 'peer.sqlite'), PORT: String(port), ...environment },
    ready,
    node,
  );
  let begun = 0;
  return {
    protocol,
    port,
    pid: running.pid,
    output: running.output,
    places: async (count) =>
      Array.from({ length: count }, () => {
        begun += 1;
        return { document: documentName('partnership', `bench-${begun}`), token: '' };
      }),
    stop: async () => {
      await running.kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
