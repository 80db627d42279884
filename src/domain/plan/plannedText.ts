// What the fingerprint of a plan is taken of: everything that partners accept, in one text that is the same on every device.
// What is known of the partnership beyond the plan (its phase, who coordinates) is not in it.

import type { PlanContent } from './planContent.ts';
import { isNarrative, sectionsOf } from './sections.ts';

export function plannedText({
  partnership,
  organisations,
  rows,
  texts,
  votes,
  matches,
}: PlanContent): string {
  const { name, track, libraryName, gmina, library } = partnership;
  return JSON.stringify({
    partnership: { name, track, libraryName, gmina, library },
    organisations: organisations.filter(({ isHidden }) => !isHidden),
    rows,
    texts: sectionsOf(track).map((section) => (isNarrative(section) ? (texts[section] ?? []) : [])),
    votes: votes.map(({ needId, organisationId }) => [needId, organisationId]),
    matches: matches.map(({ needId, resourceId }) => [needId, resourceId]),
  });
}
