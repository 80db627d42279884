// What people say to each other about a section, and where merging had to choose between two of them.

import { watchPlan } from '../../../storage/planQueries.ts';
import { useObservable } from '../../../ui/useObservable.ts';
import { CommentsCard } from './CommentsCard.tsx';
import { DISCUSSED_ROOTS, type DiscussedEntries } from './discussion.ts';
import { MergeStories } from './MergeStories.tsx';
import type { SectionTalkProps } from './sectionTalkProps.ts';

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
