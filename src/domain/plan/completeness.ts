// How far a plan is: each section and the whole, and what is missing first. What is told of it in words is left to the rooms.

import { BENEFITS } from '../programme/round.ts';
import { isBlank } from '../richText/plainText.ts';
import { indicatorGaps } from './goal.ts';
import type { PlanContent, ShownAcceptance } from './planContent.ts';
import type { SectionMark } from './sectionMark.ts';
import { isNarrative, type NarrativeSection, type PlanSection, sectionsOf } from './sections.ts';

/** Why a section is not complete; `count` rows lack it. */
export type PlanGap =
  | { readonly kind: 'noText' | 'noRows' | 'noFacts' | 'noVersion' }
  | {
      readonly kind:
        | 'goalsWithoutIndicator'
        | 'indicatorsIncomplete'
        | 'activitiesWithoutOwner'
        | 'activitiesWithoutDue'
        | 'partnersWithoutNote'
        | 'benefitsWithoutNote'
        | 'partnersNotAccepted';
      readonly count: number;
    };

/** `ready`: complete by itself or called so; `leftOut`: the partnership has said that it is not needed. */
export type SectionState = 'empty' | 'begun' | 'ready' | 'leftOut';

interface SectionCompleteness {
  readonly section: PlanSection;
  readonly state: SectionState;
  /** Also of a section that was called ready: what it still lacks may be shown. */
  readonly gaps: readonly PlanGap[];
}

export interface PlanCompleteness {
  readonly sections: readonly SectionCompleteness[];
  /** Sections that are ready, of those that are not left out. */
  readonly ready: number;
  readonly of: number;
  /** The first section that is neither ready nor left out. */
  readonly next: SectionCompleteness | undefined;
}

/** What of a plan completeness is judged by; of texts it is enough to know which are not blank. */
export type JudgedPlan = Pick<PlanContent, 'partnership' | 'organisations' | 'rows'> & {
  readonly acceptance: Pick<ShownAcceptance, 'acceptances'> | undefined;
  readonly writtenTexts: ReadonlySet<NarrativeSection>;
};

export function judgedPlan(content: PlanContent): JudgedPlan {
  const sections = sectionsOf(content.partnership.track).filter(isNarrative);
  return {
    ...content,
    writtenTexts: new Set(sections.filter((section) => !isBlank(content.texts[section] ?? []))),
  };
}

export function planCompleteness(plan: JudgedPlan, marks: readonly SectionMark[]): PlanCompleteness {
  const sections = sectionsOf(plan.partnership.track).map((section): SectionCompleteness => {
    const mark = marks.find((each) => each.section === section);
    const gaps = gapsOf(section, plan);
    return { section, gaps, state: stateOf(section, plan, gaps, mark) };
  });
  const asked = sections.filter(({ state }) => state !== 'leftOut');
  return {
    sections,
    ready: asked.filter(({ state }) => state === 'ready').length,
    of: asked.length,
    next: asked.find(({ state }) => state !== 'ready'),
  };
}

function stateOf(
  section: PlanSection,
  plan: JudgedPlan,
  gaps: readonly PlanGap[],
  mark: SectionMark | undefined,
): SectionState {
  if (mark?.isLeftOut) return 'leftOut';
  if (mark?.isReady || gaps.length === 0) return 'ready';
  return hasBegun(section, plan) ? 'begun' : 'empty';
}

function hasBegun(section: PlanSection, { rows, writtenTexts, acceptance }: JudgedPlan): boolean {
  switch (section) {
    case 'needs':
    case 'resources':
    case 'goals':
    case 'activities':
      return rows[section].length > 0;
    case 'partners':
      return rows.partnerNotes.length > 0;
    case 'evaluation':
      return rows.benefitNotes.length > 0;
    case 'acceptance':
      return acceptance !== undefined || writtenTexts.has(section);
    case 'profile':
    case 'vision':
    case 'project':
    case 'longTermConcept':
    case 'roles':
    case 'promotion':
    case 'sustainability':
      return writtenTexts.has(section);
  }
}

function gapsOf(section: PlanSection, plan: JudgedPlan): readonly PlanGap[] {
  const { rows } = plan;
  switch (section) {
    case 'profile': {
      const { libraryName, gmina } = plan.partnership;
      return libraryName === '' || gmina === '' ? [{ kind: 'noFacts' }] : [];
    }
    case 'needs':
    case 'resources':
      return rows[section].length === 0 ? [{ kind: 'noRows' }] : [];
    case 'partners': {
      const noted = new Set(rows.partnerNotes.map(({ organisationId }) => organisationId));
      const joined = joinedOf(plan);
      if (joined.length === 0) return [{ kind: 'noRows' }];
      return counted('partnersWithoutNote', joined.filter(({ id }) => !noted.has(id)).length);
    }
    case 'goals': {
      if (rows.goals.length === 0) return [{ kind: 'noRows' }];
      const goals = new Set(rows.goals.map(({ id }) => id));
      const indicators = rows.indicators.filter(({ goalId }) => goals.has(goalId));
      const measured = new Set(indicators.map(({ goalId }) => goalId));
      return [
        ...counted('goalsWithoutIndicator', goals.size - measured.size),
        ...counted(
          'indicatorsIncomplete',
          indicators.filter((each) => indicatorGaps(each).length > 0).length,
        ),
      ];
    }
    case 'activities': {
      const live = rows.activities.filter(({ state }) => state !== 'dropped');
      if (live.length === 0) return [{ kind: 'noRows' }];
      return [
        ...counted(
          'activitiesWithoutOwner',
          live.filter(({ organisationId }) => organisationId === undefined).length,
        ),
        ...counted('activitiesWithoutDue', live.filter(({ due }) => due === undefined).length),
      ];
    }
    case 'evaluation': {
      if (rows.benefitNotes.length === 0) return [{ kind: 'noRows' }];
      const noted = new Set(rows.benefitNotes.map(({ benefit }) => benefit));
      return counted('benefitsWithoutNote', BENEFITS.length - noted.size);
    }
    case 'acceptance': {
      const { acceptance } = plan;
      if (acceptance === undefined) return [{ kind: 'noVersion' }];
      const accepted = new Set(acceptance.acceptances.map(({ organisationId }) => organisationId));
      return counted('partnersNotAccepted', joinedOf(plan).filter(({ id }) => !accepted.has(id)).length);
    }
    case 'vision':
    case 'project':
    case 'longTermConcept':
    case 'roles':
    case 'promotion':
    case 'sustainability':
      return plan.writtenTexts.has(section) ? [] : [{ kind: 'noText' }];
  }
}

function joinedOf({ organisations }: JudgedPlan): JudgedPlan['organisations'] {
  return organisations.filter(({ status, isHidden }) => status === 'joined' && !isHidden);
}

function counted(
  kind: Extract<PlanGap, { readonly count: number }>['kind'],
  count: number,
): readonly PlanGap[] {
  return count === 0 ? [] : [{ kind, count }];
}
