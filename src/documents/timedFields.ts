// Fields that say when they were written: the pair [value, at]. Of two concurrent values Yjs lets one stand by chance; the
// pair tells which is the later. Putting that one in place is overruling's.

import type { WrittenValue } from '../domain/plan/mergeStory.ts';
import { asInstant, decodeInstant, type Instant } from '../domain/time.ts';
import { listField } from '../schema/decode.ts';
import { decodeValue } from '../schema/planRecords.ts';
import type { FieldValue, RecordMap } from './roots.ts';

/** `client` is absent but where another than its writer put the value in place. */
export interface TimedValue extends Omit<WrittenValue, 'client'> {
  readonly client: number | undefined;
}

/** `undefined` for anything that is no timed value. */
export function readTimed(raw: unknown): TimedValue | undefined {
  const [value, at, client] = listField(raw);
  const [known, written] = [decodeValue(value), decodeInstant(at)];
  if (known === undefined || written === undefined) return undefined;
  return { value: known, at: written, client: typeof client === 'number' ? client : undefined };
}

/** The value of a field, whether it says when it was written or not. */
export function plainValue(raw: unknown): unknown {
  const timed = readTimed(raw);
  return timed === undefined ? raw : timed.value;
}

/**
 * Sets a field as of `at`, and never as of before what it replaces: whoever set that may have had a clock that runs ahead.
 * An unchanged value is not written, so that it stays another's.
 */
export function writeTimed(
  map: RecordMap,
  field: string,
  value: Exclude<FieldValue, Uint8Array>,
  at: Instant,
): void {
  const current = readTimed(map.get(field));
  if (current !== undefined && current.value === value) return;
  map.set(field, [value, current === undefined ? at : asInstant(Math.max(at, current.at + 1))]);
}

/** Puts a value in place that was written elsewhere, as of when and by whom it was written. */
export function replaceTimed(map: RecordMap, field: string, { value, at, client }: WrittenValue): void {
  map.set(field, [value, at, client]);
}
