// What differs between the plan as it was and as it is: two versions, or since the last visit. Facts, told in sentences by
// the rooms; what merging overruled is mergeStory's.

import type { NeedId, OrganisationId, ResourceId } from '../ids.ts';
import type { OrganisationStatus } from '../organisation.ts';
import { plainTextOf } from '../richText/plainText.ts';
import { type DiffPart, diffTexts } from '../richText/diffTexts.ts';
import type { PlanContent } from './planContent.ts';
import { ROW_ROOTS, type RowRoot } from './planRow.ts';
import { sectionOfRoot } from './planTarget.ts';
import { NARRATIVE_SECTIONS, type NarrativeSection, PLAN_SECTIONS, type PlanSection } from './sections.ts';

/** A value of a row's field; `undefined` where there is none. */
type FieldContent = string | number | undefined;

export interface FieldChange {
  readonly field: string;
  readonly before: FieldContent;
  readonly after: FieldContent;
}

interface RowFact {
  readonly root: RowRoot;
  readonly id: string;
  /** How the row is called: its title or name, else its text; of one that was taken off as it was last. */
  readonly label: string;
}

export type PlanChange =
  | ({ readonly kind: 'rowAdded' | 'rowRemoved' | 'rowMoved' } & RowFact)
  | ({ readonly kind: 'rowChanged'; readonly fields: readonly FieldChange[] } & RowFact)
  | {
      readonly kind: 'textChanged';
      readonly section: NarrativeSection;
      /** Where only the look changed, one part that is the same. */
      readonly parts: readonly DiffPart[];
    }
  | {
      readonly kind: 'voted' | 'voteWithdrawn';
      readonly needId: NeedId;
      readonly organisationId: OrganisationId;
    }
  | { readonly kind: 'matched' | 'unmatched'; readonly needId: NeedId; readonly resourceId: ResourceId }
  | {
      readonly kind: 'factChanged';
      readonly field: 'name' | 'track' | 'libraryName' | 'gmina';
      readonly before: string;
      readonly after: string;
    }
  | {
      readonly kind: 'organisationChanged';
      readonly organisationId: OrganisationId;
      /** `undefined`: it was not there, or was taken off. */
      readonly before: OrganisationStatus | undefined;
      readonly after: OrganisationStatus | undefined;
    };

/** In the order of the plan's sections, within one in the order of its list. */
export function comparePlans(before: PlanContent, after: PlanContent): readonly PlanChange[] {
  return [
    ...changedFacts(before, after),
    ...changedOrganisations(before, after),
    ...ROW_ROOTS.flatMap((root) => changedRows(root, before, after)),
    ...changedPairs(before, after),
    ...changedTexts(before, after),
  ].toSorted((a, b) => place(a) - place(b));
}

/** The section in which a change is shown. */
export function sectionOfChange(change: PlanChange): PlanSection {
  switch (change.kind) {
    case 'rowAdded':
    case 'rowRemoved':
    case 'rowMoved':
    case 'rowChanged':
      return sectionOfRoot(change.root);
    case 'textChanged':
      return change.section;
    case 'voted':
    case 'voteWithdrawn':
      return 'needs';
    case 'matched':
    case 'unmatched':
      return 'resources';
    case 'factChanged':
      return 'profile';
    case 'organisationChanged':
      return 'partners';
  }
}

function place(change: PlanChange): number {
  return PLAN_SECTIONS.indexOf(sectionOfChange(change));
}

type AnyRow = PlanContent['rows'][RowRoot][number];

function changedRows(root: RowRoot, before: PlanContent, after: PlanContent): readonly PlanChange[] {
  const was = new Map<string, AnyRow>(before.rows[root].map((row) => [row.id, row]));
  const is = new Map<string, AnyRow>(after.rows[root].map((row) => [row.id, row]));
  const fact = (row: AnyRow): RowFact => ({ root, id: row.id, label: labelOf(row) });
  const removed = [...was.values()].filter(({ id }) => !is.has(id));
  return [
    ...[...is.values()].flatMap((row): readonly PlanChange[] => {
      const former = was.get(row.id);
      if (former === undefined) return [{ kind: 'rowAdded', ...fact(row) }];
      const fields = changedFields(former, row);
      return [
        ...(fields.length > 0 ? [{ kind: 'rowChanged' as const, ...fact(row), fields }] : []),
        ...(former.order === row.order ? [] : [{ kind: 'rowMoved' as const, ...fact(row) }]),
      ];
    }),
    ...removed.map((row) => ({ kind: 'rowRemoved' as const, ...fact(row) })),
  ];
}

