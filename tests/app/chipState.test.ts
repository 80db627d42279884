import { expect, test } from 'vitest';
import { type ChipFacts, chipState } from '../../src/app/sync/chipState.ts';
import { asInstant } from '../../src/domain/time.ts';

const at = asInstant(1_000);
const online: ChipFacts['status'] = { connection: { kind: 'online', since: at }, exchange: { kind: 'idle' } };
const offline: ChipFacts['status'] = {
  connection: { kind: 'offline', since: at },
  exchange: { kind: 'idle' },
};
const nothing = { isExample: false, unsent: 0, refused: 0 };

test('[G10] being online is never enough to be called safe: what waits comes first', () => {
  expect(chipState({ ...nothing, unsent: 7, status: online })).toEqual({ kind: 'waiting', count: 7 });
  expect(chipState({ ...nothing, status: online })).toEqual({ kind: 'safe' });
});

test('[G10] being offline takes nothing back of what is safe, and does not hide what waits', () => {
  expect(chipState({ ...nothing, status: offline })).toEqual({ kind: 'safeOffline' });
  expect(chipState({ ...nothing, unsent: 7, status: offline })).toEqual({ kind: 'waitingOffline', count: 7 });
});

test('[G6] what the server refused stands before everything else', () => {
  for (const status of [online, offline])
    expect(chipState({ ...nothing, unsent: 3, refused: 1, status })).toEqual({ kind: 'refused', count: 1 });
});

test('a sending that failed says so while something waits', () => {
  const status = { ...online, exchange: { kind: 'failed', reason: 'serverFailed', at } } as const;
  expect(chipState({ ...nothing, unsent: 2, status })).toEqual({ kind: 'waitingFailed', count: 2 });
});

test('a device that works alone speaks of itself only, whatever it holds', () => {
  const status = { connection: { kind: 'noServer' }, exchange: { kind: 'idle' } } as const;
  expect(chipState({ ...nothing, unsent: 40, status })).toEqual({ kind: 'onlyHere' });
  expect(chipState({ ...nothing, unsent: 40, isExample: true, status })).toEqual({ kind: 'example' });
});

test('with the example in front, own work that waits is still told', () => {
  expect(chipState({ ...nothing, isExample: true, unsent: 1, status: online }).kind).toBe('waiting');
  expect(chipState({ ...nothing, isExample: true, status: online }).kind).toBe('example');
});
