// The dates of the plan: an activity's beginning and end, and the days on which a benefit is looked at. What is dropped has no
// dates any more.

import type { IsoDate } from '../../../domain/time.ts';
import { inOrder, lookUp, type PlanFacts } from '../planFacts.ts';
import type { PlanWords } from '../planWords.ts';
import { readableText } from '../readableDocument.ts';

/** A whole day. */
export interface PlanEvent {
  /** The same for the same date of the same row, so that a calendar replaces it. */
  readonly uid: string;
  readonly on: IsoDate;
  readonly title: string;
  readonly description: string;
}

export function planEvents({ content }: PlanFacts, words: PlanWords): readonly PlanEvent[] {
  const { organisationName } = lookUp(content);
  const { calendar } = words;
  const event = (
    uid: string,
    on: IsoDate | undefined,
    title: string,
    lines: readonly string[],
  ): readonly PlanEvent[] =>
    on === undefined
      ? []
      : [
          {
            uid: `${uid}.${content.partnership.id}@wspolnie`,
            on,
            title: readableText(title).replaceAll('\n', ' '),
            description: readableText(lines.filter((line) => line !== '').join('\n')),
          },
        ];
  const activities = inOrder(content.rows.activities).filter(({ state }) => state !== 'dropped');
  return [
    ...activities.flatMap(({ id, title, from, due, state, organisationId, text }) => {
      const lines = [organisationName(organisationId), words.terms.activityStates[state], text];
      return [
        ...event(`${id}.from`, from, calendar.starts(title), lines),
        ...event(`${id}.due`, due, calendar.due(title), lines),
      ];
    }),
    ...inOrder(content.rows.benefitNotes).flatMap(({ id, benefit, due, organisationId, text }) =>
      event(`${id}.due`, due, calendar.evaluated(words.benefits[benefit]), [
        organisationName(organisationId),
        text,
      ]),
    ),
  ];
}
