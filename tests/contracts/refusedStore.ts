// The contract of RefusedStore, opened with room for 10,000 bytes.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asId, type DeviceId, type MemberId } from '../../src/domain/ids.ts';
import { asInstant } from '../../src/domain/time.ts';
import { documentName, nextEpoch } from '../../src/schema/documentName.ts';
import type { LogStore } from '../../sync-server/stores/logStore.ts';
import type { RefusedEntry, RefusedStore, RefusedUpdate } from '../../sync-server/stores/refusedStore.ts';
import { rowOf } from './logStore.ts';

export interface OpenedRefused {
  readonly store: RefusedStore;
  /** On the same data. */
  readonly log: LogStore;
  /** The same data through another store, as after a restart. */
  readonly again: () => RefusedStore;
  /** The bytes that are kept, in the order of their ids. */
  readonly kept: () => Promise<readonly Uint8Array[]>;
  readonly dispose: () => Promise<void>;
}

export const REFUSED_BYTES = 10_000;
const DAY = 86_400_000;
const plan = documentName('partnership', 'zalesie');

export function refusedUpdate(
  at: number,
  update: Uint8Array,
  changes: Partial<RefusedUpdate> = {},
): RefusedUpdate {
  const device = asId<DeviceId>('device1');
  const member = asId<MemberId>('member1');
  return { name: plan, member, device, reason: 'malformed', update, at: asInstant(at), ...changes };
}

export function bytesOf(length: number, fill: number): Uint8Array {
  return new Uint8Array(length).fill(fill);
}

export function describeRefusedStore(title: string, open: () => Promise<OpenedRefused>): void {
  describe(`store of what was refused: ${title}`, () => {
    let opened: OpenedRefused;
    let store: RefusedStore;
    beforeEach(async () => {
      opened = await open();
      store = opened.store;
    });
    afterEach(() => opened.dispose());

    const ages = async (): Promise<readonly number[]> => (await store.list()).map(({ at }) => at);

    it('keeps who, when, why and how much, and the bytes', async () => {
      await store.keep([refusedUpdate(5, bytesOf(100, 1), { reason: 'readOnly' })]);
      const entry: Partial<RefusedEntry> = {
        name: plan,
        reason: 'readOnly',
        at: asInstant(5),
        bytes: 100,
        times: 1,
      };
      expect(await store.list()).toMatchObject([
        { ...entry, isKept: true, member: 'member1', device: 'device1' },
      ]);
      expect((await opened.kept()).map((kept) => [...kept])).toEqual([[...bytesOf(100, 1)]]);
    });

    it('within its bounds the oldest goes first', async () => {
      for (let at = 1; at <= 5; at += 1) await store.keep([refusedUpdate(at, bytesOf(3_000, at))]);
      expect(await ages()).toEqual([5, 4, 3]);
      // The same after a restart, or on another node.
      store = opened.again();
      await store.keep([refusedUpdate(6, bytesOf(3_000, 6))]);
      expect(await ages()).toEqual([6, 5, 4]);
    });

    it('many small ones are bounded too', async () => {
      await store.keep(Array.from({ length: 255 }, (_, at) => refusedUpdate(at, bytesOf(1, at))));
      expect((await store.list()).length).toBeLessThan(40);
      expect((await ages())[0]).toBe(254);
    });

    it('one that is larger than all the room is noted without its bytes, and pushes nothing out', async () => {
      await store.keep([refusedUpdate(1, bytesOf(100, 1)), refusedUpdate(2, bytesOf(20_000, 2))]);
      expect(await store.list()).toMatchObject([
        { bytes: 20_000, isKept: false },
        { bytes: 100, isKept: true },
      ]);
    });

    it('the same bytes sent again are one row, with the last reason', async () => {
      for (const at of [1, 2, 3])
        await store.keep([refusedUpdate(at, bytesOf(9_000, 1), { reason: 'tooLarge' })]);
      expect(await store.list()).toMatchObject([{ at: 3, times: 3, reason: 'tooLarge' }]);
    });

    it('[G8] with a document that was rebuilt what was refused of it goes, gives its room back, and does not come again', async () => {
      const register = documentName('register', 'zalesie');
      const log = opened.log;
      await log.append(rowOf(register, 1));
      const former = (at: number, fill: number) =>
        refusedUpdate(at, bytesOf(3_000, fill), { name: register });
      await store.keep([refusedUpdate(1, bytesOf(3_000, 1)), former(2, 2), former(3, 3)]);
      await log.rotate({ name: register, head: 1, row: rowOf(nextEpoch(register), 2) });
      expect(await ages()).toEqual([1]);
      await store.keep([
        former(4, 2),
        refusedUpdate(5, bytesOf(3_000, 5)),
        refusedUpdate(6, bytesOf(3_000, 6)),
      ]);
      expect(await ages()).toEqual([6, 5, 1]);
    });

    it('after ninety days nothing of it is left', async () => {
      await store.keep([refusedUpdate(1, bytesOf(10, 1)), refusedUpdate(1 + 91 * DAY, bytesOf(10, 2))]);
      expect(await ages()).toEqual([1 + 91 * DAY]);
    });
  });
}
