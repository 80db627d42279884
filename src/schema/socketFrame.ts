// Frames of the one WebSocket: the same exchange as over HTTP, then live updates and awareness of any number of documents.

import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { DocumentName } from './documentName.ts';
import { readDocumentName, writeDocumentName } from './wire.ts';

export type ClientFrame =
  /** First frame of a connection: the token of a session. */
  | { readonly kind: 'authenticate'; readonly token: string }
  /** `body` is an encoded SyncRequest; the documents in it are followed live from then on. */
  | { readonly kind: 'exchange'; readonly request: number; readonly body: Uint8Array }
  | { readonly kind: 'awareness'; readonly name: DocumentName; readonly body: Uint8Array }
  | { readonly kind: 'ping' };

export type ServerFrame =
  | { readonly kind: 'ready'; readonly incarnation: string }
  /** `body` is an encoded SyncResponse to the exchange of that number. */
  | { readonly kind: 'exchanged'; readonly request: number; readonly body: Uint8Array }
  /** A committed update of another device: follows on cursor `after`, and leads to cursor `cursor`. A client whose cursor is not `after` exchanges. */
  | {
      readonly kind: 'changed';
      readonly name: DocumentName;
      readonly after: number;
      readonly cursor: number;
      readonly update: Uint8Array;
    }
  | { readonly kind: 'awareness'; readonly name: DocumentName; readonly body: Uint8Array }
  | { readonly kind: 'pong' };

/** Close codes of the socket, beside the standard ones. */
export const SOCKET_CLOSE = {
  /** Token missing, broken or expired: take a new one and come back. */
  unauthorised: 4401,
  /** The device or member was taken off. */
  revoked: 4403,
  malformed: 4400,
  tooLarge: 4413,
  /** The server speaks a newer protocol. */
  appTooOld: 4426,
  /** The app speaks a newer protocol. */
  serverTooOld: 4505,
} as const;

const AUTHENTICATE = 1;
const EXCHANGE = 2;
const AWARENESS = 3;
const PING = 4;
const CHANGED = 5;

export function encodeClientFrame(frame: ClientFrame): Uint8Array {
  return encoding.encode((encoder) => {
    switch (frame.kind) {
      case 'authenticate':
        encoding.writeUint8(encoder, AUTHENTICATE);
        encoding.writeVarString(encoder, frame.token);
        return;
      case 'exchange':
        encoding.writeUint8(encoder, EXCHANGE);
        encoding.writeVarUint(encoder, frame.request);
        encoding.writeVarUint8Array(encoder, frame.body);
        return;
      case 'awareness':
        encoding.writeUint8(encoder, AWARENESS);
        writeDocumentName(encoder, frame.name);
        encoding.writeVarUint8Array(encoder, frame.body);
        return;
      case 'ping':
        encoding.writeUint8(encoder, PING);
    }
  });
}

export function encodeServerFrame(frame: ServerFrame): Uint8Array {
  return encoding.encode((encoder) => {
    switch (frame.kind) {
      case 'ready':
        encoding.writeUint8(encoder, AUTHENTICATE);
        encoding.writeVarString(encoder, frame.incarnation);
        return;
      case 'exchanged':
        encoding.writeUint8(encoder, EXCHANGE);
        encoding.writeVarUint(encoder, frame.request);
        encoding.writeVarUint8Array(encoder, frame.body);
        return;
      case 'awareness':
        encoding.writeUint8(encoder, AWARENESS);
        writeDocumentName(encoder, frame.name);
        encoding.writeVarUint8Array(encoder, frame.body);
        return;
      case 'pong':
        encoding.writeUint8(encoder, PING);
        return;
      case 'changed':
        encoding.writeUint8(encoder, CHANGED);
        writeDocumentName(encoder, frame.name);
        encoding.writeVarUint(encoder, frame.after);
        encoding.writeVarUint(encoder, frame.cursor);
        encoding.writeVarUint8Array(encoder, frame.update);
    }
  });
}

export function decodeClientFrame(bytes: Uint8Array): ClientFrame | undefined {
  return whole(bytes, (decoder, type): ClientFrame | undefined => {
    switch (type) {
      case AUTHENTICATE:
        return { kind: 'authenticate', token: decoding.readVarString(decoder) };
      case EXCHANGE:
        return {
          kind: 'exchange',
          request: decoding.readVarUint(decoder),
          body: decoding.readVarUint8Array(decoder),
        };
      case AWARENESS:
        return {
          kind: 'awareness',
          name: readDocumentName(decoder),
          body: decoding.readVarUint8Array(decoder),
        };
      case PING:
        return { kind: 'ping' };
      default:
        return undefined;
    }
  });
}

export function decodeServerFrame(bytes: Uint8Array): ServerFrame | undefined {
  return whole(bytes, (decoder, type): ServerFrame | undefined => {
    switch (type) {
      case AUTHENTICATE:
        return { kind: 'ready', incarnation: decoding.readVarString(decoder) };
      case EXCHANGE:
        return {
          kind: 'exchanged',
          request: decoding.readVarUint(decoder),
          body: decoding.readVarUint8Array(decoder),
        };
      case AWARENESS:
        return {
          kind: 'awareness',
          name: readDocumentName(decoder),
          body: decoding.readVarUint8Array(decoder),
        };
      case PING:
        return { kind: 'pong' };
      case CHANGED:
        return {
          kind: 'changed',
          name: readDocumentName(decoder),
          after: decoding.readVarUint(decoder),
          cursor: decoding.readVarUint(decoder),
          update: decoding.readVarUint8Array(decoder),
        };
      default:
        return undefined;
    }
  });
}

function whole<Frame>(
  bytes: Uint8Array,
  read: (decoder: decoding.Decoder, type: number) => Frame | undefined,
): Frame | undefined {
  try {
    const decoder = decoding.createDecoder(bytes);
    const frame = read(decoder, decoding.readUint8(decoder));
    return decoding.hasContent(decoder) ? undefined : frame;
  } catch {
    return undefined;
  }
}
