import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { startKioskGuard } from '../../src/app/kiosk/kioskGuard.ts';
import { asId, type MeetingId, type PartnershipId } from '../../src/domain/ids.ts';
import type { Place } from '../../src/domain/places.ts';
import { asInstant } from '../../src/domain/time.ts';
import { DeviceDatabase } from '../../src/storage/database.ts';
import { enterKiosk, KIOSK_HOURS, type Kiosk, leaveKiosk } from '../../src/storage/kiosk.ts';
import { freshName } from '../storage/testLedger.ts';

const kiosk: Kiosk = {
  partnershipId: asId<PartnershipId>('p'),
  meetingId: asId<MeetingId>('m'),
  since: asInstant(1_000),
};
const signing: Place = { kind: 'selfSigning', meetingId: kiosk.meetingId };

async function start(initial: Kiosk | undefined, now = 2_000) {
  const db = new DeviceDatabase(freshName());
  if (initial) await enterKiosk(db, initial);
  const [go, onEntered] = [vi.fn<(place: Place) => void>(), vi.fn<(entered: Kiosk) => void>()];
  const reportFailure = (failure: unknown): void => {
    throw failure;
  };
  const guard = startKioskGuard(initial, { db, now: () => asInstant(now), go, onEntered, reportFailure });
  return { db, go, onEntered, ...guard };
}

test('while the tablet is passed round every wish leads back to signing', async () => {
  const { guard, dispose, go } = await start(kiosk);
  for (const kind of ['today', 'settings', 'partners', 'sync'] as const)
    expect(guard({ kind })).toEqual(signing);
  expect(guard({ kind: 'attendance', meetingId: kiosk.meetingId })).toEqual(signing);
  expect(guard({ kind: 'selfSigning', meetingId: asId<MeetingId>('other') })).toEqual(signing);
  expect(guard(signing)).toBe(signing);
  dispose();
  expect(go).not.toHaveBeenCalled();
});

test('a wish right after the PIN was given is granted although the live query lags', async () => {
  const { db, guard, dispose, go } = await start(kiosk);
  await leaveKiosk(db);
  const wish: Place = { kind: 'attendance', meetingId: kiosk.meetingId };
  if (guard(wish) !== wish) await vi.waitFor(() => expect(go).toHaveBeenCalledWith(wish));
  expect(guard({ kind: 'today' })).toEqual({ kind: 'today' });
  dispose();
});

test('a tablet whose PIN was forgotten is free again after the longest time of a meeting', async () => {
  const { guard, dispose } = await start(kiosk, kiosk.since + KIOSK_HOURS * 3_600_000);
  expect(guard({ kind: 'today' })).toEqual({ kind: 'today' });
  dispose();
});

test('signing that was switched on in another tab is shown in this one too', async () => {
  const { db, guard, dispose, onEntered } = await start(undefined);
  expect(guard({ kind: 'today' })).toEqual({ kind: 'today' });
  await enterKiosk(db, kiosk);
  await vi.waitFor(() => expect(onEntered).toHaveBeenCalledWith(kiosk));
  expect(guard({ kind: 'today' })).toEqual(signing);
  dispose();
});
