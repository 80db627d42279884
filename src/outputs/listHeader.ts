// The head of a printed list: whose list it is, of which meeting, when and where. Unknown values stay empty, to be written
// in by hand.

import type { Meeting } from '../domain/meeting.ts';
import type { Partnership } from '../domain/partnership.ts';
import { type ProgrammeRound, themeOf } from '../domain/programme/round.ts';
import type { HeaderField, ListWords } from './listDocument.ts';

export interface SheetHead {
  readonly programme: string;
  readonly badge: string;
  readonly fields: readonly HeaderField[];
}

/** The same on each sheet. */
export function sheetHead(
  round: ProgrammeRound,
  partnership: Partnership,
  meeting: Meeting,
  words: ListWords,
): SheetHead {
  return {
    programme: `${round.programme}. ${words.organisedBy(round.organiser)}`,
    badge: partnership.isExample ? words.example : '',
    fields: headerFields(round, partnership, meeting, words),
  };
}

function headerFields(
  round: ProgrammeRound,
  partnership: Partnership,
  meeting: Meeting,
  words: ListWords,
): readonly HeaderField[] {
  const { fields: labels } = words;
  const { libraryName, gmina } = partnership;
  const library = gmina === '' ? libraryName : `${libraryName}, ${words.gmina(gmina)}`;
  const title = meeting.title || (themeOf(round, meeting.theme)?.title ?? '');
  const wide = (label: string, value: string): HeaderField => ({ label, value, isWide: true });
  const narrow = (label: string, value: string): HeaderField => ({ label, value, isWide: false });
  return [
    wide(labels.partnership, partnership.name),
    wide(labels.library, library),
    wide(labels.meeting, words.meeting(meeting.number, title)),
    wide(labels.place, meeting.place),
    narrow(labels.date, meeting.date === undefined ? '' : words.formatDate(meeting.date)),
    narrow(labels.hours, hoursOf(meeting, words)),
    narrow(labels.round, round.name),
    narrow(labels.facilitator, partnership.facilitatorName),
  ];
}

function hoursOf({ from, to }: Meeting, words: ListWords): string {
  return from === undefined && to === undefined ? '' : words.hours(from ?? '', to ?? '');
}
