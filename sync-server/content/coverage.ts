// What a document's log contains, as sets of clocks: insertions and deletions. Tells whether an update brings anything new,
// without a Y.Doc; a delete-only update shows here, while it would show in no state vector.

import * as Y from 'yjs';
import type { ClockRange, UpdateContent } from './updateContent.ts';

export class Coverage {
  readonly #inserted = new ClockSet();
  readonly #deleted = new ClockSet();

  add(content: UpdateContent): void {
    for (const range of content.inserted) this.#inserted.add(range);
    for (const range of content.deleted) this.#deleted.add(range);
  }

  contains(content: UpdateContent): boolean {
    return (
      content.inserted.every((range) => this.#inserted.contains(range)) &&
      content.deleted.every((range) => this.#deleted.contains(range))
    );
  }

  /** True when some of it is here already: a receipt was lost, and it comes again with more. */
  overlaps(content: UpdateContent): boolean {
    return (
      content.inserted.some((range) => this.#inserted.overlaps(range)) ||
      content.deleted.some((range) => this.#deleted.overlaps(range))
    );
  }

  /** What of it is not deleted here yet, in order. */
  lackingDeletions(range: ClockRange): readonly ClockRange[] {
    return this.#deleted.lacking(range);
  }

  /** State vector (v1 encoding) of what is inserted here without a gap. */
  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.#inserted.prefixes());
  }

  /** Number of ranges held: a measure of its memory, about 16 bytes each. */
  get size(): number {
    return this.#inserted.size + this.#deleted.size;
  }
}

/** Disjoint ranges of clocks for each client, sorted: [start, end, start, end, …], ends exclusive. */
class ClockSet {
  readonly #clients = new Map<number, number[]>();

  get size(): number {
    let size = 0;
    for (const bounds of this.#clients.values()) size += bounds.length / 2;
    return size;
  }

  add({ client, clock, length }: ClockRange): void {
    const bounds = this.#clients.get(client);
    const end = clock + length;
    if (bounds === undefined) {
      this.#clients.set(client, [clock, end]);
      return;
    }
    // Ranges that touch the new one melt into it: from the first that ends at or after it, to the last that starts at or before.
    const first = firstPair(bounds, (index) => at(bounds, index + 1) >= clock);
    const past = firstPair(bounds, (index) => at(bounds, index) > end);
    const start = first < past ? Math.min(clock, at(bounds, first)) : clock;
    const stop = first < past ? Math.max(end, at(bounds, past - 1)) : end;
    bounds.splice(first, past - first, start, stop);
  }

  /** How far each client's clocks are held from 0 on. */
  prefixes(): Map<number, number> {
    const ends = new Map<number, number>();
    for (const [client, [start, end]] of this.#clients) if (start === 0 && end) ends.set(client, end);
    return ends;
  }

  overlaps({ client, clock, length }: ClockRange): boolean {
    const bounds = this.#clients.get(client) ?? [];
    const pair = firstPair(bounds, (index) => at(bounds, index + 1) > clock);
    return pair < bounds.length && at(bounds, pair) < clock + length;
  }

  lacking({ client, clock, length }: ClockRange): readonly ClockRange[] {
    const bounds = this.#clients.get(client) ?? [];
    const end = clock + length;
    const left: ClockRange[] = [];
    let from = clock;
    let pair = firstPair(bounds, (index) => at(bounds, index + 1) > clock);
    for (; at(bounds, pair) < end; pair += 2) {
      if (at(bounds, pair) > from) left.push({ client, clock: from, length: at(bounds, pair) - from });
      from = at(bounds, pair + 1);
    }
    if (from < end) left.push({ client, clock: from, length: end - from });
    return left;
  }

  contains({ client, clock, length }: ClockRange): boolean {
    const bounds = this.#clients.get(client);
    if (bounds === undefined) return false;
    const pair = firstPair(bounds, (index) => at(bounds, index + 1) >= clock + length);
    return pair < bounds.length && at(bounds, pair) <= clock;
  }
}

/** Index of the first pair for which `holds`, which is false up to some pair and true from there on; the length when none. */
function firstPair(bounds: readonly number[], holds: (index: number) => boolean): number {
  let low = 0;
  let high = bounds.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle * 2)) high = middle;
    else low = middle + 1;
  }
  return low * 2;
}

function at(bounds: readonly number[], index: number): number {
  return bounds[index] ?? Number.POSITIVE_INFINITY;
}
