// A change of the plan told in words. What the change is, the domain says.

import type { OrganisationId } from '../../../domain/ids.ts';
import { type FieldChange, labelOf, type PlanChange } from '../../../domain/plan/comparePlans.ts';
import type { PlanContent } from '../../../domain/plan/planContent.ts';
import { formatDate } from '../../../ui/i18n/format.ts';
import { t } from '../../../ui/i18n/planTexts.ts';
import { amountText } from '../amountText.ts';
import { shortName } from '../rows/rowWords.ts';

/** What names are looked up in. */
export interface Named {
  readonly organisations: PlanContent['organisations'];
  readonly rows: Pick<PlanContent['rows'], 'needs' | 'resources' | 'goals' | 'activities'>;
}

/** The plan on both sides of the changes: of what was taken off only the former knows the name. */
export interface Compared {
  readonly before: Named;
  readonly after: Named;
}

export function changeSentence(change: PlanChange, compared: Compared): string {
  const texts = t().planTogether.changes;
  switch (change.kind) {
    case 'rowAdded':
    case 'rowRemoved':
    case 'rowMoved':
    case 'rowChanged':
      return texts[change.kind](texts.rows[change.root], shortName(change.label));
    case 'textChanged':
      return change.parts.every(({ kind }) => kind === 'same') ? texts.lookChanged : texts.textChanged;
    case 'voted':
    case 'voteWithdrawn':
      return texts[change.kind](
        organisationIn(compared, change.organisationId),
        rowIn(compared, 'needs', change.needId),
      );
    case 'matched':
    case 'unmatched':
      return texts[change.kind](
        rowIn(compared, 'resources', change.resourceId),
        rowIn(compared, 'needs', change.needId),
      );
    case 'factChanged': {
      const { tracks } = t().plan;
      const shown = (value: string): string => {
        if (value === '') return texts.nothing;
        return value === 'project' || value === 'longTerm' ? tracks[value] : value;
      };
      return texts.fieldChanged(texts.facts[change.field], shown(change.before), shown(change.after));
    }
    case 'organisationChanged': {
      const name = organisationIn(compared, change.organisationId);
      if (change.before === undefined) return texts.organisationCame(name);
      return change.after === undefined ? texts.organisationWent(name) : texts.organisationChanged(name);
    }
  }
}

/** What became of one field; `undefined` where the words themselves are compared beside it. */
export function fieldSentence({ field, before, after }: FieldChange, compared: Compared): string | undefined {
  const texts = t().planTogether.changes;
  if (field === 'text') return undefined;
  const name = fieldName(field);
  const [was, is] = [valueText(field, before, compared), valueText(field, after, compared)];
  return was === undefined || is === undefined ? texts.fieldOnly(name) : texts.fieldChanged(name, was, is);
}

export function fieldName(field: string): string {
  const names: Readonly<Record<string, string>> = t().planTogether.changes.fields;
  return names[field] ?? field;
}

/** A value of a row's field as people read it; `undefined` for one that says nothing by itself. */
export function valueText(
  field: string,
  value: FieldChange['before'],
  compared: Compared,
): string | undefined {
  const { nothing } = t().planTogether.changes;
  const { states, sources } = t().planWork;
  const { needKinds, resourceKinds, noteKinds, benefits } = t().plan;
  if (value === undefined || value === '') return nothing;
  switch (field) {
    case 'organisationId':
      return organisationIn(compared, value);
    case 'goalId':
      return rowIn(compared, 'goals', value);
    case 'activityId':
      return rowIn(compared, 'activities', value);
    case 'decisionId':
    case 'indicatorId':
      return undefined;
    case 'amount':
      return typeof value === 'number' ? `${amountText(value)} zł` : String(value);
    case 'from':
    case 'due':
    case 'on':
      return formatDate(value);
    default: {
      const words: Readonly<Record<string, string>> = {
        ...(field === 'kind' && { ...needKinds, ...resourceKinds, ...noteKinds }),
        ...(field === 'state' && states),
        ...(field === 'source' && sources),
        ...(field === 'benefit' && benefits),
      };
      return words[value] ?? String(value);
    }
  }
}

function organisationIn({ before, after }: Compared, id: OrganisationId | string | number): string {
  const found = [...after.organisations, ...before.organisations].find((each) => each.id === id);
  return found?.name ?? t().plan.unknownOrganisation;
}

function rowIn({ before, after }: Compared, root: keyof Named['rows'], id: string | number): string {
  const found = [...after.rows[root], ...before.rows[root]].find((row) => row.id === id);
  return shortName(found === undefined ? '' : labelOf(found));
}
