// The one big action of Dziś, from how things stand. Pure; words and links are the screen's.

import type { Meeting } from '../../domain/meeting.ts';
import type { AttendanceCounts } from '../../domain/attendance.ts';

export type NextAction =
  /** Nothing is planned: plan a meeting. `isFirst` when there was none before. */
  | { readonly kind: 'plan'; readonly isFirst: boolean }
  /** Nobody is known yet: bring the invitation list in. */
  | { readonly kind: 'bringIn'; readonly meeting: Meeting }
  /** People are known, nobody is invited to this meeting. */
  | { readonly kind: 'invite'; readonly meeting: Meeting }
  /** For a partner: the meeting itself; people and lists are the library's. */
  | { readonly kind: 'see'; readonly meeting: Meeting }
  | { readonly kind: 'setDate'; readonly meeting: Meeting }
  | { readonly kind: 'openList'; readonly meeting: Meeting }
  | { readonly kind: 'continueList'; readonly meeting: Meeting };

export interface NextActionFacts {
  readonly mayKeepRegister: boolean;
  readonly hasMeetings: boolean;
  readonly hasPeople: boolean;
  readonly next: { readonly meeting: Meeting; readonly counts: AttendanceCounts } | undefined;
}

export function nextAction({ next, hasPeople, hasMeetings, mayKeepRegister }: NextActionFacts): NextAction {
  if (next === undefined) return { kind: 'plan', isFirst: !hasMeetings };
  const { meeting, counts } = next;
  if (!mayKeepRegister) return { kind: 'see', meeting };
  if (meeting.state === 'open') return { kind: 'continueList', meeting };
  if (!hasPeople) return { kind: 'bringIn', meeting };
  if (meeting.date === undefined) return { kind: 'setDate', meeting };
  return counts.listed === 0 ? { kind: 'invite', meeting } : { kind: 'openList', meeting };
}
