// What is said to wait, and what was refused, from the tables of a real ledger.
import 'fake-indexeddb/auto';
import type { Observable } from 'dexie';
import { expect, test } from 'vitest';
import { exampleControl } from '../../src/app/example/exampleControl.ts';
import { EXAMPLE_ID } from '../../src/app/example/buildExample.ts';
import { readRefused, watchWaiting } from '../../src/app/sync/watchWaiting.ts';
import { type WhatIsWhere, watchWhatIsWhere } from '../../src/app/sync/watchWhatIsWhere.ts';
import { randomId } from '../../src/app/device/openDevice.ts';
import { asInstant, decodeIsoDate } from '../../src/domain/time.ts';
import { TABLE_NAMES } from '../../src/storage/database.ts';
import type { Device } from '../../src/storage/device.ts';
import {
  DEVICE,
  freshName,
  openTab,
  PARTNERSHIP,
  person,
  rebuildAlone,
  REGISTER,
} from '../storage/testLedger.ts';

function first<Value>(observable: Observable<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const subscription = observable.subscribe({
      next: (value) => {
        resolve(value);
        queueMicrotask(() => subscription.unsubscribe());
      },
      error: reject,
    });
  });
}

function deviceOf({ db, ledger, failures }: ReturnType<typeof openTab>): Device {
  const today = decodeIsoDate('2026-11-22');
  if (today === undefined) throw new Error('no day');
  return {
    id: DEVICE,
    db,
    ledger,
    rebuildRegister: rebuildAlone(ledger),
    newId: randomId,
    now: () => asInstant(1_000),
    today: () => today,
    reportFailure: (failure) => failures.push(failure),
  };
}

const whatIsWhere = (tab: ReturnType<typeof openTab>): Promise<WhatIsWhere> =>
  first(watchWhatIsWhere(tab.db));

test('own work waits, by partnership; the example counts nowhere and is never waiting', async () => {
  const tab = openTab(freshName());
  const example = exampleControl(deviceOf(tab), () => Promise.resolve(tab.ledger));
  await example.open();
  expect(await first(watchWaiting(tab.db))).toEqual({ unsent: 0, refused: 0 });
  expect(await whatIsWhere(tab)).toMatchObject({
    partnerships: 0,
    meetings: 0,
    people: 0,
    hasExample: true,
    waiting: [],
  });
  await tab.ledger.write([person('anna', 'Anna Wiśniewska')]);
  const { waiting, people } = await whatIsWhere(tab);
  expect(people).toBe(1);
  expect(waiting).toMatchObject([{ partnershipId: PARTNERSHIP, unsent: 1 }]);
  tab.kill();
});

test('removing the example leaves nothing of it and touches nothing else', async () => {
  const tab = openTab(freshName());
  await tab.ledger.write([person('anna', 'Anna Wiśniewska')]);
  const example = exampleControl(deviceOf(tab), () => Promise.resolve(tab.ledger));
  await example.open();
  await example.open();
  expect(await tab.db.partnerships.count()).toBe(1);
  await tab.db.drafts.put({ key: 'example-meeting-2.example-person-1', strokes: [] });
  await example.remove();
  for (const name of TABLE_NAMES)
    expect(await tab.db.queryTable(name).where('partnershipId').equals(EXAMPLE_ID).count()).toBe(0);
  expect(await tab.db.drafts.count()).toBe(0);
  expect(await tab.db.settings.get('partnershipId')).toMatchObject({ value: undefined });
  expect(await tab.db.persons.count()).toBe(1);
  await example.open();
  expect(await tab.db.persons.where('partnershipId').equals(EXAMPLE_ID).count()).toBe(18);
  tab.kill();
});

test('[G6] a refused piece is told until the server has taken the document after all', async () => {
  const tab = openTab(freshName());
  await tab.ledger.write([person('anna', 'Anna Wiśniewska')]);
  const kept = { reason: 'readOnly', at: asInstant(1) } as const;
  await tab.db.refused.add({ ...kept, doc: REGISTER, update: new Uint8Array([1, 2]) });
  // A refusal to read keeps no work aside.
  await tab.db.refused.add({ ...kept, doc: REGISTER, update: new Uint8Array() });
  expect(await readRefused(tab.db)).toHaveLength(1);
  expect((await first(watchWaiting(tab.db))).refused).toBe(1);
  await tab.db.documents.update(REGISTER, { unsent: 0 });
  expect(await readRefused(tab.db)).toEqual([]);
  tab.kill();
});
