// What is said of a section: the threads about it, its rows and its text, and the values that merging overruled there.

import type { OrganisationId } from '../../../domain/ids.ts';
import { labelOf } from '../../../domain/plan/comparePlans.ts';
import { type CommentThread, threadsOf } from '../../../domain/plan/discussion.ts';
import { openStories, type Overruled, type PlanValue } from '../../../domain/plan/mergeStory.ts';
import { ROW_ROOTS, type RowRoot } from '../../../domain/plan/planRow.ts';
import { type PlanTarget, sectionOfRoot, sectionOfTarget } from '../../../domain/plan/planTarget.ts';
import type { PlanSection } from '../../../domain/plan/sections.ts';
import type { PlanEntries } from '../../../storage/planQueries.ts';
import { t } from '../../../ui/i18n/planTexts.ts';
import { shortName } from '../rows/rowWords.ts';

export const DISCUSSED_ROOTS = [...ROW_ROOTS, 'comments', 'overruled', 'settled', 'authors'] as const;
export type DiscussedEntries = PlanEntries<(typeof DISCUSSED_ROOTS)[number]>;

export interface NamedRow {
  readonly root: RowRoot;
  readonly id: string;
  readonly name: string;
}

/** Rows of the section that can be spoken of, named as in their list. */
export function rowsOfSection(entries: DiscussedEntries, section: PlanSection): readonly NamedRow[] {
  return ROW_ROOTS.filter((root) => sectionOfRoot(root) === section).flatMap((root) =>
    entries[root]
      .filter(({ isHidden }) => !isHidden)
      .map((row) => ({ root, id: row.id, name: shortName(labelOf(row)) })),
  );
}

export function threadsOfSection(entries: DiscussedEntries, section: PlanSection): readonly CommentThread[] {
  return threadsOf(entries.comments).filter(({ first }) => sectionOfTarget(first.on) === section);
}

/** What a thread is about; '' for the section itself. */
export function targetName(entries: DiscussedEntries, on: PlanTarget): string {
  if (on.kind === 'section') return '';
  if (on.kind === 'passage') return on.quote;
  const row = entries[on.root].find(({ id }) => id === on.id);
  return row === undefined ? t().plan.rowMissing : shortName(labelOf(row));
}

export function storiesOfSection(entries: DiscussedEntries, section: PlanSection): readonly Overruled[] {
  const stories = openStories(entries.overruled, entries.settled, (story) => currentOf(entries, story));
  return stories.filter(({ rowRoot }) => sectionOfRoot(rowRoot) === section);
}

/** What stands in the field now; `undefined` where the row is no longer shown. */
function currentOf(entries: DiscussedEntries, { rowRoot, rowId, field }: Overruled): PlanValue | undefined {
  const row = entries[rowRoot].find(({ id }) => id === rowId);
  if (row === undefined || row.isHidden) return undefined;
  const values: ReadonlyMap<string, PlanValue | undefined> = new Map(Object.entries(row));
  return values.get(field) ?? null;
}

/** Who wrote in a session, as far as it was said. */
export function authorOf(
  entries: DiscussedEntries,
  client: number,
): { readonly name: string; readonly organisationId: OrganisationId | undefined } {
  return (
    entries.authors.find((author) => author.client === client) ?? { name: '', organisationId: undefined }
  );
}
