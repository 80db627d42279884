// The activities as CSV and calendar: what spreadsheets and calendars ask of a file, and what must never reach them.
import { describe, expect, test } from 'vitest';
import { eventsIcs } from '../../../src/outputs/plan/calendar/eventsIcs.ts';
import { planEvents } from '../../../src/outputs/plan/calendar/planEvents.ts';
import { activitiesCsv } from '../../../src/outputs/plan/tables/activitiesCsv.ts';
import { activityTable } from '../../../src/outputs/plan/tables/activityTable.ts';
import type { Activity } from '../../../src/domain/plan/activity.ts';
import { planContent, planFacts, USUAL, words } from './planFixture.ts';

const usual = planContent(USUAL);

function withActivity(change: Partial<Activity>) {
  const { rows } = usual;
  const activities = rows.activities.map((each, index) => (index === 0 ? { ...each, ...change } : each));
  return planFacts(planContent(USUAL, { rows: { ...rows, activities } }));
}

const csvOf = (change: Partial<Activity>): string =>
  activitiesCsv(activityTable(withActivity(change), words));

describe('CSV', () => {
  test('begins with the mark of UTF-8, divides by semicolons, ends lines as Excel does, and has decimal commas', () => {
    const csv = csvOf({});
    expect(csv.startsWith('\uFEFFLp.;Działanie;Cel;')).toBe(true);
    expect(csv.split('\r\n')).toHaveLength(13);
    expect(csv).toContain(';1200,50;1200,50;');
  });

  test.each(['=1+1', '+48 600', '-2', '@SUM(A1)', ' =HYPERLINK("http://x")', '\t=1', '＝1+1', '=1\nDwa'])(
    'never lets %j act as a formula',
    (title) => {
      const second = csvOf({ title }).split('\r\n')[1] ?? '';
      expect(second).toMatch(/^1;"?'/);
    },
  );

  test('keeps semicolons, quotes and line breaks within their cell', () => {
    expect(csvOf({ title: 'A; "B"\nC' })).toContain('1;"A; ""B""\nC";');
  });
});

describe('the calendar file', () => {
  const icsOf = (change: Partial<Activity>): string =>
    eventsIcs(planEvents(withActivity(change), words), { name: 'Terminy', at: new Date(0) });

  test('folds long lines within 75 bytes, never inside a letter', () => {
    const title = 'Żółć gęślą jaźń; '.repeat(30);
    const ics = icsOf({ title });
    for (const line of ics.split('\r\n')) {
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    }
    const unfolded = ics.replaceAll('\r\n ', '');
    expect(unfolded).toContain(`SUMMARY:Termin: ${title.replaceAll(';', '\\;')}`);
  });

  test('lets no text begin a property of its own', () => {
    const ics = icsOf({ title: 'Koniec\r\nEND:VCALENDAR', text: 'a\nATTACH:http://x' });
    expect(ics.match(/^END:VCALENDAR/gm)).toHaveLength(1);
    expect(ics).not.toMatch(/^ATTACH/m);
  });

  test('leaves out what was dropped, and keeps the keys of the rest', () => {
    const uids = (text: string): readonly string[] =>
      [...text.matchAll(/^UID:(.*)$/gm)].map(([, uid = '']) => uid);
    const before = uids(icsOf({}));
    const after = uids(icsOf({ state: 'dropped' }));
    expect(before.filter((uid) => uid.startsWith('activity-0.'))).toHaveLength(2);
    expect(after).toEqual(before.filter((uid) => !uid.startsWith('activity-0.')));
  });
});
