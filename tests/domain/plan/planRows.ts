// Rows of a plan for tests: each with every field, of which a test states the ones it is about.
import {
  type ActivityId,
  asId,
  type GoalId,
  type IndicatorId,
  type MeasurementId,
  type NeedId,
} from '../../../src/domain/ids.ts';
import type { Activity } from '../../../src/domain/plan/activity.ts';
import type { Goal, Indicator, Measurement } from '../../../src/domain/plan/goal.ts';
import type { Need } from '../../../src/domain/plan/need.ts';
import { decodeIsoDate, type IsoDate } from '../../../src/domain/time.ts';

export function day(text: string): IsoDate {
  const date = decodeIsoDate(text);
  if (date === undefined) throw new Error(`no day: ${text}`);
  return date;
}

const row = (id: string) => ({ order: id, isHidden: false, isOfferedBack: false });

export function need(id: string, fields: Partial<Need> = {}): Need {
  return { ...row(id), id: asId<NeedId>(id), kind: 'need', text: id, ...fields };
}

export function goal(id: string, fields: Partial<Goal> = {}): Goal {
  return { ...row(id), id: asId<GoalId>(id), title: id, text: '', ...fields };
}

export function indicator(id: string, goalId: string, fields: Partial<Indicator> = {}): Indicator {
  return {
    ...row(id),
    id: asId<IndicatorId>(id),
    goalId: asId<GoalId>(goalId),
    name: id,
    unit: '',
    baseline: 0,
    target: 25,
    ...fields,
  };
}

export function measurement(id: string, indicatorId: string, fields: Partial<Measurement> = {}): Measurement {
  return {
    ...row(id),
    id: asId<MeasurementId>(id),
    indicatorId: asId<IndicatorId>(indicatorId),
    value: 0,
    on: day('2026-11-01'),
    note: '',
    ...fields,
  };
}

export function activity(id: string, fields: Partial<Activity> = {}): Activity {
  return {
    ...row(id),
    id: asId<ActivityId>(id),
    goalId: undefined,
    title: id,
    organisationId: undefined,
    from: undefined,
    due: undefined,
    state: 'planned',
    decisionId: undefined,
    text: '',
    ...fields,
  };
}
