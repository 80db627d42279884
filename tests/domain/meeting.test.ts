import { describe, expect, it } from 'vitest';
import { asId } from '../../src/domain/ids.ts';
import {
  type Meeting,
  doubtDate,
  isOverdue,
  nextMeeting,
  nextMeetingNumber,
} from '../../src/domain/meeting.ts';
import { type IsoDate, decodeIsoDate, decodeLocalTime } from '../../src/domain/time.ts';

function day(text: string): IsoDate {
  const date = decodeIsoDate(text);
  if (date === undefined) throw new Error(text);
  return date;
}
const TODAY = day('2026-11-22');

function meeting(
  number: number,
  date: string | undefined,
  state: Meeting['state'],
  isHidden = false,
): Meeting {
  return {
    id: asId(`m${number}`),
    number,
    theme: 'other',
    title: '',
    date: date === undefined ? undefined : day(date),
    from: undefined,
    to: undefined,
    place: '',
    state,
    openedAt: undefined,
    closedAt: undefined,
    isHidden,
  };
}

describe('the meeting that comes first on Dziś', () => {
  it('is the open one, before any planned', () => {
    expect(
      nextMeeting([meeting(1, '2026-11-23', 'planned'), meeting(2, '2026-12-30', 'open')], TODAY)?.number,
    ).toBe(2);
  });
  it('is otherwise the nearest planned from today on, then one that was missed or has no date', () => {
    const meetings = [meeting(1, '2026-11-01', 'planned'), meeting(2, '2027-01-01', 'planned')];
    expect(nextMeeting([...meetings, meeting(3, '2026-11-22', 'planned')], TODAY)?.number).toBe(3);
    expect(nextMeeting([meeting(1, '2026-11-01', 'planned')], TODAY)?.number).toBe(1);
  });
  it('is none when all are closed or hidden', () => {
    expect(
      nextMeeting([meeting(1, '2026-11-23', 'closed'), meeting(2, undefined, 'planned', true)], TODAY),
    ).toBeUndefined();
  });
});

describe('meetings', () => {
  it('never reuse the number of a hidden one', () => {
    expect(nextMeetingNumber([meeting(1, undefined, 'closed'), meeting(2, undefined, 'planned', true)])).toBe(
      3,
    );
  });
  it('doubt dates that are far away', () => {
    const doubts = ['2026-12-01', '2024-01-01', '2030-01-01', '2099-01-01', '1950-01-01'].map((text) =>
      doubtDate(day(text), TODAY),
    );
    expect(doubts).toEqual(['none', 'past', 'farFuture', 'absurd', 'absurd']);
  });
  it('know an overdue decision by the day that is passed in', () => {
    const decision = {
      id: asId<never>('d1'),
      meetingId: asId<never>('m1'),
      text: '',
      who: '',
      due: day('2026-11-22'),
      isDone: false,
      order: '',
      isHidden: false,
    };
    expect(isOverdue(decision, TODAY)).toBe(false);
    expect(isOverdue(decision, day('2026-11-23'))).toBe(true);
    expect(isOverdue({ ...decision, isDone: true }, day('2026-11-23'))).toBe(false);
  });
});

describe('dates and times', () => {
  it('are real days and times, or nothing', () => {
    const raws = ['2026-02-28', '2026-02-29', '2026-13-01', '22.11.2026', '', null, 20261122, '0001-01-01'];
    expect(raws.map((raw) => decodeIsoDate(raw) !== undefined)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(['16:00', '24:00', '9:00', '23:59'].map((raw) => decodeLocalTime(raw) !== undefined)).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });
});
