// A meeting as it is typed into a form: what is refused, what is only doubtful, and what can be proposed.
// The words for it are the catalogue's; planning and editing are commands of documents.

import { type DateDoubt, type Meeting, doubtDate } from './meeting.ts';
import { type MeetingTheme, PROGRAMME_THEMES } from './programme/round.ts';
import { checkTitleLike } from './text/checkedText.ts';
import { foldPolish } from './text/foldPolish.ts';
import { type IsoDate, decodeIsoDate, decodeLocalTime } from './time.ts';

/** The fields as the form holds them; '' where nothing is typed. */
export interface MeetingDraft {
  readonly theme: MeetingTheme;
  readonly title: string;
  readonly date: string;
  readonly from: string;
  readonly to: string;
  readonly place: string;
}

export type MeetingFields = Pick<Meeting, 'theme' | 'title' | 'date' | 'from' | 'to' | 'place'>;

export interface MeetingProblems {
  readonly title?: 'empty' | 'tooLong' | 'noLetters';
  readonly date?: 'notADate' | 'absurd';
  readonly to?: 'beforeFrom';
  readonly place?: 'tooLong' | 'noLetters';
}

export type CheckedMeeting =
  /** `doubt` is told and allowed. */
  | { readonly kind: 'ok'; readonly fields: MeetingFields; readonly doubt: DateDoubt }
  | { readonly kind: 'refused'; readonly problems: MeetingProblems };

/** Checks a draft. Everything may be left open but the title of a meeting that has no theme of the programme. */
export function checkMeetingDraft(draft: MeetingDraft, today: IsoDate): CheckedMeeting {
  const title = checkTitleLike(draft.title);
  const place = checkTitleLike(draft.place);
  const date = draft.date === '' ? undefined : decodeIsoDate(draft.date);
  const doubt = date === undefined ? 'none' : doubtDate(date, today);
  const [from, to] = [decodeLocalTime(draft.from), decodeLocalTime(draft.to)];
  const mayBeEmpty = draft.theme !== 'other';
  const titleProblem =
    title.kind === 'refused' && !(title.reason === 'empty' && mayBeEmpty) ? title.reason : undefined;
  const placeProblem = place.kind === 'refused' && place.reason !== 'empty' ? place.reason : undefined;
  const dateProblem =
    draft.date !== '' && date === undefined ? 'notADate' : doubt === 'absurd' ? 'absurd' : undefined;
  const toProblem = from !== undefined && to !== undefined && to <= from ? 'beforeFrom' : undefined;
  if (titleProblem || placeProblem || dateProblem || toProblem) {
    return {
      kind: 'refused',
      problems: {
        ...(titleProblem && { title: titleProblem }),
        ...(dateProblem && { date: dateProblem }),
        ...(toProblem && { to: toProblem }),
        ...(placeProblem && { place: placeProblem }),
      },
    };
  }
  const textOf = (checked: typeof title): string => (checked.kind === 'ok' ? checked.value : '');
  return {
    kind: 'ok',
    fields: { theme: draft.theme, title: textOf(title), date, from, to, place: textOf(place) },
    doubt,
  };
}

export function draftOf(meeting: MeetingFields): MeetingDraft {
  const { theme, title, date, from, to, place } = meeting;
  return { theme, title, date: date ?? '', from: from ?? '', to: to ?? '', place };
}

/** The first theme of the programme without a meeting; `other` when each has one. */
export function nextTheme(meetings: readonly Meeting[]): MeetingTheme {
  const taken = new Set(meetings.filter((meeting) => !meeting.isHidden).map((meeting) => meeting.theme));
  return PROGRAMME_THEMES.find((theme) => !taken.has(theme)) ?? 'other';
}

/** Places of the partnership's meetings, the latest first, each once whatever its case and diacritics. */
export function placesUsed(meetings: readonly Meeting[], most = 4): readonly string[] {
  const places = new Map<string, string>();
  for (const { place } of meetings.toSorted((a, b) => b.number - a.number)) {
    const key = foldPolish(place);
    if (place !== '' && !places.has(key)) places.set(key, place);
  }
  return [...places.values()].slice(0, most);
}
