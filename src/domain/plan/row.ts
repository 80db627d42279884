// What all rows of the plan have in common.

import type { Ordered } from '../order.ts';

export interface PlanRow<Id extends string> extends Ordered {
  readonly id: Id;
  /** Fractional index: the place in the list. */
  readonly order: string;
  /** Hidden, not deleted: it can always come back. */
  readonly isHidden: boolean;
  /** Hidden by one while another, who did not know, edited or moved it: offered back. */
  readonly isOfferedBack: boolean;
}
