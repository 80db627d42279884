// The whole plan as it reads in the open document, kept current while a screen needs it.

import { useEffect, useState } from 'preact/hooks';
import { readPlanContent } from '../../../documents/planContent.ts';
import { followPlanContent } from '../../../documents/planFollowing.ts';
import type { PartnershipId } from '../../../domain/ids.ts';
import type { PlanContent } from '../../../domain/plan/planContent.ts';
import type { OpenDocument } from '../../../storage/ledger.ts';

/** `undefined` while the partnership has not arrived. */
export function usePlanContent({ doc }: OpenDocument, id: PartnershipId): PlanContent | undefined {
  const [content, setContent] = useState(() => readPlanContent(doc, id));
  useEffect(() => {
    // What came between the first drawing and now.
    setContent(readPlanContent(doc, id));
    return followPlanContent(doc, id, setContent);
  }, [doc, id]);
  return content;
}
