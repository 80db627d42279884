import { describe, expect, it } from 'vitest';
import { asId, type OrganisationId } from '../../../src/domain/ids.ts';
import { judgedPlan, planCompleteness } from '../../../src/domain/plan/completeness.ts';
import type { PlanContent } from '../../../src/domain/plan/planContent.ts';
import { emptyPlan } from './emptyPlan.ts';
import { activity, day, goal, indicator, need } from './planRows.ts';

const complete = (content: PlanContent, marks: Parameters<typeof planCompleteness>[1] = []) =>
  planCompleteness(judgedPlan(content), marks);
const sectionIn = (content: PlanContent, section: string) =>
  complete(content).sections.find((each) => each.section === section);

const paragraph = (text: string) => [{ kind: 'paragraph' as const, inlines: [{ text }] }];

describe('how far a plan is', () => {
  it('begins with nothing ready, and the first section is the first to do', () => {
    const { ready, of, next, sections } = complete(emptyPlan({}));
    expect([ready, of, next?.section]).toEqual([0, 13, 'profile']);
    expect(sections.every(({ state }) => state === 'empty')).toBe(true);
  });

  it('counts what was called ready, and not what is left out', () => {
    const marks = [
      { section: 'profile' as const, isReady: true, isLeftOut: false },
      { section: 'promotion' as const, isReady: false, isLeftOut: true },
    ];
    const { ready, of, next } = complete(emptyPlan({}), marks);
    expect([ready, of, next?.section]).toEqual([1, 12, 'needs']);
  });

  it('has texts ready once something is to be read in them, a blank one is none', () => {
    const written = emptyPlan({}, { texts: { vision: paragraph('Razem'), roles: paragraph(' ') } });
    expect(sectionIn(written, 'vision')).toMatchObject({ state: 'ready', gaps: [] });
    expect(sectionIn(written, 'roles')).toMatchObject({ state: 'empty', gaps: [{ kind: 'noText' }] });
  });

  it('says what rows lack: indicators without a number, activities without owner or date', () => {
    const begun = emptyPlan({
      needs: [need('n')],
      goals: [goal('g'), goal('h')],
      indicators: [indicator('i', 'g', { target: undefined }), indicator('j', 'hidden')],
      activities: [
        activity('a', { organisationId: asId('osp'), due: day('2026-12-15') }),
        activity('b', { due: day('2026-12-15') }),
        activity('c', { state: 'dropped' }),
      ],
    });
    expect(sectionIn(begun, 'needs')).toMatchObject({ state: 'ready' });
    expect(sectionIn(begun, 'goals')).toMatchObject({
      state: 'begun',
      gaps: [
        { kind: 'goalsWithoutIndicator', count: 1 },
        { kind: 'indicatorsIncomplete', count: 1 },
      ],
    });
    expect(sectionIn(begun, 'activities')).toMatchObject({
      state: 'begun',
      gaps: [{ kind: 'activitiesWithoutOwner', count: 1 }],
    });
  });

  it('asks of partners who have joined, and of nobody else', () => {
    const organisation = (id: string, status: 'joined' | 'left') => ({
      id: asId<OrganisationId>(id),
      name: id,
      type: 'other' as const,
      status,
      isHidden: false,
    });
    const content = emptyPlan(
      {},
      { organisations: [organisation('osp', 'joined'), organisation('kgw', 'left')] },
    );
    expect(sectionIn(content, 'partners')?.gaps).toEqual([{ kind: 'partnersWithoutNote', count: 1 }]);
    expect(sectionIn(content, 'acceptance')?.gaps).toEqual([{ kind: 'noVersion' }]);
  });
});
