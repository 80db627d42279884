// The plan as it reads at one moment: what outputs print, versions keep and comparison compares. Hidden rows are not in it.

import type { PartnerOrganisation } from '../organisation.ts';
import type { Partnership } from '../partnership.ts';
import type { RichText } from '../richText/blocks.ts';
import type { Match, Vote } from './need.ts';
import type { PlanRows } from './planRow.ts';
import type { Acceptance, PlanVersion } from './planVersion.ts';
import type { NarrativeSection } from './sections.ts';

/** The version that is shown with its acceptances, and whether the plan has changed since. */
export interface ShownAcceptance {
  readonly version: PlanVersion;
  readonly acceptances: readonly Acceptance[];
  readonly hasChangedSince: boolean;
}

export interface PlanContent {
  readonly partnership: Partnership;
  /** Also hidden ones: rows may still name them. */
  readonly organisations: readonly PartnerOrganisation[];
  /** Each kind in its order. Of children (indicators, budget lines) also those whose parent is hidden. */
  readonly rows: PlanRows;
  /** A section that was never written in is absent. */
  readonly texts: Readonly<Partial<Record<NarrativeSection, RichText>>>;
  /** Without withdrawn ones. */
  readonly votes: readonly Vote[];
  readonly matches: readonly Match[];
  /** `undefined` where no version has been proposed, and in what a version keeps. */
  readonly acceptance: ShownAcceptance | undefined;
}
