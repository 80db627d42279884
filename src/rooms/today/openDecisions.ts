// What is to be done, most urgent first. Pure.

import type { Decision } from '../../domain/meeting.ts';

/** Open decisions by date, those without one last; equal dates in the order of the list. */
export function openDecisions<Each extends Decision>(decisions: readonly Each[]): readonly Each[] {
  return decisions
    .filter((decision) => !decision.isDone)
    .toSorted((a, b) => {
      const [dueA, dueB] = [a.due ?? '9999', b.due ?? '9999'];
      if (dueA !== dueB) return dueA < dueB ? -1 : 1;
      return a.order < b.order ? -1 : 1;
    });
}
