// The whole plan of an open document as it changes: read anew once a burst of changes is over, not at each keystroke.

import type * as Y from 'yjs';
import type { PartnershipId } from '../domain/ids.ts';
import type { PlanContent } from '../domain/plan/planContent.ts';
import { readPlanContent } from './planContent.ts';

/** Milliseconds from a change to its being read: reading all of a large plan is felt while somebody types. */
const PAUSE_MS = 400;

/** Calls with what the plan is after changes of anybody; returns the way to stop. */
export function followPlanContent(
  doc: Y.Doc,
  id: PartnershipId,
  onContent: (content: PlanContent | undefined) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const read = (): void => {
    timer = undefined;
    onContent(readPlanContent(doc, id));
  };
  const onUpdate = (): void => {
    timer ??= setTimeout(read, PAUSE_MS);
  };
  doc.on('update', onUpdate);
  return () => {
    clearTimeout(timer);
    doc.off('update', onUpdate);
  };
}
