// Stamps tell whether the server holds a record: the highest Yjs clock of each client in the record's current values.
// A record is safe when the acknowledged state vector covers its stamp, so a tick is derived and never remembered.

import * as Y from 'yjs';

/** Pairs of client id and clock; the clock is one past the last item. */
export type Stamp = readonly (readonly [client: number, clock: number])[];

/** The stamp of the value under `key`, everything inside it included; empty when there is none. */
export function stampOf(root: Y.Map<unknown>, key: string): Stamp {
  const clocks = new Map<number, number>();
  const item = root._map.get(key);
  if (item !== undefined) note(clocks, item);
  return [...clocks];
}

/** What a shared type of any kind is made of. */
type Content = Pick<Y.AbstractType<unknown>, '_map' | '_start'>;

/** The stamp of everything in a type, deleted items included; of a map's fields those that are not left out. */
export function stampInside(type: Content, without: readonly string[] = []): Stamp {
  const clocks = new Map<number, number>();
  noteType(clocks, type, without);
  return [...clocks];
}

/** Several stamps as one. */
export function joinStamps(stamps: readonly Stamp[]): Stamp {
  const clocks = new Map<number, number>();
  for (const stamp of stamps) for (const [client, clock] of stamp) raise(clocks, client, clock);
  return [...clocks];
}

export function isCovered(stamp: Stamp, stateVector: ReadonlyMap<number, number>): boolean {
  return stamp.every(([client, clock]) => clock <= (stateVector.get(client) ?? 0));
}

function noteType(clocks: Map<number, number>, type: Content, without: readonly string[] = []): void {
  for (const [key, item] of type._map) if (!without.includes(key)) note(clocks, item);
  for (let item = type._start; item !== null; item = item.right) note(clocks, item);
}

/** The item with what is inside it. */
function note(clocks: Map<number, number>, item: Y.Item): void {
  raise(clocks, item.id.client, item.id.clock + item.length);
  if (item.content instanceof Y.ContentType && !item.deleted) noteType(clocks, item.content.type);
}

function raise(clocks: Map<number, number>, client: number, clock: number): void {
  if (clock > (clocks.get(client) ?? 0)) clocks.set(client, clock);
}
