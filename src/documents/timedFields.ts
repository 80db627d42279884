// Fields that say when they were written: [value, at]. Where another than its writer put a value in place they go on: who
// wrote it, then when and by whom those values were written that had been replaced by then, put in place anew too. Of two concurrent values Yjs lets one stand by chance; the
// pair tells which is the later. Putting that one in place is overruling's.

import type { WrittenValue } from '../domain/plan/mergeStory.ts';
import { decodeInstant, type Instant } from '../domain/time.ts';
import { listField } from '../schema/decode.ts';
import { decodeValue } from '../schema/planRecords.ts';
import type { FieldValue, RecordMap } from './roots.ts';

/** `client` is absent but where another than its writer put the value in place. */
export interface TimedValue extends Omit<WrittenValue, 'client'> {
  readonly client: number | undefined;
  /** Values that whoever wrote this one knew of: their names by `writingName`. Yjs tells only the last of them. */
  readonly knew: readonly string[];
}

/** A writing of a field, of whatever value: a client never writes one twice at the same instant. */
export function writingName({ at, client }: Pick<WrittenValue, 'at' | 'client'>): string {
  return `${at}-${client}`;
}

/** So many are remembered of a field: of each only until all devices have met. */
const KNOWN_MOST = 8;

/** `undefined` for anything that is no timed value. */
export function readTimed(raw: unknown): TimedValue | undefined {
  const [value, at, client, ...knew] = listField(raw);
  const [known, written] = [decodeValue(value), decodeInstant(at)];
  if (known === undefined || written === undefined) return undefined;
  return {
    value: known,
    at: written,
    client: typeof client === 'number' ? client : undefined,
    knew: knew.filter((each) => typeof each === 'string'),
  };
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
  if (current === undefined) {
    map.set(field, [value, at]);
    return;
  }
  const { client } = current;
  const knew =
    client === undefined ? current.knew : [...current.knew, writingName({ at: current.at, client })];
  const later = Math.max(at, current.at + 1);
  map.set(field, knew.length === 0 ? [value, later] : [value, later, null, ...knew.slice(-KNOWN_MOST)]);
}

/** Puts a value in place that was written elsewhere, as of when and by whom it was written. */
export function replaceTimed(
  map: RecordMap,
  field: string,
  { value, at, client }: WrittenValue,
  knew: readonly string[],
): void {
  map.set(field, [value, at, client, ...[...new Set(knew)].slice(-KNOWN_MOST)]);
}
