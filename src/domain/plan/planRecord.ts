// Everything of the plan that is kept record by record, by the name under which it is kept.

import type { Match, Vote } from './need.ts';
import type { Comment, Suggestion } from './discussion.ts';
import type { Overruled, PlanAuthor, Settlement } from './mergeStory.ts';
import type { PlanRowKinds } from './planRow.ts';
import type { Acceptance, PlanVersion } from './planVersion.ts';
import type { SectionMark, SectionText } from './sectionMark.ts';

export interface PlanRecordKinds extends PlanRowKinds {
  readonly votes: Vote;
  readonly matches: Match;
  readonly sectionMarks: SectionMark;
  readonly sectionTexts: SectionText;
  readonly comments: Comment;
  readonly suggestions: Suggestion;
  readonly planVersions: PlanVersion;
  readonly acceptances: Acceptance;
  readonly authors: PlanAuthor;
  readonly overruled: Overruled;
  readonly settled: Settlement;
}
export type PlanRoot = keyof PlanRecordKinds;

/** A record with its kind. */
export type PlanRecord = {
  readonly [Root in PlanRoot]: { readonly root: Root; readonly record: PlanRecordKinds[Root] };
}[PlanRoot];

/** The key in the query table: marks of sections and texts have the same ids in every partnership. */
export function planRowKey(partnershipId: string, root: PlanRoot, key: string): string {
  return `${partnershipId}.${root}.${key}`;
}
