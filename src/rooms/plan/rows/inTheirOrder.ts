// Rows as lists show them.

import { compareOrder, type Ordered } from '../../../domain/order.ts';

/** The rows that are not hidden, in the order that people gave them. */
export function inTheirOrder<Row extends Ordered & { readonly isHidden: boolean }>(
  rows: readonly Row[],
): readonly Row[] {
  return rows.filter(({ isHidden }) => !isHidden).toSorted(compareOrder);
}
