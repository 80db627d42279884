// The short information clause under an attendance list: RODO (GDPR) art. 13, with art. 6(1)(c) and (e) as the basis, so
// that no consent is asked beside attendance. Controller, inspector and retention are settings of the round.

import type { Partnership } from '../domain/partnership.ts';
import type { ProgrammeRound } from '../domain/programme/round.ts';
import { type IsoDate, decodeIsoDate } from '../domain/time.ts';
import type { ClauseText, ListWords } from './listDocument.ts';

/** The clause of a list; `date` is the meeting's, from which the retention is counted. */
export function informationClause(
  round: ProgrammeRound,
  partnership: Partnership,
  date: IsoDate | undefined,
  { clause: words, formatDate }: ListWords,
): ClauseText {
  const { controller, inspector, retentionYears, clauseUrl } = round.privacy;
  const until = date === undefined ? undefined : retentionEnd(date, retentionYears);
  const link = webAddress(clauseUrl);
  const sentences = [
    words.controller(controller || partnership.libraryName),
    inspector === '' ? words.inspectorThroughController : words.inspector(inspector),
    words.purpose,
    words.recipients(round.organiser),
    words.retention(retentionYears, until === undefined ? undefined : formatDate(until)),
    words.rights,
    ...(link === undefined ? [words.wholeAtController] : []),
  ];
  return {
    title: words.title,
    text: sentences.join(' '),
    link: link === undefined ? undefined : { label: words.whole, url: link },
  };
}

/** The day until which data of a meeting on `date` are kept; 29 February becomes the 28th. `undefined` beyond 2199. */
export function retentionEnd(date: IsoDate, years: number): IsoDate | undefined {
  const year = String(Number(date.slice(0, 4)) + years).padStart(4, '0');
  return decodeIsoDate(`${year}${date.slice(4)}`) ?? decodeIsoDate(`${year}-02-28`);
}

/** Only web addresses become links: the setting comes from elsewhere. */
function webAddress(text: string): string | undefined {
  return /^https?:\/\/\S+$/i.test(text) ? text : undefined;
}
