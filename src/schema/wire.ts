// The exchange as bytes (lib0 encoding), the same over HTTP and WebSocket: see architecture, section 3.
// Decoders never trust: anything that is not exactly one well-formed message is `undefined`, and the sender is told `malformed`.

import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { DOCUMENT_KINDS } from '../domain/access.ts';
import { type DocumentName, decodeDocumentName, parseDocumentName } from './documentName.ts';
import { LIST_DIGEST_BYTES } from './followed.ts';
import { REFUSAL_REASONS, type RefusalReason } from './refusal.ts';
import { WIRE_VERSION } from './version.ts';

/** Media type of the bodies of `POST /sync`. */
export const SYNC_MEDIA_TYPE = 'application/x-wspolnie-sync';
/** Most documents named in one message; a client with more sends several. */
export const MAX_DOCUMENTS_PER_REQUEST = 1_000;
/** Most documents of which the position is sent without their name. */
const MAX_FOLLOWED = 20_000;

export interface DocumentRequest {
  readonly name: DocumentName;
  /** Position in the server's log up to which this device holds everything; 0 for nothing. */
  readonly cursor: number;
  /** Yjs state vector (v1 encoding); empty where the cursor alone says what the device holds. Used to trim what comes back. */
  readonly stateVector: Uint8Array;
  /** Yjs v2 update with what the server has not acknowledged; empty when nothing waits. */
  readonly update: Uint8Array;
}

/** Positions in the documents that the member's grants open, in the order of their names (followed.ts). */
export interface Followed {
  readonly digest: Uint8Array;
  readonly cursors: readonly number[];
}

export interface SyncRequest {
  /** Schema version of the client's documents. */
  readonly schemaVersion: number;
  /** Incarnation of the server that the cursors are of; empty on first contact. A differing one voids the cursors. */
  readonly incarnation: string;
  /** Bytes of updates that the answer should not go far beyond: the line is slow, or breaks. */
  readonly room: number;
  readonly followed?: Followed | undefined;
  readonly documents: readonly DocumentRequest[];
}

/** Why a document that is not over is refused. */
export type DocumentRefusal = Exclude<RefusalReason, 'epochOver'>;

/** What became of the update that was sent. */
export type UpdateResult =
  | { readonly kind: 'none' }
  /** On the server's disk, at this position of the document's log. */
  | { readonly kind: 'receipt'; readonly seq: number }
  | { readonly kind: 'refused'; readonly reason: DocumentRefusal }
  /** The document was rebuilt: what is to be written goes into its successor. */
  | { readonly kind: 'refused'; readonly reason: 'epochOver'; readonly successor: DocumentName };

/**
 * Whether the answer brings the document up to date: `whole`; `more` waits behind `cursor`; or the position lies below what
 * the server keeps row by row, and a `vector` is needed to trim what it has.
 */
export const COMPLETENESS = ['whole', 'more', 'vector'] as const;
export type Completeness = (typeof COMPLETENESS)[number];

export interface DocumentResponse {
  readonly name: DocumentName;
  readonly result: UpdateResult;
  /** Yjs v2 update with what the device lacks; empty when nothing. */
  readonly update: Uint8Array;
  /** The cursor that holds once `update` is applied. */
  readonly cursor: number;
  readonly completeness: Completeness;
}

/**
 * What became of the positions without names: none came; `whole`: what moved is in the answer; `more` has moved and is asked
 * for again; the lists `differ`, so that nothing can be said of them.
 */
export const FOLLOWED_RESULTS = ['none', 'whole', 'more', 'differ'] as const;
type FollowedResult = (typeof FOLLOWED_RESULTS)[number];

export interface SyncResponse {
  /** When it is another one than asked under, nothing was done and no document is in the answer. */
  readonly incarnation: string;
  /** The server's clock, milliseconds since 1970. */
  readonly serverTime: number;
  readonly followed: FollowedResult;
  readonly documents: readonly DocumentResponse[];
}

/** The first byte, "W": what begins otherwise is no message of ours, whatever its media type says. */
const MAGIC = 0x57;

