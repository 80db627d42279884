// The exchange as bytes (lib0 encoding), the same over HTTP and WebSocket: see architecture, section 3.
// Decoders never trust: anything that is not exactly one well-formed message is `undefined`, and the sender is told `malformed`.

import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { type DocumentName, decodeDocumentName } from './documentName.ts';
import { REFUSAL_REASONS, type RefusalReason } from './refusal.ts';

/** Raised when the bytes of the exchange change; the server answers older ones for as long as it can. */
export const WIRE_VERSION = 1;
/** Media type of the bodies of `POST /sync`. */
export const SYNC_MEDIA_TYPE = 'application/x-wspolnie-sync';
/** Most documents in one request; a client with more sends several. */
export const MAX_DOCUMENTS_PER_REQUEST = 1_000;

export interface DocumentRequest {
  readonly name: DocumentName;
  /** Position in the server's log up to which this device holds everything; 0 for nothing. */
  readonly cursor: number;
  /** Yjs state vector (v1 encoding); empty when the device holds nothing. Used to trim what comes back. */
  readonly stateVector: Uint8Array;
  /** Yjs v2 update with all that the server has not acknowledged; empty when nothing waits. */
  readonly update: Uint8Array;
}

export interface SyncRequest {
  /** Schema version of the client's documents. */
  readonly schemaVersion: number;
  /** Incarnation of the server that the cursors are of; empty on first contact. A differing one voids the cursors. */
  readonly incarnation: string;
  readonly documents: readonly DocumentRequest[];
}

/** What became of the update that was sent. */
export type UpdateResult =
  | { readonly kind: 'none' }
  /** On the server's disk, at this position of the document's log. */
  | { readonly kind: 'receipt'; readonly seq: number }
  | { readonly kind: 'refused'; readonly reason: RefusalReason };

export interface DocumentResponse {
  readonly name: DocumentName;
  readonly result: UpdateResult;
  /** Yjs v2 update with what the device lacks; empty when nothing. */
  readonly update: Uint8Array;
  /** The cursor that holds once `update` is applied. */
  readonly cursor: number;
}

export interface SyncResponse {
  readonly incarnation: string;
  /** The server's clock, milliseconds since 1970. */
  readonly serverTime: number;
  readonly documents: readonly DocumentResponse[];
}

export function encodeSyncRequest(request: SyncRequest): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, WIRE_VERSION);
  encoding.writeVarUint(encoder, request.schemaVersion);
  encoding.writeVarString(encoder, request.incarnation);
  encoding.writeVarUint(encoder, request.documents.length);
  for (const document of request.documents) {
    encoding.writeVarString(encoder, document.name);
    encoding.writeVarUint(encoder, document.cursor);
    encoding.writeVarUint8Array(encoder, document.stateVector);
    encoding.writeVarUint8Array(encoder, document.update);
  }
  return encoding.toUint8Array(encoder);
}

export type DecodedSyncRequest =
  | { readonly kind: 'request'; readonly request: SyncRequest }
  | { readonly kind: 'refused'; readonly reason: 'malformed' | 'appTooOld' | 'tooLarge' };

export function decodeSyncRequest(bytes: Uint8Array): DecodedSyncRequest {
  const decoded = whole(bytes, (decoder): DecodedSyncRequest => {
    if (decoding.readVarUint(decoder) !== WIRE_VERSION) throw new UnknownVersion();
    const schemaVersion = decoding.readVarUint(decoder);
    const incarnation = decoding.readVarString(decoder);
    const count = decoding.readVarUint(decoder);
    if (count > MAX_DOCUMENTS_PER_REQUEST) throw new TooMany();
    const documents = Array.from({ length: count }, () => ({
      name: readName(decoder),
      cursor: decoding.readVarUint(decoder),
      stateVector: decoding.readVarUint8Array(decoder),
      update: decoding.readVarUint8Array(decoder),
    }));
    return { kind: 'request', request: { schemaVersion, incarnation, documents } };
  });
  if (decoded instanceof UnknownVersion) return { kind: 'refused', reason: 'appTooOld' };
  if (decoded instanceof TooMany) return { kind: 'refused', reason: 'tooLarge' };
  return decoded ?? { kind: 'refused', reason: 'malformed' };
}

