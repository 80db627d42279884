// Decoders of the plan's records in a `partnership` document. They see plain values: when a field was written, and how a
// record lies in the document, is unwrapped before.

import { ACTIVITY_STATES } from '../domain/plan/activity.ts';
import { BUDGET_SOURCES, decodeGrosze } from '../domain/plan/budget.ts';
import { type Comment, SUGGESTION_STATES } from '../domain/plan/discussion.ts';
import type { PlanValue, WrittenValue } from '../domain/plan/mergeStory.ts';
import { NEED_KINDS } from '../domain/plan/need.ts';
import { PARTNER_NOTE_KINDS } from '../domain/plan/partnerNote.ts';
import type { PlanRecord, PlanRecordKinds, PlanRoot } from '../domain/plan/planRecord.ts';
import { ROW_ROOTS } from '../domain/plan/planRow.ts';
import type { PlanTarget } from '../domain/plan/planTarget.ts';
import { ACCEPTANCE_KINDS } from '../domain/plan/planVersion.ts';
import { RESOURCE_KINDS } from '../domain/plan/resource.ts';
import { NARRATIVE_SECTIONS, PLAN_SECTIONS } from '../domain/plan/sections.ts';
import { BENEFITS } from '../domain/programme/round.ts';
import {
  type AnyId,
  decodeId,
  type ActivityId,
  type BenefitNoteId,
  type BudgetLineId,
  type CommentId,
  type DecisionId,
  type DeviceId,
  type GoalId,
  type IndicatorId,
  type MeasurementId,
  type NeedId,
  type OrganisationId,
  type PartnerNoteId,
  type PlanVersionId,
  type ResourceId,
  type SignatureId,
  type SuggestionId,
} from '../domain/ids.ts';
import { decodeInstant, decodeIsoDate } from '../domain/time.ts';
import { type RawRecord, choiceField, flagField, isRawRecord, listField, textField } from './decode.ts';

const ABSENT = Symbol('absent');
type Field<Value> = (raw: unknown) => Value | typeof ABSENT;

/** A record is nothing without this field. */
function needed<Value>(decode: (raw: unknown) => Value | undefined): Field<Value> {
  return (raw) => decode(raw) ?? ABSENT;
}

function choice<Choice extends string>(choices: readonly Choice[], fallback: Choice): Field<Choice> {
  return (raw) => choiceField(raw, choices, fallback);
}

function neededChoice<Choice extends string>(choices: readonly Choice[]): Field<Choice> {
  return needed((raw) => choices.find((each) => each === raw));
}

type Decode<Shape> = (raw: RawRecord) => Shape | undefined;

function shape<Shape extends object>(
  fields: { readonly [Key in keyof Shape]: Field<Shape[Key]> },
): Decode<Shape> {
  return (raw) => {
    const record: Partial<Shape> = {};
    for (const key in fields) {
      const value = fields[key](raw[key]);
      if (value === ABSENT) return undefined;
      record[key] = value;
    }
    // Each field of Shape was decoded above, which the compiler cannot see.
    return record as Shape;
  };
}

const number: Field<number | undefined> = (raw) =>
  typeof raw === 'number' && Number.isFinite(raw) ? raw : undefined;
const neededNumber = needed((raw) => (typeof raw === 'number' && Number.isFinite(raw) ? raw : undefined));
const neededText = needed((raw) => (typeof raw === 'string' && raw !== '' ? raw : undefined));
const at = needed(decodeInstant);

function row<Id extends AnyId>() {
  return {
    id: needed(decodeId<Id>),
    order: textField,
    isHidden: flagField,
    isOfferedBack: flagField,
  };
}

