// A round of the programme: its rules, themes, allowance, contacts and materials are data, none of it code.

import type { RoundId } from '../ids.ts';
import type { Minutes } from '../time.ts';

export const PROGRAMME_THEMES = ['buildPartnership', 'analyseEffectiveness', 'longTermProspects'] as const;
/** The theme of a programme meeting, or `other` for one that the partnership holds on its own account. */
export type MeetingTheme = (typeof PROGRAMME_THEMES)[number] | 'other';

/** The nine benefits of partnership, in the order of the programme page. */
export const BENEFITS = [
  'promotion',
  'coordination',
  'funding',
  'exchange',
  'trust',
  'communityEngagement',
  'localNeeds',
  'rulesWithAuthorities',
  'mediation',
] as const;
export type Benefit = (typeof BENEFITS)[number];

export interface RoundTheme {
  readonly theme: MeetingTheme;
  /** One or two words, for the path of the three meetings. */
  readonly short: string;
  readonly title: string;
}

interface RoundContact {
  readonly name: string;
  readonly phones: readonly string[];
  readonly address: string;
  readonly website: string;
}

interface RoundMaterial {
  readonly key: 'rules' | 'attachment1' | 'attachment2' | 'presentation' | 'logos';
  readonly title: string;
}

/** What the information clause of Załącznik 2 needs (RODO, art. 13). */
export interface RoundPrivacy {
  /** Controller of the data; empty means the partnership's own library. */
  readonly controller: string;
  /** How to reach the inspector (IOD); empty means through the controller. */
  readonly inspector: string;
  readonly retentionYears: number;
  /** Address of the whole clause; empty where there is none. */
  readonly clauseUrl: string;
}

export interface ProgrammeRound {
  readonly id: RoundId;
  readonly name: string;
  readonly programme: string;
  readonly organiser: string;
  readonly rulesVersion: string;
  readonly allowance: Minutes;
  readonly themes: readonly RoundTheme[];
  readonly benefits: Readonly<Record<Benefit, string>>;
  readonly contact: RoundContact;
  readonly materials: readonly RoundMaterial[];
  readonly grantCompetition: string;
  readonly privacy: RoundPrivacy;
}

/** The title of a theme in a round; `undefined` for `other` and for themes the round does not have. */
export function themeOf(round: ProgrammeRound, theme: MeetingTheme): RoundTheme | undefined {
  return round.themes.find((candidate) => candidate.theme === theme);
}
