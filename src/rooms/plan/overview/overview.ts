// What the overview tells of each section: how it stands, how it begins, whether the server holds it.

import type { Track } from '../../../domain/partnership.ts';
import {
  isDone,
  type SectionStanding,
  sectionStanding,
  type STANDING_ROOTS,
} from '../../../domain/plan/sectionStanding.ts';
import type { SectionText } from '../../../domain/plan/sectionMark.ts';
import { type PlanSection, sectionsOf } from '../../../domain/plan/sections.ts';
import type { PlanFront } from '../../../storage/planFrontQueries.ts';
import type { PlanEntries } from '../../../storage/planQueries.ts';
import { t } from '../../../ui/i18n/planTexts.ts';

export type OverviewEntries = PlanEntries<(typeof STANDING_ROOTS)[number]>;

export interface SectionOverview {
  readonly section: PlanSection;
  readonly standing: SectionStanding;
  /** How its text begins, or how many rows it has; may be empty. */
  readonly detail: string;
  /** `undefined` while nothing is written there. */
  readonly tick: 'device' | 'server' | undefined;
}

export interface Overview {
  readonly sections: readonly SectionOverview[];
  readonly done: number;
  /** Sections that count: those left out do not. */
  readonly of: number;
  /** The first section that is missing; `undefined` when none is. */
  readonly next: SectionOverview | undefined;
}

/** The kinds of rows that a section is made of. */
const ROWS_OF: Readonly<Partial<Record<PlanSection, readonly (keyof OverviewEntries)[]>>> = {
  needs: ['needs'],
  partners: ['partnerNotes'],
  resources: ['resources'],
  goals: ['goals', 'indicators'],
  activities: ['activities'],
  evaluation: ['benefitNotes'],
};

export function overviewOf(track: Track, front: PlanFront, entries: OverviewEntries): Overview {
  const sections = sectionsOf(track).map(
    (section): SectionOverview => ({
      section,
      standing: sectionStanding(section, entries, front.organisations),
      ...told(section, entries),
    }),
  );
  const counted = sections.filter(({ standing }) => standing !== 'leftOut');
  return {
    sections,
    done: counted.filter(({ standing }) => isDone(standing)).length,
    of: counted.length,
    next: counted.find(({ standing }) => !isDone(standing)),
  };
}

function told(section: PlanSection, entries: OverviewEntries): Pick<SectionOverview, 'detail' | 'tick'> {
  const roots = ROWS_OF[section];
  if (roots === undefined) {
    const text = entries.sectionTexts.find((each) => each.section === section);
    return {
      detail: text === undefined ? '' : beginningOf(text),
      tick: tickOf(text === undefined ? [] : [text]),
    };
  }
  const [first] = roots;
  const own = first === undefined ? [] : entries[first].filter((row) => !('isHidden' in row && row.isHidden));
  return {
    detail: own.length === 0 ? '' : t().plan.rowsCount(own.length),
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
