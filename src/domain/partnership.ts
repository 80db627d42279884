// The partnership's own facts (Metryczka) and the library that coordinates it.

import type { PartnershipId, RoundId } from './ids.ts';
import type { Library } from './library.ts';
import type { Instant } from './time.ts';

/** Partnership for a project (projektowe) or for the long term (długofalowe). */
export const TRACKS = ['project', 'longTerm'] as const;
export type Track = (typeof TRACKS)[number];

export const PHASES = [
  'partnerSearch',
  'commonProblems',
  'vision',
  'agreement',
  'action',
  'evaluation',
  'continuation',
] as const;
type Phase = (typeof PHASES)[number];

export interface Partnership {
  readonly id: PartnershipId;
  readonly name: string;
  readonly roundId: RoundId;
  readonly track: Track;
  readonly phase: Phase;
  readonly libraryName: string;
  readonly gmina: string;
  /** `undefined` while nothing of it has been entered. */
  readonly library: Library | undefined;
  /** Name of the animator, as it is printed on the attendance list; empty when not known yet. */
  readonly facilitatorName: string;
  /** Display name of the librarian who coordinates; printed as the preparer of lists. */
  readonly coordinatorName: string;
  /** A filled sample, marked as such everywhere and removed in one tap; never sent to a server. */
  readonly isExample: boolean;
  readonly createdAt: Instant;
}

/** A partnership's fields in its profile; what there is of the library has commands of its own. */
export type Profile = Omit<Partnership, 'library'>;

const EXAMPLE_PREFIX = 'example-';

/** The id of a sample partnership: told by its form, so that no part of it can ever be sent by mistake. */
export function isExampleId(id: string): boolean {
  return id.startsWith(EXAMPLE_PREFIX);
}