export function encodeSyncRequest(request: SyncRequest): Uint8Array {
  return encoding.encode((encoder) => {
    writeStart(encoder);
    encoding.writeVarUint(encoder, request.schemaVersion);
    encoding.writeVarString(encoder, request.incarnation);
    encoding.writeVarUint(encoder, request.room);
    encoding.writeUint8(encoder, request.followed ? 1 : 0);
    if (request.followed) {
      const { digest, cursors } = request.followed;
      encoding.writeUint8Array(encoder, digest);
      encoding.writeVarUint(encoder, cursors.length);
      for (const cursor of cursors) encoding.writeVarUint(encoder, cursor);
    }
    encoding.writeVarUint(encoder, request.documents.length);
    for (const document of request.documents) {
      writeDocumentName(encoder, document.name);
      encoding.writeVarUint(encoder, document.cursor);
      encoding.writeVarUint8Array(encoder, document.stateVector);
      encoding.writeVarUint8Array(encoder, document.update);
    }
  });
}

export type DecodedSyncRequest =
  | { readonly kind: 'request'; readonly request: SyncRequest }
  | {
      readonly kind: 'refused';
      readonly reason: 'malformed' | 'appTooOld' | 'serverTooOld' | 'tooLarge';
    };

export function decodeSyncRequest(bytes: Uint8Array): DecodedSyncRequest {
  const decoded = whole(bytes, (decoder): DecodedSyncRequest => {
    readStart(decoder);
    const schemaVersion = decoding.readVarUint(decoder);
    const incarnation = decoding.readVarString(decoder);
    const room = decoding.readVarUint(decoder);
    const followed = readFlag(decoder) ? readFollowed(decoder) : undefined;
    const documents = readMany(decoder, MAX_DOCUMENTS_PER_REQUEST, () => ({
      name: readDocumentName(decoder),
      cursor: decoding.readVarUint(decoder),
      stateVector: decoding.readVarUint8Array(decoder),
      update: decoding.readVarUint8Array(decoder),
    }));
    return { kind: 'request', request: { schemaVersion, incarnation, room, followed, documents } };
  });
  if (decoded instanceof UnknownVersion) {
    return { kind: 'refused', reason: decoded.version > WIRE_VERSION ? 'serverTooOld' : 'appTooOld' };
  }
  if (decoded instanceof TooMany) return { kind: 'refused', reason: 'tooLarge' };
  return decoded ?? { kind: 'refused', reason: 'malformed' };
}

export function encodeSyncResponse(response: SyncResponse): Uint8Array {
  return encoding.encode((encoder) => {
    writeStart(encoder);
    encoding.writeVarString(encoder, response.incarnation);
    encoding.writeVarUint(encoder, response.serverTime);
    encoding.writeUint8(encoder, FOLLOWED_RESULTS.indexOf(response.followed));
    encoding.writeVarUint(encoder, response.documents.length);
    for (const document of response.documents) {
      writeDocumentName(encoder, document.name);
      writeResult(encoder, document.result);
      encoding.writeVarUint8Array(encoder, document.update);
      encoding.writeVarUint(encoder, document.cursor);
      encoding.writeUint8(encoder, COMPLETENESS.indexOf(document.completeness));
    }
  });
}

/** The answer of a server, or `undefined` when the bytes are no answer of ours (a captive portal, an error page, a part of one). */
export function decodeSyncResponse(bytes: Uint8Array): SyncResponse | undefined {
  const decoded = whole(bytes, (decoder): SyncResponse => {
    readStart(decoder);
    const incarnation = decoding.readVarString(decoder);
    const serverTime = decoding.readVarUint(decoder);
    const followed = readOneOf(decoder, FOLLOWED_RESULTS);
    const documents = readMany(decoder, MAX_DOCUMENTS_PER_REQUEST, () => ({
      name: readDocumentName(decoder),
      result: readResult(decoder),
      update: decoding.readVarUint8Array(decoder),
      cursor: decoding.readVarUint(decoder),
      completeness: readOneOf(decoder, COMPLETENESS),
    }));
    return { incarnation, serverTime, followed, documents };
  });
  return decoded instanceof Error ? undefined : decoded;
}