export function encodeSyncResponse(response: SyncResponse): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, WIRE_VERSION);
  encoding.writeVarString(encoder, response.incarnation);
  encoding.writeVarUint(encoder, response.serverTime);
  encoding.writeVarUint(encoder, response.documents.length);
  for (const document of response.documents) {
    encoding.writeVarString(encoder, document.name);
    writeResult(encoder, document.result);
    encoding.writeVarUint8Array(encoder, document.update);
    encoding.writeVarUint(encoder, document.cursor);
  }
  return encoding.toUint8Array(encoder);
}

/** The answer of a server, or `undefined` when the bytes are no answer of ours (a captive portal, an error page). */
export function decodeSyncResponse(bytes: Uint8Array): SyncResponse | undefined {
  const decoded = whole(bytes, (decoder): SyncResponse => {
    if (decoding.readVarUint(decoder) !== WIRE_VERSION) throw new UnknownVersion();
    const incarnation = decoding.readVarString(decoder);
    const serverTime = decoding.readVarUint(decoder);
    const count = decoding.readVarUint(decoder);
    if (count > MAX_DOCUMENTS_PER_REQUEST) throw new TooMany();
    const documents = Array.from({ length: count }, () => ({
      name: readName(decoder),
      result: readResult(decoder),
      update: decoding.readVarUint8Array(decoder),
      cursor: decoding.readVarUint(decoder),
    }));
    return { incarnation, serverTime, documents };
  });
  return decoded instanceof Error ? undefined : decoded;
}

class UnknownVersion extends Error {}
class TooMany extends Error {}

/** Decodes one message that fills the bytes; a version or count that we know to be ours to name is handed back. */
function whole<Message>(
  bytes: Uint8Array,
  read: (decoder: decoding.Decoder) => Message,
): Message | UnknownVersion | TooMany | undefined {
  try {
    const decoder = decoding.createDecoder(bytes);
    const message = read(decoder);
    return decoding.hasContent(decoder) ? undefined : message;
  } catch (cause) {
    return cause instanceof UnknownVersion || cause instanceof TooMany ? cause : undefined;
  }
}

function readName(decoder: decoding.Decoder): DocumentName {
  const name = decodeDocumentName(decoding.readVarString(decoder));
  if (name === undefined) throw new Error('no document name');
  return name;
}

const RESULT_NONE = 0;
const RESULT_RECEIPT = 1;
const RESULT_REFUSED = 2;

function writeResult(encoder: encoding.Encoder, result: UpdateResult): void {
  switch (result.kind) {
    case 'none':
      encoding.writeVarUint(encoder, RESULT_NONE);
      return;
    case 'receipt':
      encoding.writeVarUint(encoder, RESULT_RECEIPT);
      encoding.writeVarUint(encoder, result.seq);
      return;
    case 'refused':
      encoding.writeVarUint(encoder, RESULT_REFUSED);
      encoding.writeVarUint(encoder, REFUSAL_REASONS.indexOf(result.reason));
  }
}

function readResult(decoder: decoding.Decoder): UpdateResult {
  switch (decoding.readVarUint(decoder)) {
    case RESULT_NONE:
      return { kind: 'none' };
    case RESULT_RECEIPT:
      return { kind: 'receipt', seq: decoding.readVarUint(decoder) };
    case RESULT_REFUSED: {
      const reason = REFUSAL_REASONS[decoding.readVarUint(decoder)];
      if (reason === undefined) throw new Error('unknown reason');
      return { kind: 'refused', reason };
    }
    default:
      throw new Error('unknown result');
  }
}
