// Stamps tell whether the server holds a record: the highest Yjs clock of each client in the record's current values.
// A record is safe when the acknowledged state vector covers its stamp, so a tick is derived and never remembered.

import * as Y from 'yjs';

/** Pairs of client id and clock; the clock is one past the last item. */
export type Stamp = readonly (readonly [client: number, clock: number])[];

interface ItemLike {
  readonly id: { readonly client: number; readonly clock: number };
  readonly length: number;
  readonly right: ItemLike | null;
}

/** The stamp of the value under `key`, everything inside it included; empty when there is none. */
export function stampOf(root: Y.Map<unknown>, key: string): Stamp {
  const clocks = new Map<number, number>();
  const item = root._map.get(key);
  if (item !== undefined) {
    note(clocks, item);
    const value: unknown = root.get(key);
    if (value instanceof Y.AbstractType) noteType(clocks, value);
  }
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

function noteType(clocks: Map<number, number>, type: Y.AbstractType<unknown>): void {
  for (const [key, item] of type._map) {
    note(clocks, item);
    const value: unknown = type instanceof Y.Map ? type.get(key) : undefined;
    if (value instanceof Y.AbstractType) noteType(clocks, value);
  }
  for (let item: ItemLike | null = type._start; item !== null; item = item.right) note(clocks, item);
}

function note(clocks: Map<number, number>, item: ItemLike): void {
  raise(clocks, item.id.client, item.id.clock + item.length);
}

function raise(clocks: Map<number, number>, client: number, clock: number): void {
  if (clock > (clocks.get(client) ?? 0)) clocks.set(client, clock);
}
