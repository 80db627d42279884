// Opening and removing the sample partnership. Building it needs Yjs and is loaded when asked for.

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DeviceDatabase } from '../../storage/database.ts';
import type { Device } from '../../storage/device.ts';
import type { LedgerEngine } from '../../storage/ledgerEngine.ts';
import { readSetting, writeSetting } from '../../storage/settings.ts';

type ExampleWork = 'none' | 'opening' | 'removing';

export interface ExampleControl {
  readonly work: StoreApi<ExampleWork>;
  /** Makes the sample, unless it is there already, and brings it to the front. Throws StorageFailure. */
  readonly open: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

export function exampleControl(device: Device, engine: () => Promise<LedgerEngine>): ExampleControl {
  const work = createStore<ExampleWork>(() => 'none');
  const during = async (kind: ExampleWork, run: () => Promise<void>): Promise<void> => {
    if (work.getState() !== 'none') return;
    work.setState(kind, true);
    try {
      await run();
    } finally {
      work.setState('none', true);
    }
  };
  return {
    work,
    open: () =>
      during('opening', async () => {
        const { EXAMPLE_ID, buildExample } = await import('./buildExample.ts');
        const bringToFront = (db: DeviceDatabase) => writeSetting(db, 'partnershipId', EXAMPLE_ID);
        if ((await device.db.partnerships.get(EXAMPLE_ID)) !== undefined) await bringToFront(device.db);
        else await device.ledger.write(buildExample(device.today(), device.id), bringToFront);
      }),
    remove: () =>
      during('removing', async () => {
        const { EXAMPLE_ID } = await import('./buildExample.ts');
        await (await engine()).removeExample(EXAMPLE_ID);
        await device.db.drafts.where('key').startsWith('example-').delete();
        if ((await readSetting(device.db, 'partnershipId')) === EXAMPLE_ID)
          await writeSetting(device.db, 'partnershipId', undefined);
      }),
  };
}
