// The clients of the load, one small one for each server: no document in memory, only frames, so that a generator costs
// little beside what it measures. Each is a socket with one document.

import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import WebSocket from 'ws';
import type { DocumentName } from '../../../src/schema/documentName.ts';
import { decodeServerFrame, encodeClientFrame } from '../../../src/schema/socketFrame.ts';
import { SCHEMA_VERSION } from '../../../src/schema/version.ts';
import { decodeSyncResponse, encodeSyncRequest } from '../../../src/schema/wire.ts';

/** Whose protocol is spoken: that of the relay, of Hocuspocus, of y-websocket. */
export type Protocol = 'wspolnie' | 'hocuspocus' | 'yWebsocket';

export interface Place {
  readonly document: DocumentName;
  /** Of a session; the peers ask for none. */
  readonly token: string;
}

export interface WireEvents {
  /** The server's word for the oldest update that has none yet. */
  readonly onAcknowledged: () => void;
  /** An update of somebody else has come. */
  readonly onChanged: () => void;
  readonly onClosed: (code: number) => void;
  /** Bytes of each frame that came. */
  readonly onBytes?: (count: number) => void;
}

export interface WireClient {
  /** Updates that may be under way at once. */
  readonly window: number;
  /** v2 for the relay, v1 for the peers. */
  readonly send: (update: Uint8Array) => void;
  readonly close: () => void;
}

/** Resolves once the document is followed. */
export function openWire(
  protocol: Protocol,
  port: number,
  place: Place,
  events: WireEvents,
): Promise<WireClient> {
  switch (protocol) {
    case 'wspolnie':
      return openRelay(port, place, events);
    case 'hocuspocus':
      return openHocuspocus(port, place, events);
    case 'yWebsocket':
      return openYWebsocket(port, place, events);
  }
}

type Receive = (bytes: Buffer, ready: () => void, socket: WebSocket) => void;

function connect(url: string, events: WireEvents, onOpen: (socket: WebSocket) => void, receive: Receive) {
  return new Promise<WebSocket>((resolve, reject) => {
    // Browsers pack every frame, however small, where the server lets them.
    const socket = new WebSocket(url, { perMessageDeflate: { threshold: 0 } });
    socket.on('open', () => onOpen(socket));
    socket.on('message', (bytes: Buffer) => {
      events.onBytes?.(bytes.length);
      receive(bytes, () => resolve(socket), socket);
    });
    socket.on('error', reject);
    socket.on('close', (code) => {
      reject(new Error(`closed with ${code}`));
      events.onClosed(code);
    });
  });
}

const NOTHING = new Uint8Array();

/** As the app does: one exchange at a time, each from the position that the last answer gave. */
async function openRelay(port: number, { document, token }: Place, events: WireEvents): Promise<WireClient> {
  let cursor = 0;
  let incarnation = '';
  let request = 0;
  const exchange = (to: WebSocket, update: Uint8Array): void => {
    request += 1;
    const documents = [{ name: document, cursor, stateVector: NOTHING, update }];
    const body = encodeSyncRequest({
      schemaVersion: SCHEMA_VERSION,
      incarnation,
      room: 1_000_000,
      documents,
    });
    to.send(encodeClientFrame({ kind: 'exchange', request, body }));
  };
  const socket = await connect(
    `ws://127.0.0.1:${port}/socket`,
    events,
    (opened) => {
      opened.send(encodeClientFrame({ kind: 'authenticate', token }));
      exchange(opened, NOTHING);
    },
    (bytes, ready, opened) => {
      const frame = decodeServerFrame(bytes);
      if (frame?.kind === 'changed') {
        if (frame.after === cursor) cursor = frame.cursor;
        events.onChanged();
        return;
      }
      if (frame?.kind !== 'exchanged') return;
      const response = decodeSyncResponse(frame.body);
      const answer = response?.documents[0];
      if (response === undefined || answer === undefined) throw new Error('no answer of the relay');
      incarnation = response.incarnation;
      cursor = answer.cursor;
      if (answer.result.kind === 'receipt') events.onAcknowledged();
      else if (answer.result.kind === 'refused') throw new Error(`refused: ${answer.result.reason}`);
      else if (answer.completeness === 'whole') ready();
      else exchange(opened, NOTHING);
    },
  );
  return { window: 1, send: (update) => exchange(socket, update), close: () => socket.terminate() };
}

/** Numbers of the messages of Hocuspocus 4 and of y-protocols. */
const SYNC = 0;
const AUTH = 2;
const SYNC_STATUS = 8;
const STEP_1 = 0;
const STEP_2 = 1;
const UPDATE = 2;
/** An empty state vector, v1. */
const NO_STATE = Uint8Array.of(0);

async function openHocuspocus(port: number, { document }: Place, events: WireEvents): Promise<WireClient> {
  const message = (write: (encoder: encoding.Encoder) => void): Uint8Array =>
    encoding.encode((encoder) => {
      encoding.writeVarString(encoder, document);
      write(encoder);
    });
  const socket = await connect(
    `ws://127.0.0.1:${port}`,
    events,
    (opened) => {
      opened.send(
        message((encoder) => {
          encoding.writeVarUint(encoder, AUTH);
          encoding.writeVarUint(encoder, 0);
          encoding.writeVarString(encoder, '');
          encoding.writeVarString(encoder, '4.7.0');
        }),
      );
      opened.send(message((encoder) => writeSync(encoder, STEP_1, NO_STATE)));
    },
    (bytes, ready) => {
      const decoder = decoding.createDecoder(bytes);
      decoding.readVarString(decoder);
      const type = decoding.readVarUint(decoder);
      if (type === SYNC_STATUS) events.onAcknowledged();
      if (type !== SYNC) return;
      const step = decoding.readVarUint(decoder);
      if (step === STEP_2) ready();
      if (step === UPDATE) events.onChanged();
    },
  );
  return {
    window: Number.POSITIVE_INFINITY,
    send: (update) => socket.send(message((encoder) => writeSync(encoder, UPDATE, update))),
    close: () => socket.terminate(),
  };
}

/** It acknowledges nothing; that it sends an update back to its writer too shows that the update is in its memory. */
async function openYWebsocket(port: number, { document }: Place, events: WireEvents): Promise<WireClient> {
  const socket = await connect(
    `ws://127.0.0.1:${port}/${document}`,
    events,
    (opened) => opened.send(encoding.encode((encoder) => writeSync(encoder, STEP_1, NO_STATE))),
    (bytes, ready) => {
      const decoder = decoding.createDecoder(bytes);
      if (decoding.readVarUint(decoder) !== SYNC) return;
      const step = decoding.readVarUint(decoder);
      if (step === STEP_2) ready();
      if (step !== UPDATE) return;
      events.onAcknowledged();
      events.onChanged();
    },
  );
  return {
    window: Number.POSITIVE_INFINITY,
    send: (update) => socket.send(encoding.encode((encoder) => writeSync(encoder, UPDATE, update))),
    close: () => socket.terminate(),
  };
}

function writeSync(encoder: encoding.Encoder, step: number, content: Uint8Array): void {
  encoding.writeVarUint(encoder, SYNC);
  encoding.writeVarUint(encoder, step);
  encoding.writeVarUint8Array(encoder, content);
}
