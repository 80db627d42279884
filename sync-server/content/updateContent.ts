// Decodes a Yjs v2 update as far as the relay needs it: which insertions and deletions it holds. An update that is stored
// without this could make its document unloadable for ever. Leaves what the content means to the clients.

import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';

/** `length` consecutive clocks of one Yjs client, from `clock` on. */
export interface ClockRange {
  readonly client: number;
  readonly clock: number;
  readonly length: number;
}

export interface UpdateContent {
  readonly inserted: readonly ClockRange[];
  readonly deleted: readonly ClockRange[];
}

/**
 * Most structs in one update. Run-length coding lets a few bytes stand for any number of them, so the bytes alone bound
 * neither time nor memory. 300,000 decode in under a second; a whole year of a partnership has some 20,000.
 */
const MAX_STRUCTS = 300_000;
/** No clock comes near this in a lifetime of typing; sums with it stay exact. */
const MAX_CLOCK = 2 ** 40;

/** What the update holds, or `undefined` when it is not exactly one sound v2 update of at most `maxStructs` structs. */
export function readUpdateContent(update: Uint8Array, maxStructs = MAX_STRUCTS): UpdateContent | undefined {
  reading.left = maxStructs;
  try {
    const { structs, ds } = Y.decodeUpdateV2(update, BoundedDecoder);
    if (reading.rest === undefined || decoding.hasContent(reading.rest)) return undefined;
    const inserted = insertions(structs);
    const deleted = deletions(ds.clients);
    return inserted && deleted && { inserted, deleted };
  } catch {
    return undefined;
  } finally {
    reading.rest = undefined;
  }
}

/**
 * The update that is being decoded, which happens in one go. Yjs makes the decoder itself; a class made for each call would
 * bring it the bound as well, and cost more than the decoding.
 */
const reading: { left: number; rest: decoding.Decoder | undefined } = { left: 0, rest: undefined };

/** Counts, and is kept to see whether bytes are left over. */
class BoundedDecoder extends Y.UpdateDecoderV2 {
  constructor(input: decoding.Decoder) {
    super(input);
    reading.rest = this.restDecoder;
  }

  override readInfo(): number {
    reading.left -= 1;
    if (reading.left < 0) throw new Error('too many structs');
    return super.readInfo();
  }
}

type Struct = ReturnType<typeof Y.decodeUpdateV2>['structs'][number];

function insertions(structs: readonly Struct[]): ClockRange[] | undefined {
  const ranges: { client: number; clock: number; length: number }[] = [];
  let previous = Number.POSITIVE_INFINITY;
  for (const struct of structs) {
    const { client, clock } = struct.id;
    if (!isRange(client, clock, struct.length) || !refersSoundly(struct)) return undefined;
    // Merging walks updates side by side and relies on this order, in which Yjs always writes.
    if (client > previous) return undefined;
    const last = ranges.at(-1);
    if (client === previous && last !== undefined && clock < last.clock + last.length) return undefined;
    previous = client;
    if (struct instanceof Y.Skip) continue;
    if (last?.client === client && last.clock + last.length === clock) last.length += struct.length;
    else ranges.push({ client, clock, length: struct.length });
  }
  return ranges;
}

/** Run-length decoding can yield negative numbers, on which integrating the item would fail later. */
function refersSoundly(struct: Struct): boolean {
  if (!(struct instanceof Y.Item)) return true;
  return [struct.origin, struct.rightOrigin, struct.parent].every(
    (target) => !(target instanceof Y.ID) || isRange(target.client, target.clock, 1),
  );
}

function deletions(
  clients: Map<number, readonly { clock: number; len: number }[]>,
): ClockRange[] | undefined {
  const ranges = Array.from(clients, ([client, items]) =>
    items.map(({ clock, len }) => ({ client, clock, length: len })),
  ).flat();
  return ranges.every(({ client, clock, length }) => isRange(client, clock, length)) ? ranges : undefined;
}

function isRange(client: number, clock: number, length: number): boolean {
  return (
    Number.isSafeInteger(client) &&
    client >= 0 &&
    Number.isInteger(clock) &&
    clock >= 0 &&
    Number.isInteger(length) &&
    length >= 1 &&
    clock + length <= MAX_CLOCK
  );
}
