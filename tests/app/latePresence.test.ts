import { expect, test } from 'vitest';
import { latePresence } from '../../src/app/plan/latePresence.ts';
import { documentName } from '../../src/schema/documentName.ts';
import { type AwarenessHandle, createAwarenessHub } from '../../src/sync/awareness.ts';
import { PARTNERSHIP } from '../storage/testLedger.ts';

const name = documentName('partnership', PARTNERSHIP);
const fail = (failure: unknown): never => {
  throw failure;
};

function late() {
  const hub = createAwarenessHub(() => undefined);
  let arrive: (handle: AwarenessHandle) => void = fail;
  const held = latePresence(
    () =>
      new Promise((resolve) => {
        arrive = resolve;
      }),
    fail,
  );
  const other = hub.open(name);
  return { held, other, arrive: () => arrive(hub.open(name)) };
}

test('what a screen told before the sending code came is told when it comes', async () => {
  const { held, other, arrive } = late();
  held.set({ name: 'Ewa' });
  expect(held.states().size).toBe(0);
  let heard = 0;
  held.subscribe(() => {
    heard += 1;
  });
  arrive();
  await expect.poll(() => heard).toBeGreaterThan(0);
  expect([...other.states().values()]).toEqual([{ name: 'Ewa' }]);
  expect(held.clientId).toBe(other.awareness.clientID);
});

test('a screen that was left before then leaves nobody behind', async () => {
  const { held, other, arrive } = late();
  held.set({ name: 'Ewa' });
  held.release();
  arrive();
  await Promise.resolve();
  expect(other.awareness.getLocalState()).toBeNull();
});
