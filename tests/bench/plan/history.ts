// A large plan as two people wrote it: 13 sections, 40 goals, 200 activities, 20,000 edits, by the product's commands for rows
// and letter by letter, as an editor writes, for the texts. The same each time.

import * as Y from 'yjs';
import { addOrganisations, beginPartnership } from '../../../src/documents/partnershipCommands.ts';
import {
  addPlanRows,
  editPlanRow,
  editPlanText,
  type PlanHand,
} from '../../../src/documents/planCommands.ts';
import { sectionText } from '../../../src/documents/planTexts.ts';
import { ELEMENTS } from '../../../src/documents/richTextNames.ts';
import { signSession } from '../../../src/documents/planAuthors.ts';
import {
  type ActivityId,
  type AnyId,
  asId,
  type BudgetLineId,
  type GoalId,
  type IndicatorId,
  type NeedId,
  type OrganisationId,
  type PartnershipId,
  type ResourceId,
} from '../../../src/domain/ids.ts';
import { orderBetween } from '../../../src/domain/order.ts';
import { ACTIVITY_STATES } from '../../../src/domain/plan/activity.ts';
import { BUDGET_SOURCES, decodeGrosze } from '../../../src/domain/plan/budget.ts';
import { RESOURCE_KINDS } from '../../../src/domain/plan/resource.ts';
import { isNarrative, type NarrativeSection, sectionsOf } from '../../../src/domain/plan/sections.ts';
import { THIRD_ROUND } from '../../../src/domain/programme/thirdRound.ts';
import { asInstant, decodeIsoDate, type IsoDate } from '../../../src/domain/time.ts';
import { organisationName } from '../../filled/names.ts';
import { type Random, randomOf } from '../../sync/random.ts';
import { wordsOf } from '../visit/content.ts';

const SIZE = {
  edits: 20_000,
  goals: 40,
  activities: 200,
  needs: 30,
  resources: 30,
  organisations: 9,
} as const;
/** The section that is opened and typed in. */
export const MEASURED: NarrativeSection = 'vision';
/** Of the letters of all texts, those of the measured section. */
const SHARE_OF_MEASURED = 0.35;
const PARAGRAPHS = 12;
/** Of the edits, those of rows. */
const SHARE_OF_ROWS = 0.2;
/** Edits that somebody makes before they hear of the other's. */
const APART = 40;
const SHARE_OF_REMOVALS = 0.12;

const WRITERS = [
  { client: 2_873_456_781, name: 'Barbara Zielińska' },
  { client: 1_104_558_213, name: 'Ewa Maj' },
] as const;
const BEGAN = Date.parse('2026-10-01T08:00:00Z');
const TRACK = 'project';
/** Sections of one text; the others are rows. */
const TEXTS = sectionsOf(TRACK).filter(isNarrative);

export interface PlanHistory {
  readonly id: PartnershipId;
  readonly doc: Y.Doc;
  readonly edits: number;
  readonly rows: EditableRows;
}

/** The rows that are edited after they were made. */
export interface EditableRows {
  readonly goals: readonly GoalId[];
  readonly activities: readonly ActivityId[];
}

interface Writer {
  readonly doc: Y.Doc;
  readonly hand: () => PlanHand;
}

/** An edit of a row or a letter of a text; counts as one of the history. */
export type Step = (writer: Writer) => void;

export function makeHistory(seed: number): PlanHistory {
  const random = randomOf(seed);
  const newId = idsFrom(random);
  const id = newId<PartnershipId>();
  const organisations = many(SIZE.organisations, () => newId<OrganisationId>());
  let edits = 0;
  const writers = WRITERS.map(({ client, name }, index): Writer => {
    const doc = new Y.Doc();
    doc.clientID = client;
    const by = { name, organisationId: organisations[index] };
    return { doc, hand: () => ({ at: asInstant(BEGAN + edits * 1_000), by }) };
  });
  const [first, second] = writers;
  if (first === undefined || second === undefined) throw new Error('a history of two');
  const run = (writer: Writer, step: Step): void => {
    step(writer);
    edits += 1;
  };

  begin(first.doc, id, organisations);
  const { adding, ...rows } = newRows(random, newId, organisations);
  for (const add of adding) run(first, add);
  for (const section of TEXTS) run(first, ({ doc }) => beginText(doc, section));
  meet(first.doc, second.doc);
  while (edits < SIZE.edits) {
    for (const writer of writers) {
      const burst = Math.min(APART, SIZE.edits - edits);
      const isRows = random.next() < SHARE_OF_ROWS;
      const steps = isRows ? many(burst, () => rowEdit(random, rows)) : typed(random, writer.doc, burst);
      for (const step of steps) run(writer, step);
    }
    meet(first.doc, second.doc);
  }
  return { id, doc: first.doc, edits, rows };
}

