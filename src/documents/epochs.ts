// What a rebuilt document says of the ones before it: which of their content it was built from, and what was carried over
// into it since. It stands in `meta`, a key for each former epoch, and is copied into every later epoch.

import * as Y from 'yjs';
import { numberField } from '../schema/decode.ts';
import { rootMap } from './roots.ts';

/** Clocks by client. */
type Clocks = ReadonlyMap<number, number>;

/**
 * Written last of all when a document is rebuilt: who has it has the whole document, since a client's changes are only ever
 * taken in in their order.
 */
export function markBuiltFrom(rebuilt: Y.Doc, epoch: number, old: Y.Doc): void {
  rootMap(rebuilt, 'meta').set(builtFromKey(epoch), Y.encodeStateVector(old));
}

/** How much of the former epoch this document was built from; `undefined` while it is not here whole. */
export function builtFrom(doc: Y.Doc, epoch: number): Clocks | undefined {
  const bytes: unknown = rootMap(doc, 'meta').get(builtFromKey(epoch));
  if (!(bytes instanceof Uint8Array)) return undefined;
  try {
    return Y.decodeStateVector(bytes);
  } catch {
    return undefined;
  }
}

/** How much of what one client wrote in a former epoch was carried over. */
export function carriedUpTo(doc: Y.Doc, epoch: number, client: number): number {
  return numberField(rootMap(doc, 'meta').get(carriedKey(epoch, client)), 0);
}

export function markCarried(doc: Y.Doc, epoch: number, client: number, clock: number): void {
  rootMap(doc, 'meta').set(carriedKey(epoch, client), clock);
}

function builtFromKey(epoch: number): string {
  return `builtFrom.${epoch}`;
}

function carriedKey(epoch: number, client: number): string {
  return `carried.${epoch}.${client}`;
}
