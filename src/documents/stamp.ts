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

/** Of a long text: its stamp, and up to where its document had been looked through for it. */
interface Followed {
  readonly clocks: Map<number, number>;
  readonly seen: Map<number, number>;
}
const followed = new WeakMap<Content, Followed>();

/**
 * The stamp of a text in which people write letter by letter: from one call to the next only what came since is looked at.
 * A walk through 16,000 items took 8 ms, at each keystroke.
 */
export function stampOfLong(doc: Y.Doc, text: Content): Stamp {
  const known = followed.get(text) ?? follow(doc, text);
  for (const [client, structs] of doc.store.clients) {
    const [from, upTo] = [known.seen.get(client) ?? 0, Y.getState(doc.store, client)];
    if (upTo === from) continue;
    for (let index = Y.findIndexSS(structs, from); index < structs.length; index += 1) {
      const struct = structs[index];
      if (struct instanceof Y.Item && isWithin(struct, text))
        raise(known.clocks, client, struct.id.clock + struct.length);
    }
    known.seen.set(client, upTo);
  }
  return [...known.clocks];
}

function follow(doc: Y.Doc, text: Content): Followed {
  const seen = [...doc.store.clients.keys()].map(
    (client) => [client, Y.getState(doc.store, client)] as const,
  );
  const known = { clocks: new Map(stampInside(text)), seen: new Map(seen) };
  followed.set(text, known);
  return known;
}

function isWithin(item: Y.Item, type: Content): boolean {
  for (let above: Y.Item | null = item; above !== null; ) {
    if (above.parent === type) return true;
    above = above.parent instanceof Y.AbstractType ? above.parent._item : null;
  }
  return false;
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
