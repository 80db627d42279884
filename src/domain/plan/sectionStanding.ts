// How far a section of the plan is: from what stands in it, and from what the partnership says of it.

import type { PartnerOrganisation } from '../organisation.ts';
import { BENEFITS } from '../programme/round.ts';
import type { PlanRecordKinds } from './planRecord.ts';
import { acceptanceState } from './planVersion.ts';
import { isNarrative, type PlanSection } from './sections.ts';

export type SectionStanding =
  | 'empty'
  /** Something stands there, and something is missing. */
  | 'begun'
  | 'complete'
  /** Said by the partnership, whatever stands there. */
  | 'ready'
  | 'leftOut';

/** The kinds of records that it depends on. */
export const STANDING_ROOTS = [
  'needs',
  'partnerNotes',
  'resources',
  'goals',
  'indicators',
  'activities',
  'benefitNotes',
  'sectionMarks',
  'sectionTexts',
  'planVersions',
  'acceptances',
] as const;

export type StandingRecords = {
  readonly [Root in (typeof STANDING_ROOTS)[number]]: readonly PlanRecordKinds[Root][];
};

/** Characters: a shorter text has only been begun. */
const SHORT_TEXT = 80;

export function sectionStanding(
  section: PlanSection,
  records: StandingRecords,
  organisations: readonly PartnerOrganisation[],
): SectionStanding {
  const mark = records.sectionMarks.find((each) => each.section === section);
  if (mark?.isLeftOut === true) return 'leftOut';
  if (mark?.isReady === true) return 'ready';
  return contentStanding(section, records, organisations);
}

/** Whether a section is done: nothing more has to be written there. */
export function isDone(standing: SectionStanding): boolean {
  return standing === 'complete' || standing === 'ready';
}

function contentStanding(
  section: PlanSection,
  records: StandingRecords,
  organisations: readonly PartnerOrganisation[],
): SectionStanding {
  const { needs, partnerNotes, resources, goals, indicators, activities, benefitNotes } = records;
  switch (section) {
    case 'needs':
      return ofRows(shown(needs), () => true);
    case 'partners': {
      const told = new Set(shown(partnerNotes).map(({ organisationId }) => organisationId));
      return ofAll(
        organisations.filter(({ status, isHidden }) => status === 'joined' && !isHidden),
        ({ id }) => told.has(id),
      );
    }
    case 'resources':
      return ofRows(
        shown(resources),
        ({ organisationId, name }) => organisationId !== undefined || name !== '',
      );
    case 'goals': {
      const followed = new Set(shown(indicators).map(({ goalId }) => goalId));
      return ofRows(shown(goals), ({ id }) => followed.has(id));
    }
    case 'activities':
      return ofRows(shown(activities), ({ due }) => due !== undefined);
    case 'evaluation': {
      const told = new Set(shown(benefitNotes).map(({ benefit }) => benefit));
      return ofAll(BENEFITS, (benefit) => told.has(benefit));
    }
    case 'acceptance': {
      const latest = records.planVersions.toSorted((a, b) => b.at - a.at)[0];
      if (latest === undefined) return textStanding(section, records) === 'empty' ? 'empty' : 'begun';
      const { missing } = acceptanceState(latest.id, records.acceptances, organisations);
      return missing.length === 0 ? 'complete' : 'begun';
    }
    case 'profile':
    case 'vision':
    case 'project':
    case 'longTermConcept':
    case 'roles':
    case 'promotion':
    case 'sustainability':
      return textStanding(section, records);
  }
}

function textStanding(section: PlanSection, { sectionTexts }: StandingRecords): SectionStanding {
  const length = isNarrative(section)
    ? (sectionTexts.find((text) => text.section === section)?.length ?? 0)
    : 0;
  if (length === 0) return 'empty';
  return length < SHORT_TEXT ? 'begun' : 'complete';
}

function shown<Row extends { readonly isHidden: boolean }>(rows: readonly Row[]): readonly Row[] {
  return rows.filter(({ isHidden }) => !isHidden);
}

/** There is at least one, and none of them lacks what it needs. */
function ofRows<Row>(rows: readonly Row[], isWhole: (row: Row) => boolean): SectionStanding {
  if (rows.length === 0) return 'empty';
  return rows.every(isWhole) ? 'complete' : 'begun';
}

/** Something is said of each. */
function ofAll<Each>(all: readonly Each[], isTold: (each: Each) => boolean): SectionStanding {
  const told = all.filter(isTold).length;
  if (told === 0) return 'empty';
  return told === all.length ? 'complete' : 'begun';
}
