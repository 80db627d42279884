// Fractional indices: the order of a list as one text a row, so that moving a row writes that row alone and two devices
// may insert at the same place at once. What is ordered is the caller's.

/** In the order of their character codes, so that plain text comparison is the order. */
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const BASE = DIGITS.length;
/** Characters of the device's id that keep apart what two devices insert at one place. */
const TIE_LENGTH = 6;

export interface Ordered {
  readonly id: string;
  readonly order: string;
}

/** By index, then by id: records that got the same index (two tabs of one device) still have one order everywhere. */
export function compareOrder(a: Ordered, b: Ordered): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/**
 * An index between two others; `undefined` is the beginning or the end of the list. Two devices that ask for the same
 * gap get two different indices, both inside it. Where the neighbours leave no gap (equal, or written by something else)
 * the index follows `before`.
 */
export function orderBetween(
  before: string | undefined,
  after: string | undefined,
  deviceId: string,
): string {
  const low = before ?? '';
  const high = after !== undefined && after > low ? after : undefined;
  return middle(low, high) + tieOf(deviceId);
}

/** The new index of the row that moves one place up (-1) or down (1) in an ordered list; `undefined` at the list's end. */
export function orderAfterMove(
  list: readonly Ordered[],
  id: string,
  step: -1 | 1,
  deviceId: string,
): string | undefined {
  const at = list.findIndex((row) => row.id === id);
  const target = at + step;
  if (at === -1 || target < 0 || target >= list.length) return undefined;
  const [before, after] = step === -1 ? [target - 1, target] : [target, target + 1];
  return orderBetween(list[before]?.order, list[after]?.order, deviceId);
}

/** The new index of the row that is to stand at that place of the list, counted without it; `undefined` where it stands there already. */
export function orderAtPlace(
  list: readonly Ordered[],
  id: string,
  place: number,
  deviceId: string,
): string | undefined {
  const from = list.findIndex((row) => row.id === id);
  if (from === -1 || from === place || place < 0 || place >= list.length) return undefined;
  const rest = list.filter((row) => row.id !== id);
  return orderBetween(rest[place - 1]?.order, rest[place]?.order, deviceId);
}

/** A text above `low` and below `high`, and no beginning of `high`, so that any tail keeps it in between. */
function middle(low: string, high: string | undefined): string {
  let prefix = '';
  let bound = high;
  for (let at = 0; ; at += 1) {
    const [floor, ceiling] = [digitAt(low, at), bound === undefined ? BASE : digitAt(bound, at)];
    const prefer = bound === undefined ? stepUp(low, at, floor) : stepBetween(low, floor, ceiling);
    if (prefer > floor && prefer < ceiling) return prefix + DIGITS.charAt(prefer);
    prefix += DIGITS.charAt(floor);
    // One digit apart, or the upper one is used up: whatever follows the lower digit is below the upper text.
    if (ceiling > floor || (bound !== undefined && at + 1 >= bound.length)) bound = undefined;
  }
}

/** Rows are mostly added at the end: one digit up keeps indices short for many additions. */
function stepUp(low: string, at: number, floor: number): number {
  return at < low.length ? floor + 1 : Math.floor(BASE / 2);
}

function stepBetween(low: string, floor: number, ceiling: number): number {
  // Before the first row: one digit down, for the same reason.
  return low === '' ? ceiling - 1 : Math.floor((floor + ceiling) / 2);
}

function digitAt(text: string, at: number): number {
  return Math.max(0, DIGITS.indexOf(text.charAt(at) || '0'));
}

/** Never ends in the lowest digit: nothing would fit between "V" and "V0". */
function tieOf(deviceId: string): string {
  return `${deviceId.replace(/[^A-Za-z0-9]/g, '').slice(0, TIE_LENGTH)}V`;
}
