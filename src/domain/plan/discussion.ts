// Comments and suggestions on the plan.

import type { CommentId, OrganisationId, SuggestionId } from '../ids.ts';
import type { Instant } from '../time.ts';
import type { PlanTarget } from './planTarget.ts';

export interface Comment {
  readonly id: CommentId;
  readonly on: PlanTarget;
  readonly text: string;
  readonly authorOrganisationId: OrganisationId | undefined;
  readonly byName: string;
  readonly at: Instant;
  /** Organisations that are asked to look. */
  readonly mentions: readonly OrganisationId[];
  /** The comment that opened the thread; `undefined` for that one itself. */
  readonly replyTo: CommentId | undefined;
  readonly resolvedAt: Instant | undefined;
  readonly resolvedBy: string;
}

export const SUGGESTION_STATES = ['open', 'accepted', 'refused', 'withdrawn'] as const;
type SuggestionState = (typeof SUGGESTION_STATES)[number];

export interface Suggestion {
  readonly id: SuggestionId;
  readonly on: PlanTarget;
  readonly proposed: string;
  /** What it would replace, as it read when the suggestion was made. */
  readonly base: string;
  readonly byName: string;
  readonly authorOrganisationId: OrganisationId | undefined;
  readonly at: Instant;
  readonly state: SuggestionState;
  readonly decidedAt: Instant | undefined;
  readonly decidedBy: string;
}

/** A comment with its answers, earliest first. */
export interface CommentThread {
  readonly first: Comment;
  readonly replies: readonly Comment[];
}

/** Threads by their first comment, earliest first. An answer whose thread is not here yet begins one of its own. */
export function threadsOf(comments: readonly Comment[]): readonly CommentThread[] {
  const sorted = comments.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const ids = new Set(sorted.map(({ id }) => id));
  const isFirst = ({ replyTo }: Comment): boolean => replyTo === undefined || !ids.has(replyTo);
  return sorted
    .filter(isFirst)
    .map((first) => ({ first, replies: sorted.filter(({ replyTo }) => replyTo === first.id) }));
}
