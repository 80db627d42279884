// Opening the device: database, id, language, the partnership in front, the ledger that comes later.
import 'fake-indexeddb/auto';
import { describe, expect, test, vi } from 'vitest';
import { lazyLedger } from '../../src/app/device/lazyLedger.ts';
import { openDevice, randomId } from '../../src/app/device/openDevice.ts';
import { readStart } from '../../src/app/device/readStart.ts';
import { readFront } from '../../src/app/device/watchFront.ts';
import { asId, type DeviceId, type PartnershipId } from '../../src/domain/ids.ts';
import { beginPartnership } from '../../src/documents/partnershipCommands.ts';
import { documentName } from '../../src/schema/documentName.ts';
import { DeviceDatabase } from '../../src/storage/database.ts';
import type { Ledger } from '../../src/storage/ledger.ts';
import { writeSetting } from '../../src/storage/settings.ts';
import { readToday } from '../../src/storage/todayQueries.ts';
import { asInstant, isoDateOf } from '../../src/domain/time.ts';
import { freshName, openTab } from '../storage/testLedger.ts';

const ASKED = {
  now: asInstant(0),
  today: isoDateOf(new Date(2026, 10, 22)),
  place: { kind: 'today' },
} as const;

describe('the device id', () => {
  test('is made at the first start and stays', async () => {
    const name = freshName();
    const first = await openDevice(new DeviceDatabase(name), randomId, ASKED);
    const second = await openDevice(new DeviceDatabase(name), randomId, ASKED);
    expect(first).toMatchObject({ kind: 'open', start: { language: 'pl', today: undefined } });
    expect(second).toMatchObject({ kind: 'open', deviceId: first.kind === 'open' ? first.deviceId : '' });
  });

  test('is one even when two tabs start for the first time together', async () => {
    const name = freshName();
    const opened = await Promise.all(
      [1, 2, 3].map(() => openDevice(new DeviceDatabase(name), randomId, ASKED)),
    );
    expect(new Set(opened.map((each) => each.kind === 'open' && each.deviceId)).size).toBe(1);
  });
});

test('a database that does not open is an answer with its reason, and may be opened later', async () => {
  const db = new DeviceDatabase(freshName());
  const open = vi.spyOn(db, 'open').mockImplementationOnce(() => {
    throw new DOMException('Internal error opening backing store', 'UnknownError');
  });
  expect(await openDevice(db, randomId, ASKED)).toMatchObject({
    kind: 'failed',
    failure: { reason: 'unavailable' },
  });
  open.mockRestore();
  expect((await openDevice(db, randomId, ASKED)).kind).toBe('open');
});

test('a database that another tab holds back opens by itself once that tab lets go', async () => {
  const name = freshName();
  const holding = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('not opened')));
  });
  const opened = await openDevice(new DeviceDatabase(name), randomId, ASKED);
  if (opened.kind !== 'failed') throw new Error('it opened beside an older version');
  expect(opened.failure.reason).toBe('blocked');
  let isLate = false;
  const late = opened.late.then(() => (isLate = true));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(isLate).toBe(false);
  holding.close();
  await late;
});

test('ids are made of the alphabet of ids, and none comes twice', () => {
  const ids = Array.from({ length: 1_000 }, () => randomId<DeviceId>());
  expect(new Set(ids).size).toBe(ids.length);
});

test('in front is the partnership chosen last, else the newest; none on an empty device; what Dziś tells is read with it', async () => {
  const { db, ledger, kill } = openTab(freshName());
  expect((await readFront(db)).partnership).toBeUndefined();
  for (const [id, at] of [
    ['older', 1_000],
    ['newer', 2_000],
  ] as const) {
    await ledger.write([
      {
        name: documentName('partnership', id),
        run: (doc) =>
          beginPartnership(doc, {
            id: asId(id),
            name: id,
            roundId: asId('prb-3'),
            track: 'project',
            phase: 'partnerSearch',
            libraryName: '',
            gmina: '',
            facilitatorName: '',
            coordinatorName: '',
            isExample: false,
            createdAt: asInstant(at),
          }),
      },
    ]);
  }
  expect((await readFront(db)).partnership?.name).toBe('newer');
  await writeSetting(db, 'partnershipId', asId<PartnershipId>('older'));
  expect((await readFront(db)).partnership?.name).toBe('older');
  await writeSetting(db, 'partnershipId', asId<PartnershipId>('gone'));
  expect((await readFront(db)).partnership?.name).toBe('newer');
  const start = await readStart(db, ASKED);
  expect(start.front).toEqual(await readFront(db));
  expect(start.today).toEqual(await readToday(db, asId('newer'), ASKED.today));
  expect((await readStart(db, { ...ASKED, place: { kind: 'settings' } })).today).toBeUndefined();
  kill();
});

describe('the ledger that comes later', () => {
  const engine = async (status: Ledger['status']): Promise<Ledger> => ({
    status,
    write: async () => undefined,
    open: () => Promise.reject(new Error('not here')),
    retry: async () => undefined,
    exportAll: async () => new Uint8Array(),
  });

  test('is fetched once, when first needed, and keeps the status that was there before', async () => {
    const fetchEngine = vi.fn<typeof engine>(engine);
    const { ledger } = lazyLedger(fetchEngine);
    expect(fetchEngine).not.toHaveBeenCalled();
    await Promise.all([ledger.write([]), ledger.write([]), ledger.retry()]);
    expect(fetchEngine).toHaveBeenCalledTimes(1);
    expect(fetchEngine.mock.calls[0]?.[0]).toBe(ledger.status);
  });

  test('tells the writer when it does not come, and is fetched anew with the next write', async () => {
    let isReachable = false;
    const { ledger } = lazyLedger((status) =>
      isReachable ? engine(status) : Promise.reject(new Error('no such chunk')),
    );
    await expect(ledger.write([])).rejects.toThrow('no such chunk');
    isReachable = true;
    await expect(ledger.write([])).resolves.toBeUndefined();
  });
});
