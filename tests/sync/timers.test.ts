import { describe, expect, it } from 'vitest';
import { backoff } from '../../src/sync/timers.ts';
import { createWaiting } from '../../src/sync/waiting.ts';
import { ManualTimers } from './manualTimers.ts';

/** Whether a promise has settled once everything that is due has run. */
async function isOver(promise: Promise<void>): Promise<boolean> {
  return Promise.race([
    promise.then(() => true),
    new Promise<boolean>((resolve) => setImmediate(resolve, false)),
  ]);
}

describe('the pause between attempts', () => {
  it('has a bound that doubles from one second to one minute', () => {
    const bounds = [0, 1, 2, 3, 4, 5, 6, 7, 50].map((attempt) => backoff(attempt, 0.999_999_9));
    expect(bounds).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000]);
  });

  it('is spread over the whole bound, so that tablets do not come back together', () => {
    expect([0.1, 0.5, 0.9].map((random) => backoff(5, random))).toEqual([3_200, 16_000, 28_800]);
  });

  it('is never a storm', () => {
    expect(backoff(0, 0)).toBe(200);
  });
});

describe('a wait', () => {
  it('ends after its time', async () => {
    const timers = new ManualTimers();
    const wait = createWaiting(timers).wait(1_000);
    timers.pass(999);
    expect(await isOver(wait)).toBe(false);
    timers.pass(1);
    expect(await isOver(wait)).toBe(true);
  });

  it('ends at once when it is woken, and leaves no timer', async () => {
    const timers = new ManualTimers();
    const waiting = createWaiting(timers);
    const wait = waiting.wait(1_000);
    waiting.wake();
    expect(await isOver(wait)).toBe(true);
    expect(timers.waiting).toBe(0);
  });

  it('without an end waits for a wake', async () => {
    const timers = new ManualTimers();
    const waiting = createWaiting(timers);
    const wait = waiting.wait(Number.POSITIVE_INFINITY);
    expect(timers.waiting).toBe(0);
    expect(await isOver(wait)).toBe(false);
    waiting.wake();
    expect(await isOver(wait)).toBe(true);
  });

  it('loses no wake that comes while nobody waits', async () => {
    const waiting = createWaiting(new ManualTimers());
    waiting.wake();
    waiting.wake();
    expect(await isOver(waiting.wait(1_000))).toBe(true);
    expect(await isOver(waiting.wait(1_000))).toBe(false);
  });
});
