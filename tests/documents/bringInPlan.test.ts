import { describe, expect, test } from 'vitest';
import { bringInPlan, type BroughtPlan, takeBackPlan } from '../../src/documents/bringInPlan.ts';
import { addActivityOfDecision } from '../../src/documents/decisionActivity.ts';
import { editPlanText } from '../../src/documents/planCommands.ts';
import { readPlanRecords } from '../../src/documents/planContent.ts';
import { sectionText } from '../../src/documents/planTexts.ts';
import { readRichText } from '../../src/documents/richText.ts';
import { writeRichText } from '../../src/documents/writeRichText.ts';
import { type ActivityId, asId, type DecisionId, type MeetingId } from '../../src/domain/ids.ts';
import type { Block } from '../../src/domain/richText/blocks.ts';
import { goal, need } from '../domain/plan/planRows.ts';
import { begunPlan, hand, sync } from './planReplicas.ts';

const paragraph = (text: string): Block => ({ kind: 'paragraph', inlines: [{ text }] });
const NONE: BroughtPlan['rows'] = {
  needs: [],
  partnerNotes: [],
  resources: [],
  goals: [],
  activities: [],
  benefitNotes: [],
};
const BROUGHT: BroughtPlan = {
  texts: { vision: [paragraph('Wczytane pierwsze'), paragraph('Wczytane drugie')] },
  rows: { ...NONE, needs: [need('n', { text: 'Chodnik' })], goals: [goal('g')] },
};
const shown = <Row extends { readonly isHidden: boolean }>(rows: readonly Row[]): readonly Row[] =>
  rows.filter(({ isHidden }) => !isHidden);

describe('bringing in a plan', () => {
  test('adds to what is there, and taking it back leaves what was there', () => {
    const doc = begunPlan();
    const vision = sectionText(doc, 'vision');
    writeRichText(doc, vision, [paragraph('Nasze')]);
    const brought = bringInPlan(doc, BROUGHT, hand('Anna', 10));
    expect(readRichText(vision)).toEqual([
      paragraph('Nasze'),
      paragraph('Wczytane pierwsze'),
      paragraph('Wczytane drugie'),
    ]);
    expect(shown(readPlanRecords(doc, 'needs')).map(({ text }) => text)).toEqual(['Chodnik']);
    expect(shown(readPlanRecords(doc, 'goals'))).toHaveLength(1);

    takeBackPlan(doc, brought, hand('Anna', 20));
    expect(readRichText(vision)).toEqual([paragraph('Nasze')]);
    expect(shown(readPlanRecords(doc, 'needs'))).toEqual([]);
    expect(shown(readPlanRecords(doc, 'goals'))).toEqual([]);
  });

  test('[G4] what another has written in it before it was taken back stays, and a row is offered back', () => {
    const [anna, ewa] = [begunPlan(), begunPlan()];
    sync(anna, ewa);
    const brought = bringInPlan(anna, BROUGHT, hand('Anna', 10));
    sync(anna, ewa);
    const theirs = sectionText(ewa, 'vision');
    writeRichText(ewa, theirs, [paragraph('Wczytane pierwsze'), paragraph('Wczytane drugie i poprawione')]);
    editPlanText(ewa, 'needs', 'n', { index: 7, remove: 0, insert: ' do szkoły' }, hand('Ewa', 15));
    takeBackPlan(anna, brought, hand('Anna', 20));
    sync(anna, ewa);
    expect(shown(readPlanRecords(anna, 'needs'))).toEqual([]);
    expect(readPlanRecords(ewa, 'needs')[0]).toMatchObject({
      text: 'Chodnik do szkoły',
      isOfferedBack: true,
    });

    const again = bringInPlan(anna, { ...BROUGHT, rows: NONE }, hand('Anna', 30));
    sync(anna, ewa);
    const at = readRichText(theirs).length - 1;
    writeRichText(ewa, theirs, readRichText(theirs).with(at, paragraph('Poprawione przez Ewę')));
    sync(anna, ewa);
    takeBackPlan(anna, again, hand('Anna', 40));
    sync(anna, ewa);
    expect(readRichText(theirs)).toContainEqual(paragraph('Poprawione przez Ewę'));
    expect(readRichText(sectionText(anna, 'vision'))).toEqual(readRichText(theirs));
  });
});

describe('a decision that becomes an activity', () => {
  const decision = {
    id: asId<DecisionId>('d'),
    meetingId: asId<MeetingId>('m'),
    text: 'Kupić gry',
    who: 'Ktoś z OSP',
    due: undefined,
    isDone: false,
    order: 'a',
    isHidden: false,
  };
  const as = (id: string) => ({ id: asId<ActivityId>(id), deviceId: 'device', organisations: [] });

  test('is made once, however often it is asked for', () => {
    const doc = begunPlan();
    addActivityOfDecision(doc, decision, as('one'), hand('Anna', 10));
    addActivityOfDecision(doc, decision, as('two'), hand('Anna', 11));
    const activities = readPlanRecords(doc, 'activities');
    expect(activities).toHaveLength(1);
    expect(activities[0]).toMatchObject({
      id: 'one',
      title: 'Kupić gry',
      decisionId: 'd',
      text: 'Ktoś z OSP',
      state: 'planned',
    });
  });
});