function begin(doc: Y.Doc, id: PartnershipId, organisations: readonly OrganisationId[]): void {
  beginPartnership(doc, {
    id,
    name: 'Partnerstwo dużego planu',
    roundId: THIRD_ROUND.id,
    track: TRACK,
    phase: 'vision',
    libraryName: 'Gminna Biblioteka Publiczna',
    gmina: 'Stare Pole',
    facilitatorName: 'Adam Animator',
    coordinatorName: WRITERS[0].name,
    isExample: false,
    createdAt: asInstant(BEGAN),
  });
  addOrganisations(
    doc,
    organisations.map((each, index) => ({
      id: each,
      name: organisationName(index, 'plain'),
      type: 'ngo' as const,
      status: 'joined' as const,
    })),
  );
}

/** What adds each of the plan's rows. */
function newRows(
  random: Random,
  newId: <Id extends AnyId>() => Id,
  organisations: readonly OrganisationId[],
) {
  const goals = many(SIZE.goals, () => newId<GoalId>());
  const activities = many(SIZE.activities, () => newId<ActivityId>());
  const nextOrder = ordersFrom();
  const phrase = (length: number): string => wordsOf(random.next, length);
  const needs = many(SIZE.needs, (): Step => {
    const row = { id: newId<NeedId>(), order: nextOrder('needs'), kind: 'need' as const, text: phrase(90) };
    return ({ doc, hand }) => addPlanRows(doc, 'needs', [row], hand());
  });
  const resources = many(SIZE.resources, (): Step => {
    const row = {
      id: newId<ResourceId>(),
      order: nextOrder('resources'),
      organisationId: random.pick(organisations),
      kind: random.pick(RESOURCE_KINDS),
      name: phrase(25),
      text: phrase(60),
    };
    return ({ doc, hand }) => addPlanRows(doc, 'resources', [row], hand());
  });
  const goalRows = goals.map((id): Step => {
    const row = { id, order: nextOrder('goals'), title: phrase(60), text: phrase(160) };
    return ({ doc, hand }) => addPlanRows(doc, 'goals', [row], hand());
  });
  const indicators = goals.map((goalId): Step => {
    const facts = { goalId, name: phrase(30), unit: 'osób', baseline: random.below(50), target: 100 };
    const row = { id: newId<IndicatorId>(), order: nextOrder('indicators'), ...facts };
    return ({ doc, hand }) => addPlanRows(doc, 'indicators', [row], hand());
  });
  const activityRows = activities.map((id): Step => {
    const row = {
      id,
      order: nextOrder('activities'),
      goalId: random.pick(goals),
      title: phrase(60),
      organisationId: random.pick(organisations),
      from: dayAfter(random.below(200)),
      due: dayAfter(200 + random.below(200)),
      state: 'planned' as const,
      decisionId: undefined,
      text: phrase(80),
    };
    return ({ doc, hand }) => addPlanRows(doc, 'activities', [row], hand());
  });
  const budget = activities.map((activityId): Step => {
    const row = {
      id: newId<BudgetLineId>(),
      order: nextOrder('budgetLines'),
      activityId,
      name: phrase(25),
      amount: decodeGrosze((1 + random.below(500)) * 1_000),
      source: random.pick(BUDGET_SOURCES),
      organisationId: undefined,
    };
    return ({ doc, hand }) => addPlanRows(doc, 'budgetLines', [row], hand());
  });
  const adding = [...needs, ...resources, ...goalRows, ...indicators, ...activityRows, ...budget];
  return { adding, goals, activities };
}

