// What nodes tell one another of a document, as bytes. A message that is none of ours is dropped: a later release may say more.

import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { type DocumentName, decodeDocumentName } from '../../src/schema/documentName.ts';

export type FanoutMessage =
  | { readonly kind: 'changed'; readonly after: number; readonly seq: number; readonly update: Uint8Array }
  | { readonly kind: 'awareness'; readonly body: Uint8Array }
  /** Earlier epochs than this one are over. */
  | { readonly kind: 'ended'; readonly successor: DocumentName };

export interface Sent {
  /** A node hears what it said itself. */
  readonly node: string;
  readonly message: FanoutMessage;
}

const CHANGED = 1;
const AWARENESS = 2;
const ENDED = 3;

export function encodeSent({ node, message }: Sent): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarString(encoder, node);
    switch (message.kind) {
      case 'changed':
        encoding.writeUint8(encoder, CHANGED);
        encoding.writeVarUint(encoder, message.after);
        encoding.writeVarUint(encoder, message.seq);
        encoding.writeVarUint8Array(encoder, message.update);
        break;
      case 'awareness':
        encoding.writeUint8(encoder, AWARENESS);
        encoding.writeVarUint8Array(encoder, message.body);
        break;
      case 'ended':
        encoding.writeUint8(encoder, ENDED);
        encoding.writeVarString(encoder, message.successor);
    }
  });
}

export function decodeSent(bytes: Uint8Array): Sent | undefined {
  try {
    const decoder = decoding.createDecoder(bytes);
    const node = decoding.readVarString(decoder);
    const message = readMessage(decoder);
    return message && { node, message };
  } catch {
    return undefined;
  }
}

function readMessage(decoder: decoding.Decoder): FanoutMessage | undefined {
  const kind = decoding.readUint8(decoder);
  if (kind === AWARENESS) return { kind: 'awareness', body: decoding.readVarUint8Array(decoder) };
  if (kind === ENDED) {
    const successor = decodeDocumentName(decoding.readVarString(decoder));
    return successor && { kind: 'ended', successor };
  }
  if (kind !== CHANGED) return undefined;
  const after = decoding.readVarUint(decoder);
  const seq = decoding.readVarUint(decoder);
  return { kind: 'changed', after, seq, update: decoding.readVarUint8Array(decoder) };
}
