// What the plan as a document says in the language of the reader; the room fills it from the message catalogue.

import type { ActivityState } from '../../domain/plan/activity.ts';
import type { BudgetSource, Grosze } from '../../domain/plan/budget.ts';
import type { Need } from '../../domain/plan/need.ts';
import type { Acceptance } from '../../domain/plan/planVersion.ts';
import type { Resource } from '../../domain/plan/resource.ts';
import type { PlanSection } from '../../domain/plan/sections.ts';
import type { OrganisationStatus } from '../../domain/organisation.ts';
import type { Track } from '../../domain/partnership.ts';
import type { Benefit } from '../../domain/programme/round.ts';
import type { Instant, IsoDate } from '../../domain/time.ts';

/** The plan's own terms, the same on screen and in files. */
interface PlanTerms {
  readonly sections: Readonly<Record<PlanSection, string>>;
  readonly needKinds: Readonly<Record<Need['kind'], string>>;
  readonly resourceKinds: Readonly<Record<Resource['kind'], string>>;
  readonly activityStates: Readonly<Record<ActivityState, string>>;
  readonly budgetSources: Readonly<Record<BudgetSource, string>>;
  readonly organisationStatuses: Readonly<Record<OrganisationStatus, string>>;
  readonly acceptanceKinds: Readonly<Record<Acceptance['kind'], string>>;
}

export interface PlanWords {
  readonly terms: PlanTerms;
  /** Of the nine benefits, as the round calls them. */
  readonly benefits: Readonly<Record<Benefit, string>>;
  readonly title: string;
  readonly fileName: (partnership: string, day: IsoDate) => string;
  readonly tableName: (partnership: string, day: IsoDate) => string;
  readonly calendarName: (partnership: string, day: IsoDate) => string;
  readonly example: string;
  readonly contents: string;
  readonly page: (page: number, all: number) => string;
  readonly asOf: (day: string) => string;
  readonly draft: string;
  readonly version: (name: string, when: string) => string;
  readonly acceptedBy: (accepted: number, of: number) => string;
  readonly changedSince: string;
  readonly emptySection: string;
  readonly leftOutSection: string;
  readonly profile: {
    readonly fact: string;
    readonly content: string;
    readonly partnership: string;
    readonly library: string;
    readonly gmina: string;
    readonly track: string;
    readonly tracks: Readonly<Record<Track, string>>;
    readonly address: string;
    readonly phone: string;
    readonly email: string;
    readonly enrolledOn: string;
    readonly coordinator: string;
    readonly facilitator: string;
    readonly partners: string;
  };
  readonly ordinal: string;
  readonly organisation: string;
  readonly due: string;
  readonly needs: {
    readonly need: string;
    readonly importantFor: string;
    readonly answeredBy: string;
  };
  readonly partners: {
    readonly interests: string;
    readonly expectations: string;
    readonly contributions: string;
  };
  readonly resources: { readonly resource: string; readonly kind: string; readonly answers: string };
  readonly goals: {
    readonly goal: (number: number, title: string) => string;
    readonly noIndicators: string;
    readonly indicator: string;
    readonly unit: string;
    readonly baseline: string;
    readonly target: string;
    readonly now: string;
    readonly notMeasured: string;
  };
  readonly activities: {
    /** Of a workbook: at most 31 characters. */
    readonly sheet: string;
    readonly activity: string;
    readonly goal: string;
    readonly goalNumber: (number: number) => string;
    readonly owner: string;
    readonly dates: string;
    readonly from: string;
    readonly state: string;
    readonly overdue: string;
    /** Head of the column that says what is overdue. */
    readonly lateness: string;
    readonly notes: string;
    readonly cost: string;
    readonly budget: string;
    readonly line: string;
    readonly source: string;
    readonly amount: string;
    readonly bySource: string;
    readonly total: string;
    readonly incomplete: string;
    readonly currency: string;
  };
  readonly evaluation: { readonly benefit: string; readonly how: string };
  readonly acceptance: {
    readonly state: string;
    readonly accepted: string;
    readonly missing: string;
    readonly who: string;
    readonly when: string;
    readonly fingerprint: (spelled: string) => string;
    readonly none: string;
  };
  readonly calendar: {
    readonly starts: (title: string) => string;
    readonly due: (title: string) => string;
    readonly evaluated: (benefit: string) => string;
  };
  readonly formatDate: (date: IsoDate) => string;
  readonly formatDateTime: (at: Instant) => string;
  readonly formatNumber: (value: number) => string;
  /** With the currency: "1 234,50 zł". */
  readonly formatAmount: (amount: Grosze) => string;
}
