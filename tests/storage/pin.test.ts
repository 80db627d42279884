import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { asId } from '../../src/domain/ids.ts';
import { asInstant } from '../../src/domain/time.ts';
import { DeviceDatabase } from '../../src/storage/database.ts';
import { enterKiosk, type Kiosk, KIOSK_HOURS, leaveKiosk, readKiosk } from '../../src/storage/kiosk.ts';
import { checkPin, isPin, pinWait, setPin } from '../../src/storage/pin.ts';
import { freshName } from './testLedger.ts';

const at = asInstant(1_800_000_000_000);
const later = (seconds: number) => asInstant(at + seconds * 1_000);

describe('the PIN of a device', () => {
  it('is 4 to 8 digits and nothing else', () => {
    expect(['1234', '12345678'].map(isPin)).toEqual([true, true]);
    expect(['', '123', '123456789', '12a4', '１２３４', ' 1234'].map(isPin)).toEqual(Array(6).fill(false));
  });

  it('opens with the right PIN only, and is nowhere stored as it was typed', async () => {
    const db = new DeviceDatabase(freshName());
    expect(await checkPin(db, '4711', at)).toEqual({ kind: 'none' });
    await setPin(db, '4711');
    expect(JSON.stringify(await db.settings.toArray())).not.toContain('4711');
    expect(await checkPin(db, '4712', at)).toEqual({ kind: 'wrong', waitUntil: undefined });
    expect(await checkPin(db, '4711', at)).toEqual({ kind: 'right' });
  });

  it('makes wait after five wrong tries, also after a reload, and then looks at no PIN, not even the right one', async () => {
    const name = freshName();
    const first = new DeviceDatabase(name);
    await setPin(first, '4711');
    for (let tries = 0; tries < 4; tries += 1) await checkPin(first, '0000', at);
    expect(await checkPin(first, '0000', at)).toEqual({ kind: 'wrong', waitUntil: later(30) });
    first.close();

    const reloaded = new DeviceDatabase(name);
    expect(await checkPin(reloaded, '4711', later(1))).toEqual({ kind: 'waiting', until: later(30) });
    expect(await checkPin(reloaded, '4711', later(30))).toEqual({ kind: 'right' });
    expect(await checkPin(reloaded, '0000', later(31))).toEqual({ kind: 'wrong', waitUntil: undefined });
  });

  it('doubles the wait with each further wrong try, up to a quarter of an hour', () => {
    const seconds = [4, 5, 6, 7, 10, 40].map((failed) => {
      const until = pinWait({ failed, lastAt: at }, at);
      return until === undefined ? 0 : (until - at) / 1_000;
    });
    expect(seconds).toEqual([0, 30, 60, 120, 900, 900]);
  });

  it('never waits longer than it must because the clock was set back', () => {
    expect(pinWait({ failed: 5, lastAt: later(86_400) }, at)).toBe(later(30));
  });
});

describe('the tablet that is passed round', () => {
  const kiosk: Kiosk = { partnershipId: asId('p'), meetingId: asId('m'), since: at };

  it('stays so in another tab and after a reload, until it is left', async () => {
    const name = freshName();
    const first = new DeviceDatabase(name);
    await enterKiosk(first, kiosk);
    first.close();
    const second = new DeviceDatabase(name);
    expect(await readKiosk(second, later(60))).toEqual(kiosk);
    await leaveKiosk(second);
    expect(await readKiosk(second, later(60))).toBeUndefined();
  });

  it('is over by itself half a day later, so that a forgotten PIN never costs the data', async () => {
    const db = new DeviceDatabase(freshName());
    await enterKiosk(db, kiosk);
    expect(await readKiosk(db, later(KIOSK_HOURS * 3_600 - 1))).toEqual(kiosk);
    expect(await readKiosk(db, later(KIOSK_HOURS * 3_600))).toBeUndefined();
  });

  it('is not on when what is stored makes no sense', async () => {
    const db = new DeviceDatabase(freshName());
    await db.settings.put({ key: 'kiosk', value: { meetingId: 'm', since: 'yesterday' } });
    expect(await readKiosk(db, at)).toBeUndefined();
  });
});
