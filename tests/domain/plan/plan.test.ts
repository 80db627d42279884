import { describe, expect, it } from 'vitest';
import { boardOf, datesProblem, isActivityOverdue, timelineOf } from '../../../src/domain/plan/activity.ts';
import { threadsOf, type Comment } from '../../../src/domain/plan/discussion.ts';
import { historyOf, indicatorProgress } from '../../../src/domain/plan/goal.ts';
import { byImportance, votersOf, type Vote } from '../../../src/domain/plan/need.ts';
import { acceptanceState, type Acceptance } from '../../../src/domain/plan/planVersion.ts';
import { sectionOfTarget } from '../../../src/domain/plan/planTarget.ts';
import { isNarrative, PLAN_SECTIONS, sectionNumber, sectionsOf } from '../../../src/domain/plan/sections.ts';
import type { PartnerOrganisation } from '../../../src/domain/organisation.ts';
import {
  asId,
  type CommentId,
  type DeviceId,
  type NeedId,
  type OrganisationId,
  type PlanVersionId,
} from '../../../src/domain/ids.ts';
import { asInstant } from '../../../src/domain/time.ts';
import { activity, day, indicator, measurement, need } from './planRows.ts';

const organisation = (id: string, fields: Partial<PartnerOrganisation> = {}): PartnerOrganisation => ({
  id: asId<OrganisationId>(id),
  name: id,
  type: 'other',
  status: 'joined',
  isHidden: false,
  ...fields,
});