const DECODERS: { readonly [Root in PlanRoot]: Decode<PlanRecordKinds[Root]> } = {
  needs: shape({ ...row<NeedId>(), kind: choice(NEED_KINDS, 'need'), text: textField }),
  partnerNotes: shape({
    ...row<PartnerNoteId>(),
    organisationId: needed(decodeId<OrganisationId>),
    kind: choice(PARTNER_NOTE_KINDS, 'interest'),
    text: textField,
  }),
  resources: shape({
    ...row<ResourceId>(),
    organisationId: decodeId<OrganisationId>,
    kind: choice(RESOURCE_KINDS, 'other'),
    name: textField,
    text: textField,
  }),
  goals: shape({ ...row<GoalId>(), title: textField, text: textField }),
  indicators: shape({
    ...row<IndicatorId>(),
    goalId: needed(decodeId<GoalId>),
    name: textField,
    unit: textField,
    baseline: number,
    target: number,
  }),
  measurements: shape({
    ...row<MeasurementId>(),
    indicatorId: needed(decodeId<IndicatorId>),
    value: number,
    on: decodeIsoDate,
    note: textField,
  }),
  activities: shape({
    ...row<ActivityId>(),
    goalId: decodeId<GoalId>,
    title: textField,
    organisationId: decodeId<OrganisationId>,
    from: decodeIsoDate,
    due: decodeIsoDate,
    state: choice(ACTIVITY_STATES, 'planned'),
    decisionId: decodeId<DecisionId>,
    text: textField,
  }),
  budgetLines: shape({
    ...row<BudgetLineId>(),
    activityId: needed(decodeId<ActivityId>),
    name: textField,
    amount: decodeGrosze,
    source: choice(BUDGET_SOURCES, 'other'),
    organisationId: decodeId<OrganisationId>,
  }),
  benefitNotes: shape({
    ...row<BenefitNoteId>(),
    benefit: neededChoice(BENEFITS),
    organisationId: decodeId<OrganisationId>,
    due: decodeIsoDate,
    text: textField,
  }),
  votes: shape({
    needId: needed(decodeId<NeedId>),
    organisationId: needed(decodeId<OrganisationId>),
    at,
    byName: textField,
    isWithdrawn: flagField,
  }),
  matches: shape({
    needId: needed(decodeId<NeedId>),
    resourceId: needed(decodeId<ResourceId>),
    at,
    isWithdrawn: flagField,
  }),
  sectionMarks: shape({
    section: neededChoice(PLAN_SECTIONS),
    isReady: flagField,
    isLeftOut: flagField,
  }),
  sectionTexts: shape({
    section: neededChoice(NARRATIVE_SECTIONS),
    length: neededNumber,
    beginning: textField,
  }),
  comments: shape({
    id: needed(decodeId<CommentId>),
    on: needed(decodeTarget),
    text: textField,
    authorOrganisationId: decodeId<OrganisationId>,
    byName: textField,
    at,
    mentions: decodeMentions,
    replyTo: decodeId<CommentId>,
    resolvedAt: decodeInstant,
    resolvedBy: textField,
  }),
  suggestions: shape({
    id: needed(decodeId<SuggestionId>),
    on: needed(decodeTarget),
    proposed: textField,
    base: textField,
    byName: textField,
    authorOrganisationId: decodeId<OrganisationId>,
    at,
    state: choice(SUGGESTION_STATES, 'open'),
    decidedAt: decodeInstant,
    decidedBy: textField,
  }),
  planVersions: shape({
    id: needed(decodeId<PlanVersionId>),
    name: textField,
    at,
    byName: textField,
    fingerprint: neededText,
  }),
  acceptances: shape({
    versionId: needed(decodeId<PlanVersionId>),
    organisationId: needed(decodeId<OrganisationId>),
    at,
    byName: textField,
    deviceId: needed(decodeId<DeviceId>),
    kind: choice(ACCEPTANCE_KINDS, 'confirmation'),
    signatureId: decodeId<SignatureId>,
  }),
  authors: shape({ client: neededNumber, organisationId: decodeId<OrganisationId>, name: textField }),
  overruled: shape({
    id: neededText,
    rowRoot: neededChoice(ROW_ROOTS),
    rowId: neededText,
    field: neededText,
    lost: needed(decodeWritten),
    stood: needed(decodeWritten),
  }),
  settled: shape({
    id: neededText,
    outcome: choice(['takenBack', 'kept'], 'kept'),
    at,
    byName: textField,
  }),
};

/** Names of the ids of which a record's key is made, where it is made of two. */
const KEY_PARTS: Readonly<Partial<Record<PlanRoot, readonly [string, string]>>> = {
  votes: ['needId', 'organisationId'],
  matches: ['needId', 'resourceId'],
  acceptances: ['versionId', 'organisationId'],
};

/** `undefined` when the record lacks what makes it one. */
export function decodePlanRecord<Root extends PlanRoot>(
  root: Root,
  key: string,
  raw: RawRecord,
): PlanRecordKinds[Root] | undefined {
  const names = KEY_PARTS[root];
  if (names === undefined) return DECODERS[root]({ ...raw, id: key });
  const [first, second, ...more] = key.split('.');
  return more.length > 0 ? undefined : DECODERS[root]({ ...raw, [names[0]]: first, [names[1]]: second });
}

/** The record with its kind, as it lies in the query table. */
export function decodeAnyPlanRecord(root: PlanRoot, key: string, raw: RawRecord): PlanRecord | undefined {
  const record = decodePlanRecord(root, key, raw);
  // The decoder of `root` made it, which the compiler cannot follow through the union.
  return record === undefined ? undefined : ({ root, record } as PlanRecord);
}

function decodeMentions(raw: unknown): Comment['mentions'] {
  return listField(raw).flatMap((each) => decodeId<OrganisationId>(each) ?? []);
}

function decodeTarget(raw: unknown): PlanTarget | undefined {
  if (!isRawRecord(raw)) return undefined;
  switch (raw['kind']) {
    case 'section': {
      const section = PLAN_SECTIONS.find((each) => each === raw['section']);
      return section && { kind: 'section', section };
    }
    case 'row': {
      const root = ROW_ROOTS.find((each) => each === raw['root']);
      const rowId = raw['id'];
      if (root === undefined || typeof rowId !== 'string') return undefined;
      return { kind: 'row', root, id: rowId, field: textField(raw['field']) };
    }
    case 'passage': {
      const section = NARRATIVE_SECTIONS.find((each) => each === raw['section']);
      const { from, to } = raw;
      if (section === undefined || !(from instanceof Uint8Array) || !(to instanceof Uint8Array))
        return undefined;
      return { kind: 'passage', section, from, to, quote: textField(raw['quote']) };
    }
    default:
      return undefined;
  }
}

function decodeWritten(raw: unknown): WrittenValue | undefined {
  if (!isRawRecord(raw)) return undefined;
  const [value, written, client] = [decodeValue(raw['value']), decodeInstant(raw['at']), raw['client']];
  if (value === undefined || written === undefined || typeof client !== 'number') return undefined;
  return { value, at: written, client };
}

export function decodeValue(raw: unknown): PlanValue | undefined {
  const isValue =
    raw === null || typeof raw === 'string' || typeof raw === 'number' || typeof raw === 'boolean';
  return isValue ? raw : undefined;
}
