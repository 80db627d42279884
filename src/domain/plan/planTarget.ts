// What a comment or a suggestion is about: a section, a row or one of its fields, or a passage of a section's text.

import type { RowRoot } from './planRow.ts';
import type { NarrativeSection, PlanSection } from './sections.ts';

export type PlanTarget =
  | { readonly kind: 'section'; readonly section: PlanSection }
  | {
      readonly kind: 'row';
      readonly root: RowRoot;
      readonly id: string;
      /** '' for the row as a whole, "text" for its text. */
      readonly field: string;
    }
  | {
      readonly kind: 'passage';
      readonly section: NarrativeSection;
      /** Ends of the passage as positions that move with the text (encoded Yjs relative positions). */
      readonly from: Uint8Array;
      readonly to: Uint8Array;
      /** The passage as it read. */
      readonly quote: string;
    };

const SECTION_OF_ROOT: Readonly<Record<RowRoot, PlanSection>> = {
  needs: 'needs',
  partnerNotes: 'partners',
  resources: 'resources',
  goals: 'goals',
  indicators: 'goals',
  measurements: 'goals',
  activities: 'activities',
  budgetLines: 'activities',
  benefitNotes: 'evaluation',
};

/** The section in which the rows of a kind stand. */
export function sectionOfRoot(root: RowRoot): PlanSection {
  return SECTION_OF_ROOT[root];
}

export function sectionOfTarget(target: PlanTarget): PlanSection {
  return target.kind === 'row' ? sectionOfRoot(target.root) : target.section;
}
