// The order of an attendance list: by surname in the Polish alphabet, titles skipped.

import { splitName } from './splitName.ts';

// Made at first use: making a collator costs more than sorting 300 names with it.
let polish: Intl.Collator | undefined;

function polishCollator(): Intl.Collator {
  polish ??= new Intl.Collator('pl', { numeric: true });
  return polish;
}

interface SortKey {
  readonly surname: string;
  readonly given: string;
  readonly whole: string;
}

function sortKey(name: string): SortKey {
  const { words } = splitName(name);
  return { surname: words.at(-1) ?? '', given: words.slice(0, -1).join(' '), whole: name };
}

function compareKeys(a: SortKey, b: SortKey, collator: Intl.Collator): number {
  return (
    collator.compare(a.surname, b.surname) ||
    collator.compare(a.given, b.given) ||
    collator.compare(a.whole, b.whole) ||
    (a.whole < b.whole ? -1 : a.whole > b.whole ? 1 : 0)
  );
}

/**
 * Orders two names by surname (the last word; a double surname by its first part), then by given names, then as
 * written: 0 only for equal texts, so that the order is the same on every device.
 */
export function comparePolish(a: string, b: string, collator: Intl.Collator = polishCollator()): number {
  return compareKeys(sortKey(a), sortKey(b), collator);
}

/** The items in the order of `comparePolish` of their names; each name is taken apart once. */
export function sortByPolishName<T>(items: readonly T[], nameOf: (item: T) => string): T[] {
  const collator = polishCollator();
  return items
    .map((item) => ({ item, key: sortKey(nameOf(item)) }))
    .sort((a, b) => compareKeys(a.key, b.key, collator))
    .map(({ item }) => item);
}
