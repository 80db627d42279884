// A decision of a meeting that becomes an activity of the plan: what of it is taken over.

import type { Decision } from '../meeting.ts';
import type { PartnerOrganisation } from '../organisation.ts';
import { organisationKey } from '../text/organisationKey.ts';
import type { Activity } from './activity.ts';

/** Who was named at the meeting becomes the owner where it is a partner's name, and stays in the text where it is not. */
export function activityOfDecision(
  { id, text, who, due, isDone }: Decision,
  organisations: readonly PartnerOrganisation[],
): Omit<Activity, 'id' | 'order' | 'isHidden' | 'isOfferedBack'> {
  const key = organisationKey(who);
  const owner = organisations.find(
    ({ name, isHidden }) => !isHidden && key !== '' && organisationKey(name) === key,
  );
  return {
    goalId: undefined,
    title: text,
    organisationId: owner?.id,
    from: undefined,
    due,
    state: isDone ? 'done' : 'planned',
    decisionId: id,
    text: owner === undefined ? who : '',
  };
}
