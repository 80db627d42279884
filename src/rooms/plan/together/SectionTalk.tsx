// What people say to each other about a section, and where merging had to choose between two of them.

import type { PartnerOrganisation } from '../../../domain/organisation.ts';
import type { PlanSection } from '../../../domain/plan/sections.ts';
import { watchPlan } from '../../../storage/planQueries.ts';
import { useObservable } from '../../../ui/useObservable.ts';
import type { PlanWork } from '../planWork.ts';
import { CommentsCard } from './CommentsCard.tsx';
import { DISCUSSED_ROOTS, type DiscussedEntries } from './discussion.ts';
import { MergeStories } from './MergeStories.tsx';

export interface SectionTalkProps {
  readonly work: PlanWork;
  readonly section: PlanSection;
  readonly organisations: readonly PartnerOrganisation[];
}

export function SectionTalk(props: SectionTalkProps) {
  const { device, partnershipId } = props.work;
  const observed = useObservable<DiscussedEntries>(
    () => watchPlan(device.db, partnershipId, DISCUSSED_ROOTS),
    [device.db, partnershipId],
  );
  // The section itself says when the plan cannot be read.
  if (observed.kind !== 'ready') return null;
  return (
    <>
      <MergeStories {...props} entries={observed.value} />
      <CommentsCard {...props} entries={observed.value} />
    </>
  );
}