/** A name in fewer bytes than its text: kind and epoch as numbers. */
export function writeDocumentName(encoder: encoding.Encoder, name: DocumentName): void {
  const parts = parseDocumentName(name);
  if (parts === undefined) throw new Error(`no document name: ${name}`);
  encoding.writeUint8(encoder, DOCUMENT_KINDS.indexOf(parts.kind));
  encoding.writeVarString(encoder, parts.id);
  encoding.writeVarUint(encoder, parts.epoch);
}

/** Throws when what comes is no name. */
export function readDocumentName(decoder: decoding.Decoder): DocumentName {
  const kind = readOneOf(decoder, DOCUMENT_KINDS);
  const id = decoding.readVarString(decoder);
  const name = decodeDocumentName(`${kind}:${id}@${decoding.readVarUint(decoder)}`);
  if (name === undefined) throw new Error('no document name');
  return name;
}

class UnknownVersion extends Error {
  readonly version: number;
  constructor(version: number) {
    super(`the exchange speaks version ${version}`);
    this.version = version;
  }
}
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

/** What every message begins with. */
export function writeStart(encoder: encoding.Encoder): void {
  encoding.writeUint8(encoder, MAGIC);
  encoding.writeVarUint(encoder, WIRE_VERSION);
}

/** Throws when what comes is no message of ours, or of another version. */
export function readStart(decoder: decoding.Decoder): void {
  if (decoding.readUint8(decoder) !== MAGIC) throw new Error('no message of ours');
  const version = decoding.readVarUint(decoder);
  if (version !== WIRE_VERSION) throw new UnknownVersion(version);
}

function readFollowed(decoder: decoding.Decoder): Followed {
  const digest = decoding.readUint8Array(decoder, LIST_DIGEST_BYTES).slice();
  return { digest, cursors: readMany(decoder, MAX_FOLLOWED, () => decoding.readVarUint(decoder)) };
}

function readMany<Value>(decoder: decoding.Decoder, most: number, read: () => Value): Value[] {
  const count = decoding.readVarUint(decoder);
  if (count > most) throw new TooMany();
  return Array.from({ length: count }, read);
}

function readFlag(decoder: decoding.Decoder): boolean {
  return readOneOf(decoder, [false, true]);
}

function readOneOf<Value>(decoder: decoding.Decoder, values: readonly Value[]): Value {
  const value = values[decoding.readUint8(decoder)];
  if (value === undefined) throw new Error('no value of ours');
  return value;
}

const RESULT_NONE = 0;
const RESULT_RECEIPT = 1;
const RESULT_REFUSED = 2;

function writeResult(encoder: encoding.Encoder, result: UpdateResult): void {
  switch (result.kind) {
    case 'none':
      encoding.writeUint8(encoder, RESULT_NONE);
      return;
    case 'receipt':
      encoding.writeUint8(encoder, RESULT_RECEIPT);
      encoding.writeVarUint(encoder, result.seq);
      return;
    case 'refused':
      encoding.writeUint8(encoder, RESULT_REFUSED);
      encoding.writeUint8(encoder, REFUSAL_REASONS.indexOf(result.reason));
      if (result.reason === 'epochOver') writeDocumentName(encoder, result.successor);
  }
}

function readResult(decoder: decoding.Decoder): UpdateResult {
  switch (decoding.readUint8(decoder)) {
    case RESULT_NONE:
      return { kind: 'none' };
    case RESULT_RECEIPT:
      return { kind: 'receipt', seq: decoding.readVarUint(decoder) };
    case RESULT_REFUSED: {
      const reason = readOneOf(decoder, REFUSAL_REASONS);
      if (reason !== 'epochOver') return { kind: 'refused', reason };
      return { kind: 'refused', reason, successor: readDocumentName(decoder) };
    }
    default:
      throw new Error('unknown result');
  }
}
