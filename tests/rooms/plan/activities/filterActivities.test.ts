import { describe, expect, test } from 'vitest';
import { type GoalId, type OrganisationId, asId } from '../../../../src/domain/ids.ts';
import {
  filterActivities,
  filtersSet,
  NO_FILTER,
  tasksOf,
} from '../../../../src/rooms/plan/activities/filterActivities.ts';
import { activity, day } from '../../../domain/plan/planRows.ts';

const school = asId<OrganisationId>('school');
const today = day('2026-11-23');
const late = activity('late', { due: day('2026-11-22'), organisationId: school });
const doneLate = activity('doneLate', { due: day('2026-11-22'), state: 'done', organisationId: school });
const later = activity('later', { due: day('2026-12-22'), organisationId: school });
const undated = activity('undated', { organisationId: school, state: 'inProgress' });
const others = activity('others', { goalId: asId<GoalId>('goal'), due: day('2026-11-01') });
const all = [undated, later, others, doneLate, late];
const ids = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map(({ id }) => id);

describe('filters of activities', () => {
  test('each narrows, none shows all in their order', () => {
    expect(filterActivities(all, NO_FILTER, today)).toEqual(all);
    const filter = { ...NO_FILTER, organisationId: school, isOverdue: true };
    expect(filtersSet(filter)).toBe(2);
    expect(ids(filterActivities(all, filter, today))).toEqual(['late']);
    expect(ids(filterActivities(all, { ...NO_FILTER, state: 'done' }, today))).toEqual(['doneLate']);
    expect(ids(filterActivities(all, { ...NO_FILTER, goalId: asId<GoalId>('goal') }, today))).toEqual([
      'others',
    ]);
  });

  test('own tasks are what is still to be done, the most urgent first', () => {
    expect(ids(tasksOf(all, school))).toEqual(['late', 'later', 'undated']);
  });
});
