// Parts of a document as v2 updates: the structs between two state vectors, and the deletions that a delete set lacks. Yjs
// itself only encodes "everything after a state vector", with all that was ever deleted. Which part is wanted is left to the caller.

import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

type StateVector = ReadonlyMap<number, number>;
interface Range {
  readonly clock: number;
  readonly len: number;
}
/** Ranges of deleted clocks by client. */
export type Deletions = ReadonlyMap<number, readonly Range[]>;

export const NOTHING_DELETED: Deletions = new Map();

/** What is deleted in `here` and not in `there`; the ranges of both are sorted and disjoint, as Yjs keeps them. */
export function lacking(here: Y.Snapshot['ds'], there: Y.Snapshot['ds']): Deletions {
  const result = new Map<number, readonly Range[]>();
  for (const [client, ranges] of here.clients) {
    const left = without(ranges, there.clients.get(client) ?? []);
    if (left.length > 0) result.set(client, left);
  }
  return result;
}

function without(ranges: readonly Range[], known: readonly Range[]): Range[] {
  const left: Range[] = [];
  let next = 0;
  for (const { clock, len } of ranges) {
    const end = clock + len;
    let at = clock;
    while (at < end) {
      let hole = known[next];
      // Ranges of `known` that lie wholly before are done with: later ones of `ranges` lie behind them too.
      while (hole !== undefined && hole.clock + hole.len <= at) hole = known[++next];
      const stop = hole === undefined ? end : Math.min(end, hole.clock);
      if (stop > at) left.push({ clock: at, len: stop - at });
      at = hole === undefined ? end : Math.max(stop, Math.min(end, hole.clock + hole.len));
    }
  }
  return left;
}

/**
 * How far from `from` towards `to` about `maxBytes` of structs reach, such that each struct's neighbours and parent are in it
 * or before `from`. At least one struct is taken, however large.
 */
export function reach(
  doc: Y.Doc,
  from: StateVector,
  to: StateVector,
  maxBytes: number,
): { readonly upTo: StateVector; readonly isWhole: boolean } {
  if (maxBytes === Number.POSITIVE_INFINITY) return { upTo: to, isWhole: true };
  const upTo = new Map(from);
  const covers = (id: Y.ID | null | undefined): boolean =>
    id === null || id === undefined || id.clock < (upTo.get(id.client) ?? 0);
  const meter = new Meter();
  const waiting = new Map<number, { readonly structs: readonly (Y.Item | Y.GC)[]; next: number }>();
  for (const [client, clock] of to) {
    const first = from.get(client) ?? 0;
    const structs = doc.store.clients.get(client) ?? [];
    if (clock > first) waiting.set(client, { structs, next: Y.findIndexSS(structs, first) });
  }
  let isMoving = true;
  while (isMoving && waiting.size > 0) {
    isMoving = false;
    for (const [client, place] of waiting) {
      for (let struct = place.structs[place.next]; struct; struct = place.structs[place.next]) {
        if (!restsOn(struct).every(covers)) break;
        if (meter.take(struct) > maxBytes && meter.taken > 1) return { upTo, isWhole: false };
        upTo.set(client, struct.id.clock + struct.length);
        place.next += 1;
        isMoving = true;
      }
      if (place.next >= place.structs.length) waiting.delete(client);
    }
  }
  return { upTo: to, isWhole: true };
}

/** The structs from `from` to `upTo`, which lies between two of them, and these deletions. */
export function encodeBetween(
  doc: Y.Doc,
  from: StateVector,
  upTo: StateVector,
  deleted: Deletions,
): Uint8Array {
  const encoder = new Y.UpdateEncoderV2();
  const { restEncoder } = encoder;
  const clients = [...upTo].filter(([client, clock]) => clock > (from.get(client) ?? 0));
  encoding.writeVarUint(restEncoder, clients.length);
  // Merging relies on this order, in which Yjs always writes.
  for (const [client, clock] of clients.toSorted(([a], [b]) => b - a)) {
    const first = from.get(client) ?? 0;
    const structs = doc.store.clients.get(client) ?? [];
    const start = Y.findIndexSS(structs, first);
    const end = Y.findIndexSS(structs, clock - 1) + 1;
    encoding.writeVarUint(restEncoder, end - start);
    encoder.writeClient(client);
    encoding.writeVarUint(restEncoder, first);
    for (const [index, struct] of structs.slice(start, end).entries()) {
      struct.write(encoder, index === 0 ? first - struct.id.clock : 0);
    }
  }
  encoding.writeVarUint(restEncoder, deleted.size);
  for (const [client, ranges] of [...deleted].toSorted(([a], [b]) => b - a)) {
    encoder.resetDsCurVal();
    encoding.writeVarUint(restEncoder, client);
    encoding.writeVarUint(restEncoder, ranges.length);
    for (const { clock, len } of ranges) {
      encoder.writeDsClock(clock);
      encoder.writeDsLen(len);
    }
  }
  return encoder.toUint8Array();
}

/** What has to be there before the struct can be integrated. */
function restsOn(struct: Y.Item | Y.GC): readonly (Y.ID | null | undefined)[] {
  if (!(struct instanceof Y.Item)) return [];
  const { origin, rightOrigin, parent } = struct;
  return [origin, rightOrigin, parent instanceof Y.AbstractType ? parent._item?.id : null];
}

/** Clocks and references of a struct in the columns of the v2 format, beside its content. */
const BYTES_PER_STRUCT = 6;

/** Adds up about how many bytes structs take; the exact figure would take encoding each of them alone. */
class Meter extends Y.UpdateEncoderV2 {
  taken = 0;
  #characters = 0;

  take(struct: Y.Item | Y.GC): number {
    struct.write(this, 0);
    this.taken += 1;
    return encoding.length(this.restEncoder) + this.#characters + this.taken * BYTES_PER_STRUCT;
  }

  override writeString(text: string): void {
    this.#characters += text.length;
    super.writeString(text);
  }
}
