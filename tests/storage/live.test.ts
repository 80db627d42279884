// Live queries over a real Dexie database.

import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { DeviceDatabase } from '../../src/storage/database.ts';
import { live } from '../../src/storage/live.ts';
import { readSetting, writeSetting } from '../../src/storage/settings.ts';

async function openDatabase(name: string): Promise<DeviceDatabase> {
  const db = new DeviceDatabase(name);
  await db.open();
  return db;
}

function watchName(db: DeviceDatabase) {
  const told: string[] = [];
  const subscription = live(() => readSetting(db, 'personName')).subscribe((name) => void told.push(name));
  return { told, stop: () => subscription.unsubscribe() };
}

test('[G10] whoever wrote is told of the commit before live queries begin to read', async () => {
  const db = await openDatabase('live-order');
  let reads = 0;
  const subscription = live(() => {
    reads += 1;
    return readSetting(db, 'personName');
  }).subscribe(() => undefined);
  await vi.waitFor(() => expect(reads).toBe(1));
  await writeSetting(db, 'personName', 'Anna');
  expect(reads).toBe(1);
  await vi.waitFor(() => expect(reads).toBe(2));
  subscription.unsubscribe();
});

test('every change is told, one after another and when two come at once', async () => {
  const db = await openDatabase('live-changes');
  const { told, stop } = watchName(db);
  await vi.waitFor(() => expect(told).toEqual(['']));
  for (const name of ['Anna', 'Barbara', 'Celina']) {
    await writeSetting(db, 'personName', name);
    await vi.waitFor(() => expect(told.at(-1)).toBe(name));
  }
  await Promise.all([writeSetting(db, 'personName', 'Danuta'), writeSetting(db, 'personName', 'Ewa')]);
  await vi.waitFor(() => expect(told.at(-1)).toBe('Ewa'));
  stop();
  const { length } = told;
  await writeSetting(db, 'personName', 'Filomena');
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(told).toHaveLength(length);
});
