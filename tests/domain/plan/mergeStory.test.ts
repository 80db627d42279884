import { describe, expect, it } from 'vitest';
import { asId, type DecisionId, type MeetingId, type OrganisationId } from '../../../src/domain/ids.ts';
import { activityOfDecision } from '../../../src/domain/plan/activityOfDecision.ts';
import { openStories, type Overruled } from '../../../src/domain/plan/mergeStory.ts';
import { asInstant } from '../../../src/domain/time.ts';
import { day } from './planRows.ts';

const story = (id: string, lost: string, stood: string, at: number): Overruled => ({
  id,
  rowRoot: 'goals',
  rowId: 'g',
  field: 'title',
  lost: { value: lost, at: asInstant(at - 1), client: 1 },
  stood: { value: stood, at: asInstant(at), client: 2 },
});

describe('merge stories', () => {
  it('are told until somebody decided, or the lost value stands again, or the row is gone', () => {
    const stories = [story('a', 'x', 'now', 1), story('b', 'y', 'now', 2), story('c', 'now', 'z', 3)];
    const settled = [{ id: 'b', outcome: 'kept' as const, at: asInstant(9), byName: 'Anna' }];
    expect(openStories(stories, [], () => 'now').map(({ id }) => id)).toEqual(['b', 'a']);
    expect(openStories(stories, settled, () => 'now').map(({ id }) => id)).toEqual(['a']);
    expect(openStories(stories, [], () => undefined)).toEqual([]);
  });
});

describe('a decision that becomes an activity', () => {
  const decision = {
    id: asId<DecisionId>('d'),
    meetingId: asId<MeetingId>('m'),
    text: 'Ankieta w klasach',
    who: 'osp stare pole',
    due: day('2026-12-15'),
    isDone: false,
    order: 'V',
    isHidden: false,
  };
  const osp = {
    id: asId<OrganisationId>('osp'),
    name: 'OSP Stare Pole',
    type: 'services' as const,
    status: 'joined' as const,
    isHidden: false,
  };

  it('is owned by the partner that was named, whose name stays where it is not known', () => {
    expect(activityOfDecision(decision, [osp])).toMatchObject({
      title: 'Ankieta w klasach',
      organisationId: 'osp',
      due: '2026-12-15',
      state: 'planned',
      decisionId: 'd',
      text: '',
    });
    expect(activityOfDecision({ ...decision, who: 'pani Ewa', isDone: true }, [osp])).toMatchObject({
      organisationId: undefined,
      state: 'done',
      text: 'pani Ewa',
    });
    expect(activityOfDecision(decision, [{ ...osp, isHidden: true }]).organisationId).toBeUndefined();
  });
});
