// What the overview tells of each section: how it stands, how it begins, what it lacks, whether the server holds it.

import { versionShown } from '../../../domain/plan/acceptanceShown.ts';
import {
  type JudgedPlan,
  type PlanGap,
  planCompleteness,
  type SectionState,
} from '../../../domain/plan/completeness.ts';
import { ROW_ROOTS, type RowRoot } from '../../../domain/plan/planRow.ts';
import type { SectionText } from '../../../domain/plan/sectionMark.ts';
import type { PlanSection } from '../../../domain/plan/sections.ts';
import type { Row } from '../../../storage/database.ts';
import type { PlanFront } from '../../../storage/planFrontQueries.ts';
import type { PlanEntries } from '../../../storage/planQueries.ts';
import { t } from '../../../ui/i18n/planTexts.ts';

export const OVERVIEW_ROOTS = [...ROW_ROOTS, 'sectionTexts', 'planVersions', 'acceptances'] as const;
export type OverviewEntries = PlanEntries<(typeof OVERVIEW_ROOTS)[number]>;

export interface SectionOverview {
  readonly section: PlanSection;
  readonly state: SectionState;
  /** How its text begins, or how many rows it has; may be empty. */
  readonly detail: string;
  readonly gaps: readonly PlanGap[];
  /** `undefined` while nothing is written there. */
  readonly tick: 'device' | 'server' | undefined;
}

export interface Overview {
  readonly sections: readonly SectionOverview[];
  readonly ready: number;
  /** Sections that count: those left out do not. */
  readonly of: number;
  /** The first section that is missing; `undefined` when none is. */
  readonly next: SectionOverview | undefined;
}

/** The kinds of rows that a section is made of; the first is counted. */
const ROWS_OF: Readonly<Partial<Record<PlanSection, readonly RowRoot[]>>> = {
  needs: ['needs'],
  partners: ['partnerNotes'],
  resources: ['resources'],
  goals: ['goals', 'indicators', 'measurements'],
  activities: ['activities', 'budgetLines'],
  evaluation: ['benefitNotes'],
};

export function overviewOf(
  partnership: Row<'partnerships'>,
  front: PlanFront,
  entries: OverviewEntries,
): Overview {
  const completeness = planCompleteness(judged(partnership, front, entries), front.sectionMarks);
  const sections = completeness.sections.map(
    (section): SectionOverview => ({ ...section, ...told(section.section, entries) }),
  );
  const { ready, of, next } = completeness;
  return { sections, ready, of, next: sections.find(({ section }) => section === next?.section) };
}

function judged(
  partnership: Row<'partnerships'>,
  { organisations }: PlanFront,
  entries: OverviewEntries,
): JudgedPlan {
  return {
    partnership,
    organisations,
    rows: {
      needs: entries.needs.filter(isShown),
      partnerNotes: entries.partnerNotes.filter(isShown),
      resources: entries.resources.filter(isShown),
      goals: entries.goals.filter(isShown),
      indicators: entries.indicators.filter(isShown),
      measurements: entries.measurements.filter(isShown),
      activities: entries.activities.filter(isShown),
      budgetLines: entries.budgetLines.filter(isShown),
      benefitNotes: entries.benefitNotes.filter(isShown),
    },
    acceptance: versionShown(entries.planVersions, entries.acceptances),
    writtenTexts: new Set(
      entries.sectionTexts.flatMap(({ section, beginning }) => (beginning.trim() === '' ? [] : [section])),
    ),
  };
}

function isShown({ isHidden }: { readonly isHidden: boolean }): boolean {
  return !isHidden;
}

function told(section: PlanSection, entries: OverviewEntries): Pick<SectionOverview, 'detail' | 'tick'> {
  const roots = ROWS_OF[section];
  if (roots === undefined) {
    const text = entries.sectionTexts.find((each) => each.section === section);
    return { detail: text === undefined ? '' : beginningOf(text), tick: tickOf(text ? [text] : []) };
  }
  const [counted] = roots;
  const count = counted === undefined ? 0 : entries[counted].filter(isShown).length;
  return {
    detail: count === 0 ? '' : t().plan.rowsCount(count),
    tick: tickOf(roots.flatMap((root): readonly Sendable[] => entries[root])),
  };
}

/** A text that goes on ends in a whole word. */
function beginningOf({ beginning, length }: SectionText): string {
  return beginning.length < length ? `${beginning.replace(/\s\S*$/u, '')}…` : beginning;
}

type Sendable = { readonly unsent: number };

function tickOf(rows: readonly Sendable[]): SectionOverview['tick'] {
  if (rows.length === 0) return undefined;
  return rows.every(({ unsent }) => unsent === 0) ? 'server' : 'device';
}
