// What this device remembers of the plan for itself: in whose name it writes, and which guides were read. Never sent.

import { type OrganisationId, type PartnershipId, decodeId } from '../domain/ids.ts';
import { PLAN_SECTIONS, type PlanSection } from '../domain/plan/sections.ts';
import type { DeviceDatabase } from './database.ts';
import { readRawSettings } from './settings.ts';

const organisationKey = (partnershipId: PartnershipId): string => `plan.organisation.${partnershipId}`;
const guideKey = (section: PlanSection): string => `plan.guide.${section}`;

/** The organisation in whose name the plan is written here; `undefined` where nobody has said (or it is the library). */
export async function readOwnOrganisation(
  db: DeviceDatabase,
  partnershipId: PartnershipId,
): Promise<OrganisationId | undefined> {
  const key = organisationKey(partnershipId);
  return decodeId<OrganisationId>((await readRawSettings(db, [key])).get(key));
}

export async function writeOwnOrganisation(
  db: DeviceDatabase,
  partnershipId: PartnershipId,
  organisationId: OrganisationId | undefined,
): Promise<void> {
  await db.settings.put({ key: organisationKey(partnershipId), value: organisationId });
}

/** The sections whose guide was shown on this device before. */
export async function readSeenGuides(db: DeviceDatabase): Promise<ReadonlySet<PlanSection>> {
  const raw = await readRawSettings(db, PLAN_SECTIONS.map(guideKey));
  return new Set(PLAN_SECTIONS.filter((section) => raw.get(guideKey(section)) === true));
}

export async function markGuideSeen(db: DeviceDatabase, section: PlanSection): Promise<void> {
  await db.settings.put({ key: guideKey(section), value: true });
}