describe('the sections of the plan', () => {
  it('are thirteen for either track, numbered through, and differ in the eighth', () => {
    for (const track of ['project', 'longTerm'] as const) {
      const sections = sectionsOf(track);
      expect(sections.map(sectionNumber)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
    }
    expect(sectionsOf('project')[7]).toBe('project');
    expect(sectionsOf('longTerm')[7]).toBe('longTermConcept');
  });

  it('are rows in 2 to 4, 6, 7 and 11, and formatted text in the others', () => {
    const rows = PLAN_SECTIONS.filter((section) => !isNarrative(section)).map(sectionNumber);
    expect(rows).toEqual([2, 3, 4, 6, 7, 11]);
  });

  it('hold what comments are about', () => {
    expect(sectionOfTarget({ kind: 'row', root: 'measurements', id: 'm', field: '' })).toBe('goals');
    expect(sectionOfTarget({ kind: 'section', section: 'vision' })).toBe('vision');
  });
});

describe('needs', () => {
  const vote = (needId: string, organisationId: string, isWithdrawn = false): Vote => ({
    needId: asId<NeedId>(needId),
    organisationId: asId<OrganisationId>(organisationId),
    at: asInstant(1),
    byName: '',
    isWithdrawn,
  });
  const organisations = [organisation('osp'), organisation('kgw'), organisation('gok', { isHidden: true })];

  it('count the votes of organisations that are still there, not the withdrawn ones', () => {
    const votes = [vote('n', 'osp'), vote('n', 'kgw', true), vote('n', 'gok'), vote('n', 'unknown')];
    expect(votersOf(asId('n'), votes, organisations).map(({ id }) => id)).toEqual(['osp']);
  });

  it('stand by importance, and in their own order where it is the same', () => {
    const votes = [vote('c', 'osp'), vote('c', 'kgw'), vote('b', 'osp')];
    const sorted = byImportance([need('d'), need('a'), need('b'), need('c')], votes, organisations);
    expect(sorted.map(({ id }) => id)).toEqual(['c', 'b', 'a', 'd']);
  });
});

describe('an indicator', () => {
  it('without a number says what is missing instead of how it does', () => {
    const without = indicator('i', 'g', { target: undefined, name: ' ' });
    expect(indicatorProgress(without, [])).toEqual({ kind: 'incomplete', gaps: ['noName', 'noTarget'] });
    expect(indicatorProgress(indicator('i', 'g'), [])).toEqual({ kind: 'notMeasured' });
  });

  it('counts the way to the target in either direction, never beyond its ends', () => {
    const measured = (value: number) => [measurement('m', 'i', { value })];
    const fewer = indicator('i', 'g', { baseline: 40, target: 20 });
    expect(indicatorProgress(fewer, measured(30))).toEqual({ kind: 'measured', now: 30, towards: 0.5 });
    expect(indicatorProgress(fewer, measured(50))).toEqual({ kind: 'measured', now: 50, towards: 0 });
    expect(indicatorProgress(indicator('i', 'g'), measured(30))).toMatchObject({ towards: 1 });
    expect(indicatorProgress(indicator('i', 'g', { target: 0 }), measured(3))).toMatchObject({ towards: 1 });
  });

  it('shows its history by days; the later of one day stands, hidden and half-filled ones are left out', () => {
    const measurements = [
      measurement('a', 'i', { on: day('2026-12-01'), value: 9 }),
      measurement('b', 'i', { on: day('2026-11-01'), value: 1 }),
      measurement('c', 'i', { on: day('2026-11-01'), value: 2 }),
      measurement('d', 'i', { on: undefined, value: 3 }),
      measurement('e', 'i', { value: undefined }),
      measurement('f', 'i', { on: day('2026-12-02'), isHidden: true }),
      measurement('g', 'other'),
    ];
    expect(historyOf(asId('i'), measurements)).toEqual([
      { on: '2026-11-01', value: 2 },
      { on: '2026-12-01', value: 9 },
    ]);
  });
});

describe('activities', () => {
  it('are overdue from the day after, and never when done or dropped', () => {
    const due = day('2026-12-15');
    expect(isActivityOverdue(activity('a', { due }), day('2026-12-15'))).toBe(false);
    expect(isActivityOverdue(activity('a', { due }), day('2026-12-16'))).toBe(true);
    for (const state of ['done', 'dropped'] as const)
      expect(isActivityOverdue(activity('a', { due, state }), day('2027-01-01'))).toBe(false);
    expect(isActivityOverdue(activity('a'), day('2027-01-01'))).toBe(false);
  });

  it('may not end before they begin', () => {
    expect(datesProblem(day('2026-12-02'), day('2026-12-01'))).toBe('endBeforeStart');
    expect(datesProblem(day('2026-12-01'), day('2026-12-01'))).toBeUndefined();
    expect(datesProblem(undefined, day('2026-12-01'))).toBeUndefined();
  });

  it('stand on the board by state, in the order of the list', () => {
    const board = boardOf([activity('b'), activity('a'), activity('c', { state: 'done' })]);
    expect(board.planned.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(board.done.map(({ id }) => id)).toEqual(['c']);
  });

  it('lie on the timeline by days, the wrong way round too, and undated ones beside it', () => {
    const [early, late] = [day('2026-03-01'), day('2026-09-30')];
    const timeline = timelineOf([
      activity('turned', { from: late, due: early }),
      activity('short', { due: early }),
      activity('undated'),
    ]);
    expect(timeline.bars.map(({ activity: { id }, from, to }) => [id, from, to])).toEqual([
      ['short', early, early],
      ['turned', early, late],
    ]);
    expect(timeline.span).toEqual({ from: early, to: late });
    expect(timeline.undated.map(({ id }) => id)).toEqual(['undated']);
    expect(timelineOf([activity('undated')]).span).toBeUndefined();
  });
});

describe('comments', () => {
  it('are threads; an answer whose beginning has not arrived is shown all the same', () => {
    const comment = (id: string, at: number, replyTo?: string): Comment => ({
      id: asId<CommentId>(id),
      on: { kind: 'section', section: 'vision' },
      text: id,
      authorOrganisationId: undefined,
      byName: '',
      at: asInstant(at),
      mentions: [],
      replyTo: replyTo === undefined ? undefined : asId<CommentId>(replyTo),
      resolvedAt: undefined,
      resolvedBy: '',
    });
    const threads = threadsOf([comment('c', 3, 'a'), comment('b', 2, 'lost'), comment('a', 1)]);
    expect(threads.map(({ first, replies }) => [first.id, ...replies.map(({ id }) => id)])).toEqual([
      ['a', 'c'],
      ['b'],
    ]);
  });
});

describe('acceptance of a version', () => {
  it('counts who joined, and who accepted even if they have left since', () => {
    const versionId = asId<PlanVersionId>('v');
    const acceptance = (id: string, of = versionId): Acceptance => ({
      versionId: of,
      organisationId: asId<OrganisationId>(id),
      at: asInstant(1),
      byName: '',
      deviceId: asId<DeviceId>('tablet'),
      kind: 'confirmation',
      signatureId: undefined,
    });
    const state = acceptanceState(
      versionId,
      [acceptance('osp'), acceptance('left'), acceptance('kgw', asId<PlanVersionId>('older'))],
      [
        organisation('osp'),
        organisation('kgw'),
        organisation('left', { status: 'left' }),
        organisation('invited', { status: 'invited' }),
        organisation('hidden', { isHidden: true }),
      ],
    );
    expect(state.accepted.map(({ organisationId }) => organisationId)).toEqual(['left', 'osp']);
    expect(state.missing.map(({ id }) => id)).toEqual(['kgw']);
    expect(state.of).toBe(3);
  });
});
