// A rebuilt document has other operations than the one that it was built from. Here a write of any epoch is found in the
// document that stands: by its own operation, or by what the rebuilding and each carrying over say that they have taken in.

import * as Y from 'yjs';
import { builtFrom } from '../../src/documents/epochs.ts';
import { rootMap } from '../../src/documents/roots.ts';
import { type DocumentName, documentName, parseDocumentName } from '../../src/schema/documentName.ts';
import type { LogStore } from '../../sync-server/stores/logStore.ts';

/** An operation by its client and one past its clock, in the epoch in which it was made. */
interface Operation {
  readonly epoch: number;
  readonly client: number;
  readonly clock: number;
}

type Clocks = ReadonlyMap<number, number>;

/** The name under which people go on calling it, in whatever epoch it is. */
export function firstEpoch(name: DocumentName): DocumentName {
  const parts = parseDocumentName(name);
  return parts === undefined ? name : documentName(parts.kind, parts.id);
}

/** The epoch of a document that stands at the relay. */
export async function standing(store: Pick<LogStore, 'state'>, name: DocumentName): Promise<DocumentName> {
  return (await store.state(name))?.endedBy ?? name;
}

/** How often the document was rebuilt: it says itself of every epoch before it. */
export function epochIn(doc: Y.Doc): number {
  let epoch = 0;
  while (builtFrom(doc, epoch) !== undefined) epoch += 1;
  return epoch;
}

/** How much of an epoch is in a document of the same or a later one. */
export function coverage(doc: Y.Doc, epoch: number): Clocks {
  if (epoch >= epochIn(doc)) return epoch === epochIn(doc) ? stateOf(doc) : new Map();
  const clocks = new Map(builtFrom(doc, epoch));
  for (const [client, clock] of carriedInto(doc, epoch))
    clocks.set(client, Math.max(clock, clocks.get(client) ?? 0));
  return clocks;
}

export function holds(doc: Y.Doc, { epoch, client, clock }: Operation): boolean {
  return (coverage(doc, epoch).get(client) ?? 0) >= clock;
}

/** Whether it came into a later epoch after the rebuilding, from a device. */
export function isCarriedInto(doc: Y.Doc, { epoch, client, clock }: Operation): boolean {
  return (
    holds(doc, { epoch, client, clock }) &&
    epoch < epochIn(doc) &&
    (builtFrom(doc, epoch)?.get(client) ?? 0) < clock
  );
}

/** The operation by which a document that holds a write holds it: its own, or the one that took it in. */
export function holdingOperation(doc: Y.Doc, write: Operation): Omit<Operation, 'epoch'> {
  const { epoch, client, clock } = write;
  if (epoch === epochIn(doc)) return write;
  const isBuiltIn = (builtFrom(doc, epoch)?.get(client) ?? 0) >= clock;
  const item = rootMap(doc, 'meta')._map.get(isBuiltIn ? `builtFrom.${epoch}` : `carried.${epoch}.${client}`);
  return item === undefined ? write : { client: item.id.client, clock: item.id.clock + 1 };
}

function stateOf(doc: Y.Doc): Clocks {
  return Y.decodeStateVector(Y.encodeStateVector(doc));
}

function carriedInto(doc: Y.Doc, epoch: number): readonly (readonly [client: number, clock: number])[] {
  const prefix = `carried.${epoch}.`;
  return [...rootMap(doc, 'meta')].flatMap(([key, clock]) =>
    key.startsWith(prefix) && typeof clock === 'number'
      ? [[Number(key.slice(prefix.length)), clock] as const]
      : [],
  );
}
