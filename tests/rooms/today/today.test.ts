import { describe, expect, test } from 'vitest';
import type { AttendanceCounts } from '../../../src/domain/attendance.ts';
import { asId } from '../../../src/domain/ids.ts';
import type { Decision, Meeting } from '../../../src/domain/meeting.ts';
import { THIRD_ROUND } from '../../../src/domain/programme/thirdRound.ts';
import type { Seal } from '../../../src/domain/seal.ts';
import { asInstant, decodeIsoDate } from '../../../src/domain/time.ts';
import { latestSeal } from '../../../src/rooms/today/latestSeal.ts';
import { meetingPath } from '../../../src/domain/meetingPath.ts';
import { nextAction } from '../../../src/rooms/today/nextAction.ts';
import { openDecisions } from '../../../src/rooms/today/openDecisions.ts';

const counts: AttendanceCounts = {
  listed: 18,
  present: 0,
  excused: 0,
  absent: 0,
  signed: 0,
  walkIns: 0,
  organisations: 9,
};

function meeting(number: number, fields: Partial<Meeting> = {}): Meeting {
  return {
    id: asId(`meeting-${number}`),
    number,
    theme: 'other',
    title: '',
    date: decodeIsoDate('2026-11-22'),
    from: undefined,
    to: undefined,
    place: '',
    state: 'planned',
    openedAt: undefined,
    closedAt: undefined,
    isHidden: false,
    ...fields,
  };
}

describe('the one big action', () => {
  const facts = {
    mayKeepRegister: true,
    hasMeetings: true,
    hasPeople: true,
    next: { meeting: meeting(1), counts },
  };

  test('is planning while nothing is planned', () => {
    expect(nextAction({ ...facts, hasMeetings: false, next: undefined })).toEqual({
      kind: 'plan',
      isFirst: true,
    });
    expect(nextAction({ ...facts, next: undefined })).toEqual({ kind: 'plan', isFirst: false });
  });

  test('is bringing the list in while nobody is known, also when the meeting has no date', () => {
    const undated = { meeting: meeting(1, { date: undefined }), counts: { ...counts, listed: 0 } };
    expect(nextAction({ ...facts, hasPeople: false, next: undated }).kind).toBe('bringIn');
  });

  test('is inviting when people are known and nobody is on this list', () => {
    expect(
      nextAction({ ...facts, next: { meeting: meeting(2), counts: { ...counts, listed: 0 } } }).kind,
    ).toBe('invite');
  });

  test('is the list itself once people are invited, and going back to it while the meeting is open', () => {
    expect(nextAction(facts).kind).toBe('openList');
    expect(
      nextAction({ ...facts, hasPeople: false, next: { meeting: meeting(1, { state: 'open' }), counts } })
        .kind,
    ).toBe('continueList');
  });

  test('[G7] never leads a partner to people or lists, which a partner may not read', () => {
    for (const state of ['planned', 'open'] as const) {
      for (const listed of [0, 18]) {
        const next = { meeting: meeting(1, { state }), counts: { ...counts, listed } };
        expect(nextAction({ ...facts, mayKeepRegister: false, hasPeople: false, next }).kind).toBe('see');
      }
    }
  });
});

describe('the path of the programme meetings', () => {
  test('is done where a meeting with the theme is closed; the first that is not is at hand', () => {
    const path = meetingPath(THIRD_ROUND, [
      meeting(1, { theme: 'buildPartnership', state: 'closed' }),
      meeting(2, { theme: 'buildPartnership' }),
      meeting(3, { theme: 'longTermProspects' }),
    ]);
    expect(path.map(({ state }) => state)).toEqual(['done', 'current', 'future']);
    expect(path.map((place) => place.meeting?.number)).toEqual([1, undefined, 3]);
  });

  test('shows the meeting that is open before one that is only planned', () => {
    const [first] = meetingPath(THIRD_ROUND, [
      meeting(1, { theme: 'buildPartnership' }),
      meeting(2, { theme: 'buildPartnership', state: 'open' }),
    ]);
    expect(first?.meeting?.number).toBe(2);
  });
});

test('what is to be done is ordered by date, without one last, done ones left out', () => {
  const decision = (id: string, due: string | undefined, order: string, isDone = false): Decision => ({
    id: asId(id),
    meetingId: asId('m'),
    text: id,
    who: '',
    due: decodeIsoDate(due),
    isDone,
    order,
    isHidden: false,
  });
  const ordered = openDecisions([
    decision('undated', undefined, 'a'),
    decision('later', '2026-12-01', 'a'),
    decision('second', '2026-11-20', 'b'),
    decision('first', '2026-11-20', 'a'),
    decision('done', '2026-11-01', 'a', true),
  ]);
  expect(ordered.map(({ id }) => id)).toEqual(['first', 'second', 'later', 'undated']);
});

test('the seal that counts is the latest of its own meeting, whatever the order of arrival', () => {
  const seal = (id: string, meetingId: string, at: number): Seal => ({
    id: asId(id),
    meetingId: asId(meetingId),
    fingerprint: 'AA',
    kind: 'closing',
    reason: '',
    at: asInstant(at),
    by: '',
    deviceId: asId('d'),
    present: 0,
    signed: 0,
  });
  const seals = [seal('b', 'm1', 5), seal('c', 'm2', 9), seal('a', 'm1', 5), seal('z', 'm1', 1)];
  expect(latestSeal(seals, asId('m1'))?.id).toBe('b');
  expect(latestSeal(seals.toReversed(), asId('m1'))?.id).toBe('b');
  expect(latestSeal([], asId('m1'))).toBeUndefined();
});
