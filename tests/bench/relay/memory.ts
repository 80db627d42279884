// What documents cost a server that nobody writes to: many followed on one socket, and many sockets with a document each.

import { setTimeout as wait } from 'node:timers/promises';
import * as Y from 'yjs';
import { type DocumentName, documentName } from '../../../src/schema/documentName.ts';
import { INSPECTED, type Memory, memoryOf } from './inspected.ts';
import { subscribeAll } from './manyDocuments.ts';
import { type ServerName, startRelay, startServer } from './servers.ts';
import { openWire, type WireClient } from './wire.ts';

export interface MemoryFigures {
  readonly documents: number;
  readonly sockets: number;
  /** Milliseconds until all of them were followed. */
  readonly milliseconds: number;
  /** Bytes for each document or socket, beyond the idle server: live after collecting garbage, and resident. */
  readonly liveEach: number;
  readonly residentEach: number;
}

/** Bytes of content of a document: a partnership with a few organisations. */
const RECORDS = 20;
const RECORD_CHARACTERS = 100;
/** Opening all at once would measure the accepting of connections. */
const AT_ONCE = 50;
/** So that what the following left behind is over. */
const SETTLE_MS = 1_000;
/** A member begins partnerships by the hundred at most. */
const PER_LIBRARIAN = 250;

/** The relay with so many documents in its store, followed on one socket, then with so many sockets. */
export async function relayMemory(
  documents: number,
  sockets: number,
): Promise<{ readonly oneSocket: MemoryFigures; readonly manySockets: MemoryFigures }> {
  const relay = await startRelay({ node: INSPECTED });
  try {
    const names = Array.from({ length: Math.max(documents, sockets) }, (_each, index) =>
      documentName('partnership', `idle-${index}`),
    );
    for (let at = 0; at < names.length; at += PER_LIBRARIAN) {
      const device = await relay.librarian();
      for (const name of names.slice(at, at + PER_LIBRARIAN)) fill(device.replica(name).doc);
      await device.sync();
    }
    await relay.restart();
    // Programme staff read all partnerships.
    const { token, incarnation } = relay.coordinator;
    const before = await memoryOf(relay);
    const began = performance.now();
    const line = await subscribeAll(relay.port, token, incarnation, names.slice(0, documents));
    const oneSocket = await figures(relay, before, documents, 1, began);
    line.close();
    await relay.restart();
    const idle = await memoryOf(relay);
    const start = performance.now();
    const clients = await openAll('wspolnie', relay.port, names.slice(0, sockets), token);
    const manySockets = await figures(relay, idle, sockets, sockets, start);
    for (const client of clients) client.close();
    return { oneSocket, manySockets };
  } finally {
    await relay.stop();
  }
}

/** A peer with so many documents of the same content, a socket each. */
export async function peerMemory(
  name: Exclude<ServerName, 'wspolnie'>,
  documents: number,
): Promise<MemoryFigures> {
  const server = await startServer(name, { node: INSPECTED });
  try {
    const before = await memoryOf(server);
    const names = (await server.places(documents)).map(({ document }) => document);
    const began = performance.now();
    const clients = await openAll(server.protocol, server.port, names, '');
    for (const client of clients) {
      const doc = new Y.Doc();
      fill(doc);
      client.send(Y.encodeStateAsUpdate(doc));
    }
    const result = await figures(server, before, documents, documents, began);
    for (const client of clients) client.close();
    return result;
  } finally {
    await server.stop();
  }
}

async function figures(
  server: { readonly pid: number; readonly output: () => string },
  before: Memory,
  documents: number,
  sockets: number,
  began: number,
): Promise<MemoryFigures> {
  const milliseconds = Math.round(performance.now() - began);
  await wait(SETTLE_MS);
  const after = await memoryOf(server);
  const each = (of: keyof Memory): number => Math.round((after[of] - before[of]) / documents);
  return { documents, sockets, milliseconds, liveEach: each('live'), residentEach: each('resident') };
}

async function openAll(
  protocol: Parameters<typeof openWire>[0],
  port: number,
  names: readonly DocumentName[],
  token: string,
): Promise<readonly WireClient[]> {
  const clients: WireClient[] = [];
  const nothing = (): void => undefined;
  const events = { onAcknowledged: nothing, onChanged: nothing, onClosed: nothing };
  for (let at = 0; at < names.length; at += AT_ONCE) {
    const opening = names.slice(at, at + AT_ONCE);
    clients.push(
      ...(await Promise.all(
        opening.map((document) => openWire(protocol, port, { document, token }, events)),
      )),
    );
  }
  return clients;
}

function fill(doc: Y.Doc): void {
  doc.transact(() => {
    for (let index = 0; index < RECORDS; index += 1) {
      const record = new Y.Map<unknown>();
      doc.getMap('organisations').set(`record-${index}`, record);
      record.set('name', 'Koło Gospodyń '.padEnd(RECORD_CHARACTERS, 'i'));
      record.set('status', 'joined');
    }
  });
}

export function describeMemory(what: string, figures_: MemoryFigures): string {
  const { documents, sockets, milliseconds, liveEach, residentEach } = figures_;
  return `${what}: ${documents} documents on ${sockets} sockets followed in ${milliseconds} ms; each ${liveEach} bytes live, ${residentEach} resident`;
}
