// Closing and sealing from the screen: waits for what is being stored, and says in words what went wrong.

import { StorageFailure } from '../../../storage/storageFailure.ts';
import { t } from '../../../ui/i18n/attendanceTexts.ts';
import type { Correction, ListTarget } from '../changes/listWrites.ts';
import type { List } from '../list/useList.ts';

/** Resolves to the problem for the person, or to `undefined` when the list is closed. */
export async function closeList(
  { device, partnershipId }: ListTarget,
  { meeting, organisationName }: Pick<List, 'meeting' | 'organisationName'>,
  by: string,
  settled: () => Promise<void>,
): Promise<string | undefined> {
  return inWords(device.reportFailure, async () => {
    await settled();
    const { writeClosing } = await import('../changes/listWrites.ts');
    await writeClosing(device, partnershipId, { meeting, organisationName }, by);
  });
}

/** Seals a closed list as it is now. */
export async function sealListAgain(
  { device, partnershipId }: ListTarget,
  correction: Correction,
  settled: () => Promise<void>,
): Promise<string | undefined> {
  return inWords(device.reportFailure, async () => {
    await settled();
    const { writeSealingAgain } = await import('../changes/listWrites.ts');
    await writeSealingAgain(device, partnershipId, correction);
  });
}

async function inWords(
  reportFailure: (failure: unknown) => void,
  work: () => Promise<void>,
): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (failure) {
    if (failure instanceof StorageFailure) return t().problems.storage[failure.reason];
    reportFailure(failure);
    return t().problems.unexpected;
  }
}
