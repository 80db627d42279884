// Erases a person's data for good: the register is rebuilt without them, and lists that were closed with them are sealed anew.

import type { Meeting } from '../../../domain/meeting.ts';
import type { OrganisationId, PartnershipId, PersonId, SealId } from '../../../domain/ids.ts';
import { rebuildWithout } from '../../../documents/rebuildWithout.ts';
import type { ListHead } from '../../../documents/sealing.ts';
import type { Device, RebuildResult } from '../../../storage/device.ts';
import { readSetting } from '../../../storage/settings.ts';

export async function erasePerson(
  device: Device,
  partnershipId: PartnershipId,
  id: PersonId,
): Promise<RebuildResult> {
  const { db, id: deviceId, newId } = device;
  const [meetings, organisations, by] = await Promise.all([
    db.meetings.where('partnershipId').equals(partnershipId).toArray(),
    db.organisations.where('partnershipId').equals(partnershipId).toArray(),
    readSetting(db, 'personName'),
  ]);
  const names = new Map<OrganisationId, string>(organisations.map((each) => [each.id, each.name]));
  const headOf = (meeting: Meeting): ListHead => ({
    meeting,
    organisationName: (organisation) => names.get(organisation) ?? '',
  });
  const lists = meetings.filter(({ state }) => state === 'closed').map(headOf);
  const at = device.now();
  return device.rebuildRegister(partnershipId, (doc, epoch) =>
    rebuildWithout(doc, {
      persons: [id],
      at,
      epoch,
      lists,
      seal: { by, deviceId, newId: () => newId<SealId>() },
    }),
  );
}
