// The contract of ChallengeStore.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asId, type DeviceId } from '../../src/domain/ids.ts';
import { asInstant } from '../../src/domain/time.ts';
import type { ChallengeStore } from '../../sync-server/stores/challengeStore.ts';

export interface OpenedChallenges {
  readonly store: ChallengeStore;
  readonly dispose: () => Promise<void>;
}

export function describeChallengeStore(title: string, open: () => Promise<OpenedChallenges>): void {
  describe(`challenge store: ${title}`, () => {
    let opened: OpenedChallenges;
    let store: ChallengeStore;
    beforeEach(async () => {
      opened = await open();
      store = opened.store;
    });
    afterEach(() => opened.dispose());

    const challenge = { text: 'one', device: asId<DeviceId>('device1'), until: asInstant(1_000) };

    it('gives each challenge out once, as it was put', async () => {
      await store.put(challenge, asInstant(0));
      expect(await store.take('two')).toBeUndefined();
      expect(await store.take('one')).toEqual(challenge);
      expect(await store.take('one')).toBeUndefined();
    });

    it('gives it to one of those who come at once', async () => {
      await store.put(challenge, asInstant(0));
      const taken = await Promise.all([store.take('one'), store.take('one'), store.take('one')]);
      expect(taken.filter((found) => found !== undefined)).toEqual([challenge]);
    });

    it('keeps those of many devices apart', async () => {
      const other = { ...challenge, text: 'two', device: asId<DeviceId>('device2') };
      await store.put(challenge, asInstant(0));
      await store.put(other, asInstant(0));
      expect(await store.take('two')).toEqual(other);
      expect(await store.take('one')).toEqual(challenge);
    });
  });
}
