// Brings a plan that was written elsewhere into ours as one change: texts are added at the end of their sections, rows at the end of
// their lists. The same can be taken back; what somebody has written in it since stays.

import type * as Y from 'yjs';
import type { RowRoot } from '../domain/plan/planRow.ts';
import { NARRATIVE_SECTIONS, type NarrativeSection } from '../domain/plan/sections.ts';
import type { RichText } from '../domain/richText/blocks.ts';
import { addPlanRows, hidePlanRow, type NewRow, type PlanHand, writePlan } from './planCommands.ts';
import { sectionText } from './planTexts.ts';
import { appendRichText, takeBackRichText } from './writeRichText.ts';

export interface BroughtPlan {
  readonly texts: Readonly<Partial<Record<NarrativeSection, RichText>>>;
  readonly rows: { readonly [Root in BroughtRoot]: readonly NewRow<Root>[] };
}
type BroughtRoot = 'needs' | 'partnerNotes' | 'resources' | 'goals' | 'activities' | 'benefitNotes';

interface TextBroughtIn {
  readonly section: NarrativeSection;
  readonly blocks: RichText;
  readonly made: readonly Y.ID[];
}

/** What was brought in, to be taken back. */
export interface BroughtIn {
  readonly texts: readonly TextBroughtIn[];
  readonly rows: readonly { readonly root: RowRoot; readonly id: string }[];
}

export function bringInPlan(doc: Y.Doc, { texts, rows }: BroughtPlan, hand: PlanHand): BroughtIn {
  const made: TextBroughtIn[] = [];
  const add = <Root extends BroughtRoot>(root: Root): BroughtIn['rows'] => {
    addPlanRows<Root>(doc, root, rows[root], hand);
    return rows[root].map(({ id }) => ({ root, id }));
  };
  const added: BroughtIn['rows'][number][] = [];
  writePlan(doc, hand, () => {
    for (const section of NARRATIVE_SECTIONS) {
      const blocks = texts[section];
      if (blocks !== undefined && blocks.length > 0)
        made.push({ section, blocks, made: appendRichText(sectionText(doc, section), blocks) });
    }
    added.push(
      ...add('needs'),
      ...add('partnerNotes'),
      ...add('resources'),
      ...add('goals'),
      ...add('activities'),
      ...add('benefitNotes'),
    );
  });
  return { texts: made, rows: added };
}

export function takeBackPlan(doc: Y.Doc, { texts, rows }: BroughtIn, hand: PlanHand): void {
  writePlan(doc, hand, () => {
    for (const { section, blocks, made } of texts) takeBackRichText(sectionText(doc, section), made, blocks);
    for (const { root, id } of rows) hidePlanRow(doc, root, id, hand);
  });
}
