// What the partnership says of a whole section: it counts as ready, or it is left out.

import type { PlanSection } from './sections.ts';

export interface SectionMark {
  readonly section: PlanSection;
  /** "Uznajemy za gotowe" */
  readonly isReady: boolean;
  /** "Pomijamy tę sekcję" */
  readonly isLeftOut: boolean;
}
