// What every screen of the plan reads first: the partnership with its organisations, what is said of the sections, and what this
// device remembers for itself. How the texts begin is the overview's: it changes with every letter, and would draw the screen anew.

import { type Observable, liveQuery } from 'dexie';
import type { OrganisationId, PartnershipId } from '../domain/ids.ts';
import type { PlanSection } from '../domain/plan/sections.ts';
import type { DeviceDatabase, Row } from './database.ts';
import { type PlanEntries, readPlan } from './planQueries.ts';
import { readOwnOrganisation, readSeenGuides } from './planSettings.ts';
import { readSetting } from './settings.ts';

const ROOTS = ['sectionMarks'] as const;

export interface PlanFront extends PlanEntries<(typeof ROOTS)[number]> {
  /** `undefined` while it has not arrived on this device. */
  readonly partnership: Row<'partnerships'> | undefined;
  /** Hidden ones too: what they wrote stays. */
  readonly organisations: readonly Row<'organisations'>[];
  readonly personName: string;
  readonly ownOrganisation: OrganisationId | undefined;
  readonly seenGuides: ReadonlySet<PlanSection>;
}

export function watchPlanFront(db: DeviceDatabase, id: PartnershipId): Observable<PlanFront> {
  return liveQuery(async () => {
    const [partnership, organisations, entries, personName, ownOrganisation, seenGuides] = await Promise.all([
      db.partnerships.get(id),
      db.organisations.where('partnershipId').equals(id).toArray(),
      readPlan(db, id, ROOTS),
      readSetting(db, 'personName'),
      readOwnOrganisation(db, id),
      readSeenGuides(db),
    ]);
    return { partnership, organisations, ...entries, personName, ownOrganisation, seenGuides };
  });
}