/** A change of one field, or two letters of a row's text. */
export function rowEdit(random: Random, { goals, activities }: EditableRows): Step {
  const id = random.pick(activities);
  const kind = random.below(5);
  const days = random.below(200);
  const letters = wordsOf(random.next, 2);
  switch (kind) {
    case 0: {
      const state = random.pick(ACTIVITY_STATES);
      return ({ doc, hand }) => editPlanRow(doc, 'activities', id, { state }, hand());
    }
    case 1:
      return ({ doc, hand }) => editPlanRow(doc, 'activities', id, { due: dayAfter(200 + days) }, hand());
    case 2: {
      const goal = random.pick(goals);
      return ({ doc, hand }) =>
        editPlanText(doc, 'goals', goal, { index: days, remove: 0, insert: letters }, hand());
    }
    case 3:
      return ({ doc, hand }) =>
        editPlanText(doc, 'activities', id, { index: days, remove: 0, insert: letters }, hand());
    default: {
      const title = wordsOf(random.next, 50);
      return ({ doc, hand }) => editPlanRow(doc, 'activities', id, { title }, hand());
    }
  }
}

/** A heading, paragraphs and a list, all but empty. */
function beginText(doc: Y.Doc, section: NarrativeSection): void {
  const heading = elementOf(ELEMENTS.heading, [new Y.XmlText('Nagłówek')]);
  const list = elementOf(ELEMENTS.bulletList, [
    elementOf(ELEMENTS.listItem, [elementOf(ELEMENTS.paragraph, [new Y.XmlText('Punkt')])]),
  ]);
  const paragraphs = many(PARAGRAPHS, () => elementOf(ELEMENTS.paragraph, [new Y.XmlText('Akapit. ')]));
  doc.transact(() => sectionText(doc, section).insert(0, [...paragraphs, heading, list]));
}

/** Letters that somebody types and takes back in one paragraph. */
function typed(random: Random, doc: Y.Doc, count: number): readonly Step[] {
  const section = random.next() < SHARE_OF_MEASURED ? MEASURED : random.pick(TEXTS);
  const paragraph = random.below(PARAGRAPHS);
  const length = paragraphText(doc, section, paragraph).length;
  // People mostly go on where the text ends.
  let at = random.next() < 0.7 ? length : random.below(length + 1);
  return wordsOf(random.next, count)
    .split('')
    .map((letter): Step => {
      const isRemoval = at > 0 && random.next() < SHARE_OF_REMOVALS;
      const index = isRemoval ? at - 1 : at;
      at += isRemoval ? -1 : 1;
      return ({ doc: own, hand }) => {
        own.transact(() => {
          signSession(own, hand().by);
          typeLetter(own, section, paragraph, index, isRemoval ? undefined : letter);
        });
      };
    });
}

/** As an editor does it: one letter of a paragraph, or, without one, the letter there taken away. */
export function typeLetter(
  doc: Y.Doc,
  section: NarrativeSection,
  paragraph: number,
  index: number,
  letter: string | undefined,
): void {
  const text = paragraphText(doc, section, paragraph);
  if (letter === undefined) text.delete(index, 1);
  else text.insert(index, letter);
}

export function paragraphText(doc: Y.Doc, section: NarrativeSection, paragraph: number): Y.XmlText {
  const element: unknown = sectionText(doc, section).get(paragraph);
  const text: unknown = element instanceof Y.XmlElement ? element.get(0) : undefined;
  if (!(text instanceof Y.XmlText)) throw new Error(`${section} has no paragraph ${paragraph}`);
  return text;
}

function elementOf(name: string, children: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const element = new Y.XmlElement(name);
  element.insert(0, children);
  return element;
}

function meet(one: Y.Doc, other: Y.Doc): void {
  const [fromOne, fromOther] = [
    Y.encodeStateAsUpdateV2(one, Y.encodeStateVector(other)),
    Y.encodeStateAsUpdateV2(other, Y.encodeStateVector(one)),
  ];
  Y.applyUpdateV2(one, fromOther, 'other');
  Y.applyUpdateV2(other, fromOne, 'other');
}

const DAY_MS = 86_400_000;

function dayAfter(days: number): IsoDate {
  const day = decodeIsoDate(new Date(BEGAN + days * DAY_MS).toISOString().slice(0, 10));
  if (day === undefined) throw new Error(`no day: ${days}`);
  return day;
}

function many<Value>(count: number, make: (index: number) => Value): readonly Value[] {
  return Array.from({ length: count }, (_each, index) => make(index));
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';

/** Ids as long as the real ones. */
function idsFrom(random: Random): <Id extends AnyId>() => Id {
  return () => asId(many(21, () => LETTERS.charAt(random.below(LETTERS.length))).join(''));
}

/** The next order at the end of each list. */
function ordersFrom(): (list: string) => string {
  const last = new Map<string, string>();
  return (list) => {
    const order = orderBetween(last.get(list), undefined, 'filled-device');
    last.set(list, order);
    return order;
  };
}
