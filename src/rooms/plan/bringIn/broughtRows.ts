// Rows of a plan that is brought in, as they will stand in its lists: each with an id, a place after what is there, and a title
// where its kind has one.

import type { BroughtPlan } from '../../../documents/bringInPlan.ts';
import { orderBetween } from '../../../domain/order.ts';
import type { PlacedPlan } from '../../../domain/plan/importing/placeParts.ts';
import { TITLE_MAX } from '../../../domain/text/checkedText.ts';
import type { Device } from '../../../storage/device.ts';
import type { PlanEntries } from '../../../storage/planQueries.ts';
import { ROW_TEXT_MAX } from '../rows/checkRowText.ts';
import { inTheirOrder } from '../rows/inTheirOrder.ts';

export const BROUGHT_ROOTS = [
  'needs',
  'partnerNotes',
  'resources',
  'goals',
  'activities',
  'benefitNotes',
] as const;
export type BroughtEntries = PlanEntries<(typeof BROUGHT_ROOTS)[number]>;

export function broughtPlan(placed: PlacedPlan, present: BroughtEntries, { newId, id }: Device): BroughtPlan {
  const ordering = (root: (typeof BROUGHT_ROOTS)[number]): (() => string) => {
    const rows: readonly { readonly id: string; readonly order: string; readonly isHidden: boolean }[] =
      present[root];
    let last = inTheirOrder(rows).at(-1)?.order;
    return () => {
      last = orderBetween(last, undefined, id);
      return last;
    };
  };
  const [need, note, resource] = [ordering('needs'), ordering('partnerNotes'), ordering('resources')];
  const [goal, activity, benefit] = [ordering('goals'), ordering('activities'), ordering('benefitNotes')];
  return {
    texts: Object.fromEntries(placed.texts),
    rows: {
      needs: placed.needs.flatMap(inRows).map((text) => ({ id: newId(), order: need(), kind: 'need', text })),
      partnerNotes: placed.partnerNotes.flatMap(({ organisationId, text }) =>
        inRows(text).map((row) => ({
          id: newId(),
          order: note(),
          organisationId,
          kind: 'interest' as const,
          text: row,
        })),
      ),
      resources: placed.resources.map((text) => {
        const { title, rest } = titled(text);
        return {
          id: newId(),
          order: resource(),
          organisationId: undefined,
          kind: 'other',
          name: title,
          text: rest,
        };
      }),
      goals: placed.goals.map((text) => {
        const { title, rest } = titled(text);
        return { id: newId(), order: goal(), title, text: rest };
      }),
      activities: placed.activities.map((text) => {
        const { title, rest } = titled(text);
        return {
          id: newId(),
          order: activity(),
          goalId: undefined,
          title,
          organisationId: undefined,
          from: undefined,
          due: undefined,
          state: 'planned',
          decisionId: undefined,
          text: rest,
        };
      }),
      benefitNotes: placed.benefitNotes.flatMap(({ benefit: about, text }) =>
        inRows(text).map((row) => ({
          id: newId(),
          order: benefit(),
          benefit: about,
          organisationId: undefined,
          due: undefined,
          text: row,
        })),
      ),
    },
  };
}

/** A text too long for a row is several. */
function inRows(text: string): readonly string[] {
  if (text.length <= ROW_TEXT_MAX) return [text];
  const end = text.slice(0, ROW_TEXT_MAX).search(/\s\S*$/);
  const cut = end > 0 ? end : ROW_TEXT_MAX;
  return [text.slice(0, cut), ...inRows(text.slice(cut).trim())];
}

/** A long line keeps its whole wording below its shortened name. */
function titled(text: string): { readonly title: string; readonly rest: string } {
  if (text.length <= TITLE_MAX) return { title: text, rest: '' };
  const cut = text.slice(0, TITLE_MAX - 1).replace(/\s\S*$/, '');
  return { title: `${cut}…`, rest: text };
}
