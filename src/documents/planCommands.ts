// Commands that write the plan's rows in a `partnership` document, and what the partnership says of rows and sections.
// One command, one transaction, signed by who writes. Formatted texts are written by their editor.

import * as Y from 'yjs';
import type { NeedId, OrganisationId, ResourceId } from '../domain/ids.ts';
import type { PlanAuthor } from '../domain/plan/mergeStory.ts';
import type { PlanRowKinds, RowRoot, TextRoot } from '../domain/plan/planRow.ts';
import type { PlanSection } from '../domain/plan/sections.ts';
import type { TextReplacement } from '../domain/textDelta.ts';
import type { Instant } from '../domain/time.ts';
import { decodeValue } from '../schema/planRecords.ts';
import { signSession } from './planAuthors.ts';
import { markKey, type SectionStatement, seenOf } from './planReading.ts';
import { type RecordMap, recordMap, replaceInText, rootMap, write, writeValue } from './roots.ts';
import type { EditedText } from './sharedText.ts';
import { plainValue, writeTimed } from './timedFields.ts';

/** Who writes, and when. */
export interface PlanHand {
  readonly at: Instant;
  readonly by: Omit<PlanAuthor, 'client'>;
}

/** What a row is made with; its text, where it has one, begins with `text`. */
export type NewRow<Root extends RowRoot> = Omit<PlanRowKinds[Root], 'isHidden' | 'isOfferedBack'>;
/** Fields that are set as a whole; a text is edited letter by letter. */
export type RowFields<Root extends RowRoot> = Partial<Omit<NewRow<Root>, 'id' | 'text'>>;

/** Rows whose children count as part of them: who hides a goal, and did not know of a new indicator, is told. */
const PARENT: Readonly<Partial<Record<RowRoot, { readonly field: string; readonly root: RowRoot }>>> = {
  indicators: { field: 'goalId', root: 'goals' },
  measurements: { field: 'indicatorId', root: 'indicators' },
  budgetLines: { field: 'activityId', root: 'activities' },
};

export function writePlan(doc: Y.Doc, hand: PlanHand, change: () => void): void {
  write(doc, () => {
    signSession(doc, hand.by);
    change();
  });
}

/** Adds rows of one kind; their texts are made with them, so that no two devices make one. */
export function addPlanRows<Root extends RowRoot>(
  doc: Y.Doc,
  root: Root,
  rows: readonly NewRow<Root>[],
  hand: PlanHand,
): void {
  writePlan(doc, hand, () => {
    for (const { id, ...fields } of rows) {
      const row = recordMap(rootMap(doc, root), id);
      setFields(row, fields, hand.at);
      touchParents(doc, root, row, hand.at);
    }
  });
}

export function editPlanRow<Root extends RowRoot>(
  doc: Y.Doc,
  root: Root,
  id: PlanRowKinds[Root]['id'],
  fields: RowFields<Root>,
  hand: PlanHand,
): void {
  changeRow(doc, root, id, hand, (row) => setFields(row, fields, hand.at));
}

/** Moves a row of any kind in its list. */
export function movePlanRow(doc: Y.Doc, root: RowRoot, id: string, order: string, hand: PlanHand): void {
  changeRow(doc, root, id, hand, (row) => writeTimed(row, 'order', order, hand.at));
}

/** Hides a row, or confirms that it stays hidden: what is known of it now is not offered back any more. */
export function hidePlanRow(doc: Y.Doc, root: RowRoot, id: string, hand: PlanHand): void {
  changeRow(doc, root, id, hand, (row) => {
    row.set('hiddenSeen', seenOf(row));
    writeTimed(row, 'isHidden', true, hand.at);
  });
}

export function showPlanRow(doc: Y.Doc, root: RowRoot, id: string, hand: PlanHand): void {
  changeRow(doc, root, id, hand, (row) => writeTimed(row, 'isHidden', false, hand.at));
}

/** Edits a row's text. The instant is written too, so that a mere deletion waits visibly to be sent. */
export function editPlanText(
  doc: Y.Doc,
  root: TextRoot,
  id: string,
  edit: TextReplacement,
  hand: PlanHand,
): void {
  changeRow(doc, root, id, hand, (row) => {
    const text = row.get('text');
    if (!(text instanceof Y.Text)) return;
    replaceInText(text, edit);
    row.set('editedAt', hand.at);
  });
}

/** A row's text for a screen; `undefined` when the row has not arrived on this device. */
export function editedPlanText(
  doc: Y.Doc,
  root: TextRoot,
  id: string,
  by: PlanHand['by'],
): EditedText | undefined {
  const row = rootMap(doc, root).get(id);
  const text: unknown = row instanceof Y.Map ? row.get('text') : undefined;
  if (!(text instanceof Y.Text)) return undefined;
  return { text, edit: (replacement, at) => editPlanText(doc, root, id, replacement, { at, by }) };
}

/** "Ważne dla nas", or no longer. */
export function castVote(
  doc: Y.Doc,
  needId: NeedId,
  organisationId: OrganisationId,
  isWithdrawn: boolean,
  hand: PlanHand,
): void {
  writePlan(doc, hand, () =>
    writeValue(rootMap(doc, 'votes'), `${needId}.${organisationId}`, {
      at: hand.at,
      byName: hand.by.name,
      isWithdrawn,
    }),
  );
}

/** Says that a resource answers a need, or takes it back. */
export function matchResource(
  doc: Y.Doc,
  needId: NeedId,
  resourceId: ResourceId,
  isWithdrawn: boolean,
  hand: PlanHand,
): void {
  writePlan(doc, hand, () =>
    writeValue(rootMap(doc, 'matches'), `${needId}.${resourceId}`, { at: hand.at, isWithdrawn }),
  );
}

export function markSection(
  doc: Y.Doc,
  section: PlanSection,
  statement: SectionStatement,
  isSo: boolean,
  hand: PlanHand,
): void {
  writePlan(doc, hand, () =>
    writeTimed(rootMap(doc, 'sectionMarks'), markKey(section, statement), isSo, hand.at),
  );
}

/** Changes a row that is here; one that is not has not arrived yet, or never will, and nothing is made in its place. */
function changeRow(
  doc: Y.Doc,
  root: RowRoot,
  id: string,
  hand: PlanHand,
  change: (row: RecordMap) => void,
): void {
  const row = rootMap(doc, root).get(id);
  if (!(row instanceof Y.Map)) return;
  writePlan(doc, hand, () => {
    change(row);
    touchParents(doc, root, row, hand.at);
  });
}

function setFields(row: RecordMap, fields: object, at: Instant): void {
  const entries: readonly [string, unknown][] = Object.entries(fields);
  for (const [field, value] of entries) {
    if (field === 'text') row.set('text', new Y.Text(typeof value === 'string' ? value : ''));
    else writeTimed(row, field, decodeValue(value) ?? null, at);
  }
}

function touchParents(doc: Y.Doc, root: RowRoot, row: RecordMap, at: Instant): void {
  const parent = PARENT[root];
  if (parent === undefined) return;
  const id = plainValue(row.get(parent.field));
  const above = typeof id === 'string' ? rootMap(doc, parent.root).get(id) : undefined;
  if (!(above instanceof Y.Map)) return;
  above.set('editedAt', at);
  touchParents(doc, parent.root, above, at);
}
