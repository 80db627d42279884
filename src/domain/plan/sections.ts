// The sections of Załącznik 1 and their order: thirteen, the eighth by the partnership's track. What stands in a section is
// left to the rows and texts; titles are texts of the catalogue.

import type { Track } from '../partnership.ts';

/** Both tracks' sections, in the order of the plan. Stored in keys: added to, never renamed. */
export const PLAN_SECTIONS = [
  'profile',
  'needs',
  'partners',
  'resources',
  'vision',
  'goals',
  'activities',
  'project',
  'longTermConcept',
  'roles',
  'promotion',
  'evaluation',
  'sustainability',
  'acceptance',
] as const;
export type PlanSection = (typeof PLAN_SECTIONS)[number];

/** Sections of one formatted text that several write; the others are made of rows. */
export const NARRATIVE_SECTIONS = [
  'profile',
  'vision',
  'project',
  'longTermConcept',
  'roles',
  'promotion',
  'sustainability',
  'acceptance',
] as const satisfies readonly PlanSection[];
export type NarrativeSection = (typeof NARRATIVE_SECTIONS)[number];

/** The section that a plan of the other track has in its place; what was written there stays in the document. */
const OF_OTHER_TRACK: Readonly<Record<Track, PlanSection>> = {
  project: 'longTermConcept',
  longTerm: 'project',
};

/** The thirteen sections of a plan, in order. */
export function sectionsOf(track: Track): readonly PlanSection[] {
  return PLAN_SECTIONS.filter((section) => section !== OF_OTHER_TRACK[track]);
}

/** 1 to 13, the same for the eighth section of either track. */
export function sectionNumber(section: PlanSection): number {
  const place = PLAN_SECTIONS.indexOf(section) + 1;
  return place > PLAN_SECTIONS.indexOf('project') + 1 ? place - 1 : place;
}

export function isNarrative(section: PlanSection): section is NarrativeSection {
  return NARRATIVE_SECTIONS.some((narrative) => narrative === section);
}
