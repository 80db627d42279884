// What is known of a whole section: what the partnership says of it, and, of its text, how much there is.

import type { NarrativeSection, PlanSection } from './sections.ts';

export interface SectionMark {
  readonly section: PlanSection;
  /** "Uznajemy za gotowe" */
  readonly isReady: boolean;
  /** "Pomijamy tę sekcję" */
  readonly isLeftOut: boolean;
}

export interface SectionText {
  readonly section: NarrativeSection;
  /** Characters, formatting aside. */
  readonly length: number;
  /** How it begins, in plain text. */
  readonly beginning: string;
}