/** Beside content: where the row stands is a change of its own, whether it is shown as well. */
const NO_CONTENT = new Set(['id', 'order', 'isHidden', 'isOfferedBack']);

function changedFields(before: AnyRow, after: AnyRow): readonly FieldChange[] {
  const [was, is] = [contentOf(before), contentOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((field) => ({ field, before: was.get(field), after: is.get(field) }))
    .filter((change) => change.before !== change.after);
}

function contentOf(row: AnyRow): ReadonlyMap<string, FieldContent> {
  const entries: readonly [string, FieldContent | boolean][] = Object.entries(row);
  return new Map(
    entries.flatMap(([field, value]) =>
      NO_CONTENT.has(field) || typeof value === 'boolean' ? [] : [[field, value] as const],
    ),
  );
}

export function labelOf(row: AnyRow): string {
  if ('title' in row && row.title !== '') return row.title;
  if ('name' in row && row.name !== '') return row.name;
  if ('text' in row) return row.text;
  return 'note' in row ? row.note : '';
}

function changedTexts(before: PlanContent, after: PlanContent): readonly PlanChange[] {
  return NARRATIVE_SECTIONS.flatMap((section) => {
    const [was, is] = [before.texts[section] ?? [], after.texts[section] ?? []];
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    return [{ kind: 'textChanged' as const, section, parts: diffTexts(plainTextOf(was), plainTextOf(is)) }];
  });
}

function changedPairs(before: PlanContent, after: PlanContent): readonly PlanChange[] {
  const voteKey = (vote: PlanContent['votes'][number]): string => `${vote.needId}.${vote.organisationId}`;
  const matchKey = (match: PlanContent['matches'][number]): string => `${match.needId}.${match.resourceId}`;
  const vote = ({ needId, organisationId }: PlanContent['votes'][number]) => ({ needId, organisationId });
  const match = ({ needId, resourceId }: PlanContent['matches'][number]) => ({ needId, resourceId });
  return [
    ...only(after.votes, before.votes, voteKey).map((each) => ({ kind: 'voted' as const, ...vote(each) })),
    ...only(before.votes, after.votes, voteKey).map((each) => ({
      kind: 'voteWithdrawn' as const,
      ...vote(each),
    })),
    ...only(after.matches, before.matches, matchKey).map((each) => ({
      kind: 'matched' as const,
      ...match(each),
    })),
    ...only(before.matches, after.matches, matchKey).map((each) => ({
      kind: 'unmatched' as const,
      ...match(each),
    })),
  ];
}

/** Those of the first list that the second has not. */
function only<Value>(
  some: readonly Value[],
  others: readonly Value[],
  keyOf: (value: Value) => string,
): readonly Value[] {
  const known = new Set(others.map(keyOf));
  return some.filter((each) => !known.has(keyOf(each)));
}

function changedFacts(before: PlanContent, after: PlanContent): readonly PlanChange[] {
  return (['name', 'track', 'libraryName', 'gmina'] as const).flatMap((field) => {
    const [was, is] = [before.partnership[field], after.partnership[field]];
    return was === is ? [] : [{ kind: 'factChanged' as const, field, before: was, after: is }];
  });
}

function changedOrganisations(before: PlanContent, after: PlanContent): readonly PlanChange[] {
  const shown = ({ organisations }: PlanContent): ReadonlyMap<OrganisationId, OrganisationStatus> =>
    new Map(organisations.filter(({ isHidden }) => !isHidden).map(({ id, status }) => [id, status]));
  const [was, is] = [shown(before), shown(after)];
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((organisationId) => {
    const [former, present] = [was.get(organisationId), is.get(organisationId)];
    if (former === present) return [];
    return [{ kind: 'organisationChanged' as const, organisationId, before: former, after: present }];
  });
}
