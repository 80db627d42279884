// The request by which a device puts a rebuilt document in the place of the one it was built from, as bytes. The answer is
// JSON: done, or a refusal with its reason.

import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { DocumentName } from './documentName.ts';
import { readDocumentName, readStart, writeDocumentName, writeStart } from './wire.ts';

export interface RotationRequest {
  /** The incarnation of the server that `position` is of. */
  readonly incarnation: string;
  /** The document that was rebuilt; what takes its place is its next epoch. */
  readonly name: DocumentName;
  /** Position in its log up to which the rebuilding saw it: it has to be the end of the log. */
  readonly position: number;
  /** Yjs v2 update with the whole rebuilt document. */
  readonly update: Uint8Array;
}

export function encodeRotation({ incarnation, name, position, update }: RotationRequest): Uint8Array {
  return encoding.encode((encoder) => {
    writeStart(encoder);
    encoding.writeVarString(encoder, incarnation);
    writeDocumentName(encoder, name);
    encoding.writeVarUint(encoder, position);
    encoding.writeVarUint8Array(encoder, update);
  });
}

/** `undefined` for anything that is not exactly one such request in the version of the exchange that is spoken here. */
export function decodeRotation(bytes: Uint8Array): RotationRequest | undefined {
  try {
    const decoder = decoding.createDecoder(bytes);
    readStart(decoder);
    const request = {
      incarnation: decoding.readVarString(decoder),
      name: readDocumentName(decoder),
      position: decoding.readVarUint(decoder),
      update: decoding.readVarUint8Array(decoder),
    };
    return decoding.hasContent(decoder) ? undefined : request;
  } catch {
    return undefined;
  }
}
