// Fills the sample partnership's plan, by the same commands as a real one.

import {
  addPlanRows,
  castVote,
  markSection,
  matchResource,
  type PlanHand,
} from '../../documents/planCommands.ts';
import { sectionText } from '../../documents/planTexts.ts';
import { writeRichText } from '../../documents/writeRichText.ts';
import {
  type ActivityId,
  type BenefitNoteId,
  type BudgetLineId,
  type DeviceId,
  type GoalId,
  type IndicatorId,
  type MeasurementId,
  type NeedId,
  type OrganisationId,
  type PartnerNoteId,
  type ResourceId,
  asId,
} from '../../domain/ids.ts';
import { orderBetween } from '../../domain/order.ts';
import { decodeGrosze } from '../../domain/plan/budget.ts';
import { NARRATIVE_SECTIONS } from '../../domain/plan/sections.ts';
import type { IsoDate } from '../../domain/time.ts';
import type { DocumentChange } from '../../storage/ledger.ts';
import { dayFrom } from './exampleCalendar.ts';
import {
  EXAMPLE_ACTIVITIES,
  EXAMPLE_BENEFIT_NOTES,
  EXAMPLE_GOALS,
  EXAMPLE_NEEDS,
  EXAMPLE_NOTES,
  EXAMPLE_RESOURCES,
  EXAMPLE_SECTION_TEXTS,
} from './examplePlanFacts.ts';

export interface ExamplePlanOptions {
  readonly today: IsoDate;
  readonly deviceId: DeviceId;
  readonly hand: PlanHand;
  readonly organisationId: (index: number) => OrganisationId;
}

type Doc = Parameters<DocumentChange['run']>[0];

const needId = (index: number): NeedId => asId(`example-need-${index + 1}`);
const resourceId = (index: number): ResourceId => asId(`example-resource-${index + 1}`);
const goalId = (index: number): GoalId => asId(`example-goal-${index + 1}`);
const indicatorId = (index: number): IndicatorId => asId(`example-indicator-${index + 1}`);
const activityId = (index: number): ActivityId => asId(`example-activity-${index + 1}`);
const noteId = (index: number): PartnerNoteId => asId(`example-note-${index + 1}`);
const benefitNoteId = (index: number): BenefitNoteId => asId(`example-benefit-${index + 1}`);
const measurementId = (index: number, at: number): MeasurementId =>
  asId(`example-measurement-${index + 1}-${at + 1}`);
const lineId = (index: number, at: number): BudgetLineId => asId(`example-line-${index + 1}-${at + 1}`);

export function fillPlan(doc: Doc, options: ExamplePlanOptions): void {
  fillDiagnosis(doc, options);
  fillGoals(doc, options);
  fillActivities(doc, options);
  for (const section of NARRATIVE_SECTIONS) {
    const text = EXAMPLE_SECTION_TEXTS[section];
    if (text !== undefined) writeRichText(doc, sectionText(doc, section), text);
  }
  for (const section of ['profile', 'needs'] as const) markSection(doc, section, 'ready', true, options.hand);
}

/** Sections 2, 3, 4 and 11. */
function fillDiagnosis(doc: Doc, options: ExamplePlanOptions): void {
  const { hand, organisationId } = options;
  const place = ordering(options.deviceId);
  const owner = (index: number | undefined): OrganisationId | undefined =>
    index === undefined ? undefined : organisationId(index);
  const resources = EXAMPLE_RESOURCES.map(({ organisation, ...resource }, index) => ({
    ...resource,
    id: resourceId(index),
    order: place(index),
    organisationId: owner(organisation),
  }));
  addPlanRows(doc, 'resources', resources, hand);
  const needs = EXAMPLE_NEEDS.map(({ kind, text }, index) => ({
    id: needId(index),
    order: place(index),
    kind,
    text,
  }));
  addPlanRows(doc, 'needs', needs, hand);
  for (const [index, { importantFor, answeredBy }] of EXAMPLE_NEEDS.entries()) {
    for (const each of importantFor) castVote(doc, needId(index), organisationId(each), false, hand);
    for (const each of answeredBy) matchResource(doc, needId(index), resourceId(each), false, hand);
  }
  const notes = EXAMPLE_NOTES.map(({ organisation, kind, text }, index) => ({
    id: noteId(index),
    order: place(index),
    organisationId: organisationId(organisation),
    kind,
    text,
  }));
  addPlanRows(doc, 'partnerNotes', notes, hand);
  const benefits = EXAMPLE_BENEFIT_NOTES.map(({ benefit, organisation, due, text }, index) => ({
    id: benefitNoteId(index),
    order: place(index),
    benefit,
    organisationId: owner(organisation),
    due: due === undefined ? undefined : dayFrom(options.today, due),
    text,
  }));
  addPlanRows(doc, 'benefitNotes', benefits, hand);
}

function fillGoals(doc: Doc, { today, deviceId, hand }: ExamplePlanOptions): void {
  const place = ordering(deviceId);
  for (const [index, { title, text, indicator, measured }] of EXAMPLE_GOALS.entries()) {
    const id = goalId(index);
    addPlanRows(doc, 'goals', [{ id, order: place(index), title, text }], hand);
    const { name, unit, from, to } = indicator;
    const followed = indicatorId(index);
    addPlanRows(
      doc,
      'indicators',
      [{ id: followed, order: place(0), goalId: id, name, unit, baseline: from, target: to }],
      hand,
    );
    const measurements = measured.map(([value, day], at) => ({
      id: measurementId(index, at),
      order: place(at),
      indicatorId: followed,
      value,
      on: dayFrom(today, day),
      note: '',
    }));
    addPlanRows(doc, 'measurements', measurements, hand);
  }
}

function fillActivities(doc: Doc, { today, deviceId, hand, organisationId }: ExamplePlanOptions): void {
  const place = ordering(deviceId);
  for (const [index, { goal, organisation, from, due, budget, ...rest }] of EXAMPLE_ACTIVITIES.entries()) {
    const id = activityId(index);
    addPlanRows(
      doc,
      'activities',
      [
        {
          ...rest,
          id,
          order: place(index),
          goalId: goalId(goal),
          organisationId: organisation === undefined ? undefined : organisationId(organisation),
          from: dayFrom(today, from),
          due: dayFrom(today, due),
          decisionId: undefined,
        },
      ],
      hand,
    );
    const lines = budget.map(([name, amount, source], at) => ({
      id: lineId(index, at),
      order: place(at),
      activityId: id,
      name,
      amount: decodeGrosze(amount),
      source,
      organisationId: undefined,
    }));
    addPlanRows(doc, 'budgetLines', lines, hand);
  }
}

/** The index of each place in a list that is written at once. */
function ordering(deviceId: DeviceId): (place: number) => string {
  const orders: string[] = [];
  return (place) => {
    while (orders.length <= place) orders.push(orderBetween(orders.at(-1), undefined, deviceId));
    return orders[place] ?? '';
  };
}
