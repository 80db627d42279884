// Branded identifiers. An id is opaque, 1 to 40 characters of [A-Za-z0-9_-]; keys of maps are ids, never names, so that
// they survive erasure. Making new ids needs randomness and is left to the app.

declare const brand: unique symbol;
type Brand<Base, Name extends string> = Base & { readonly [brand]: Name };

export type PartnershipId = Brand<string, 'PartnershipId'>;
export type RoundId = Brand<string, 'RoundId'>;
export type BranchId = Brand<string, 'BranchId'>;
export type OrganisationId = Brand<string, 'OrganisationId'>;
export type PersonId = Brand<string, 'PersonId'>;
export type RepresentationId = Brand<string, 'RepresentationId'>;
export type MeetingId = Brand<string, 'MeetingId'>;
export type DecisionId = Brand<string, 'DecisionId'>;
export type SignatureId = Brand<string, 'SignatureId'>;
export type SealId = Brand<string, 'SealId'>;
export type MemberId = Brand<string, 'MemberId'>;
export type DeviceId = Brand<string, 'DeviceId'>;
export type NeedId = Brand<string, 'NeedId'>;
export type PartnerNoteId = Brand<string, 'PartnerNoteId'>;
export type ResourceId = Brand<string, 'ResourceId'>;
export type GoalId = Brand<string, 'GoalId'>;
export type IndicatorId = Brand<string, 'IndicatorId'>;
export type MeasurementId = Brand<string, 'MeasurementId'>;
export type ActivityId = Brand<string, 'ActivityId'>;
export type BudgetLineId = Brand<string, 'BudgetLineId'>;
export type BenefitNoteId = Brand<string, 'BenefitNoteId'>;
export type CommentId = Brand<string, 'CommentId'>;
export type SuggestionId = Brand<string, 'SuggestionId'>;
export type PlanVersionId = Brand<string, 'PlanVersionId'>;

export type AnyId =
  | PartnershipId
  | RoundId
  | BranchId
  | OrganisationId
  | PersonId
  | RepresentationId
  | MeetingId
  | DecisionId
  | SignatureId
  | SealId
  | MemberId
  | DeviceId
  | NeedId
  | PartnerNoteId
  | ResourceId
  | GoalId
  | IndicatorId
  | MeasurementId
  | ActivityId
  | BudgetLineId
  | BenefitNoteId
  | CommentId
  | SuggestionId
  | PlanVersionId;

const ID = /^[A-Za-z0-9_-]{1,40}$/;

/** True for text that has the form of an id of any kind. */
export function isId(raw: unknown): raw is string {
  return typeof raw === 'string' && ID.test(raw);
}

/** Brands text that has the form of an id; `undefined` for anything else. The caller knows which kind it reads. */
export function decodeId<Id extends AnyId>(raw: unknown): Id | undefined {
  return isId(raw) ? (raw as Id) : undefined;
}

/** Brands a freshly made id. Throws when the text is no id: that is a bug of the caller, not bad input. */
export function asId<Id extends AnyId>(raw: string): Id {
  if (!isId(raw)) throw new Error(`not an id: ${JSON.stringify(raw)}`);
  return raw as Id;
}
