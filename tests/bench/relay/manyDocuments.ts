// Any number of documents followed on one socket of the relay, in as few exchanges as the protocol allows.

import WebSocket from 'ws';
import type { DocumentName } from '../../../src/schema/documentName.ts';
import { decodeServerFrame, encodeClientFrame } from '../../../src/schema/socketFrame.ts';
import { SCHEMA_VERSION } from '../../../src/schema/version.ts';
import {
  decodeSyncResponse,
  encodeSyncRequest,
  MAX_DOCUMENTS_PER_REQUEST,
} from '../../../src/schema/wire.ts';

const NOTHING = new Uint8Array();
/** Of what an answer brings: a device that starts from nothing gives the most. */
const ROOM = 4_000_000;

/** Resolves once every document was answered whole. */
export async function subscribeAll(
  port: number,
  token: string,
  incarnation: string,
  names: readonly DocumentName[],
): Promise<{ readonly close: () => void }> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/socket`);
  const left = [...names];
  await new Promise<void>((resolve, reject) => {
    const ask = (): void => {
      const asked = left.splice(0, MAX_DOCUMENTS_PER_REQUEST);
      const documents = asked.map((name) => ({ name, cursor: 0, stateVector: NOTHING, update: NOTHING }));
      const body = encodeSyncRequest({ schemaVersion: SCHEMA_VERSION, incarnation, room: ROOM, documents });
      socket.send(encodeClientFrame({ kind: 'exchange', request: 1, body }));
    };
    socket.on('open', () => socket.send(encodeClientFrame({ kind: 'authenticate', token })));
    socket.on('message', (bytes: Buffer) => {
      const frame = decodeServerFrame(bytes);
      if (frame?.kind === 'exchanged')
        for (const { name, completeness } of decodeSyncResponse(frame.body)?.documents ?? [])
          if (completeness !== 'whole') left.push(name);
      if (left.length === 0) resolve();
      else ask();
    });
    socket.on('error', reject);
    socket.on('close', (code) => reject(new Error(`closed with ${code}`)));
  });
  return { close: () => socket.terminate() };
}
