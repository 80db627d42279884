// The addresses of the plan's pages: one a section. Addresses are what links already sent point to: added to, never changed.

import type { Track } from '../partnership.ts';
import type { Place } from '../places.ts';
import { type PlanSection, sectionsOf } from './sections.ts';

const PAGES: Readonly<Record<PlanSection, string>> = {
  profile: 'metryczka',
  needs: 'potrzeby',
  partners: 'partnerzy',
  resources: 'zasoby',
  vision: 'wizja',
  goals: 'cele',
  activities: 'dzialania',
  project: 'projekt',
  longTermConcept: 'koncepcja',
  roles: 'zasady',
  promotion: 'promocja',
  evaluation: 'ewaluacja',
  sustainability: 'trwalosc',
  acceptance: 'akceptacja',
};

/** The place of a section, or of one thing in it. */
export function placeOfSection(section: PlanSection, item?: string): Place {
  return { kind: 'planPage', page: PAGES[section], item };
}

/** The section at a page of a plan of that track; `undefined` for any other page. */
export function sectionOfPage(page: string, track: Track): PlanSection | undefined {
  return sectionsOf(track).find((section) => PAGES[section] === page);
}
