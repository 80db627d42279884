import { describe, expect, it } from 'vitest';
import { type MeetingId, asId } from '../../src/domain/ids.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import {
  type MeetingDraft,
  checkMeetingDraft,
  draftOf,
  nextTheme,
  placesUsed,
} from '../../src/domain/meetingDraft.ts';
import type { MeetingTheme } from '../../src/domain/programme/round.ts';
import { type IsoDate, decodeIsoDate } from '../../src/domain/time.ts';

function day(text: string): IsoDate {
  const date = decodeIsoDate(text);
  if (date === undefined) throw new Error(text);
  return date;
}
const TODAY = day('2026-11-22');

const DRAFT: MeetingDraft = {
  theme: 'buildPartnership',
  title: '',
  date: '2026-12-01',
  from: '16:00',
  to: '18:00',
  place: 'Świetlica wiejska',
};

function meeting(number: number, theme: MeetingTheme, place = '', isHidden = false): Meeting {
  return {
    id: asId<MeetingId>(`m${number}`),
    number,
    theme,
    title: '',
    date: undefined,
    from: undefined,
    to: undefined,
    place,
    state: 'planned',
    openedAt: undefined,
    closedAt: undefined,
    isHidden,
  };
}

describe('a meeting that is being planned', () => {
  it('may leave open everything but its theme', () => {
    const empty: MeetingDraft = { ...DRAFT, date: '', from: '', to: '', place: '' };
    const checked = checkMeetingDraft(empty, TODAY);
    expect(checked).toMatchObject({ kind: 'ok', doubt: 'none', fields: { date: undefined, place: '' } });
  });

  it('needs a title of its own when it has no theme of the programme', () => {
    expect(checkMeetingDraft({ ...DRAFT, theme: 'other' }, TODAY)).toEqual({
      kind: 'refused',
      problems: { title: 'empty' },
    });
    expect(checkMeetingDraft({ ...DRAFT, theme: 'other', title: ' Festyn ' }, TODAY)).toMatchObject({
      kind: 'ok',
      fields: { title: 'Festyn' },
    });
  });

  it('warns of a date over a year back or over two ahead, and allows it', () => {
    expect(checkMeetingDraft({ ...DRAFT, date: '2025-06-01' }, TODAY)).toMatchObject({
      kind: 'ok',
      doubt: 'past',
    });
    expect(checkMeetingDraft({ ...DRAFT, date: '2029-06-01' }, TODAY)).toMatchObject({
      kind: 'ok',
      doubt: 'farFuture',
    });
    expect(checkMeetingDraft({ ...DRAFT, date: '2026-11-01' }, TODAY)).toMatchObject({
      kind: 'ok',
      doubt: 'none',
    });
  });

  it('refuses a date over ten years away and one that is not in the calendar', () => {
    const problemsOf = (date: string) => checkMeetingDraft({ ...DRAFT, date }, TODAY);
    expect(problemsOf('2062-11-22')).toEqual({ kind: 'refused', problems: { date: 'absurd' } });
    expect(problemsOf('1926-11-22')).toEqual({ kind: 'refused', problems: { date: 'absurd' } });
    expect(problemsOf('2026-02-30')).toEqual({ kind: 'refused', problems: { date: 'notADate' } });
    expect(problemsOf('0026-11-22')).toEqual({ kind: 'refused', problems: { date: 'notADate' } });
  });

  it('refuses an end that is not after the beginning', () => {
    for (const to of ['15:00', '16:00']) {
      expect(checkMeetingDraft({ ...DRAFT, to }, TODAY)).toEqual({
        kind: 'refused',
        problems: { to: 'beforeFrom' },
      });
    }
  });

  it('refuses what is too long and tells every field at once', () => {
    const long = 'ż'.repeat(201);
    expect(checkMeetingDraft({ ...DRAFT, title: long, place: long, date: '2099-01-01' }, TODAY)).toEqual({
      kind: 'refused',
      problems: { title: 'tooLong', place: 'tooLong', date: 'absurd' },
    });
  });

  it('keeps HTML as the text it is and takes out what turns text around', () => {
    const checked = checkMeetingDraft(
      { ...DRAFT, title: '<b>Festyn</b> 🎪', place: '\u202EŚwietlica' },
      TODAY,
    );
    expect(checked).toMatchObject({ kind: 'ok', fields: { title: '<b>Festyn</b> 🎪', place: 'Świetlica' } });
  });

  it('reads back into the form as it was typed', () => {
    const checked = checkMeetingDraft(DRAFT, TODAY);
    expect(checked.kind === 'ok' && draftOf(checked.fields)).toEqual(DRAFT);
  });
});

describe('what is proposed for the next meeting', () => {
  it('is the first theme of the programme that no meeting has; a cancelled one counts for nothing', () => {
    expect(nextTheme([])).toBe('buildPartnership');
    expect(nextTheme([meeting(1, 'buildPartnership'), meeting(2, 'analyseEffectiveness', '', true)])).toBe(
      'analyseEffectiveness',
    );
    const all = [
      meeting(1, 'buildPartnership'),
      meeting(2, 'analyseEffectiveness'),
      meeting(3, 'longTermProspects'),
    ];
    expect(nextTheme(all)).toBe('other');
  });

  it('are the places used before, the latest first and each once', () => {
    const meetings = [
      meeting(1, 'other', 'Remiza'),
      meeting(2, 'other', 'Świetlica'),
      meeting(3, 'other', 'remiza'),
    ];
    expect(placesUsed(meetings)).toEqual(['remiza', 'Świetlica']);
    expect(placesUsed([meeting(1, 'other')])).toEqual([]);
  });
});
