// What the screen of needs shows, and from which kinds of records it comes.

import type { PartnerOrganisation } from '../../../domain/organisation.ts';
import type { PlanEntries } from '../../../storage/planQueries.ts';

export const NEED_ROOTS = ['needs', 'votes', 'matches', 'resources'] as const;

export type NeedEntries = PlanEntries<(typeof NEED_ROOTS)[number]>;

export type NeedFacts = NeedEntries & {
  readonly organisations: readonly PartnerOrganisation[];
};
