import { expect, test, vi } from 'vitest';
import { describeFailure } from '../../src/app/failures/describeFailure.ts';
import { createFailureLog } from '../../src/app/failures/failureLog.ts';
import { failureWords } from '../../src/app/failures/failureWords.ts';
import { StorageFailure } from '../../src/storage/storageFailure.ts';
import { t } from '../../src/ui/i18n/firstTexts.ts';

test('details name the failure and what caused it, down to the browser, and end on circles', () => {
  const text = describeFailure(new StorageFailure('full', new DOMException('no room', 'QuotaExceededError')));
  expect(text).toContain('StorageFailure');
  expect(text).toContain('because of QuotaExceededError: no room');
  const circle = new Error('round');
  circle.cause = circle;
  expect(describeFailure(circle)).toContain('round');
  expect(describeFailure('only text')).toBe('only text');
});

test('the log keeps the latest failures, so that a storm of them does not grow', () => {
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const log = createFailureLog(() => 5);
  for (let number = 0; number < 120; number += 1) log.report(number);
  const entries = log.entries.getState();
  expect(entries.length).toBeLessThanOrEqual(50);
  expect(entries.at(-1)).toEqual({ at: 5, failure: 119 });
  quiet.mockRestore();
});

test('a person is told in words of the catalogue, whatever was thrown', () => {
  expect(failureWords(new StorageFailure('full', undefined))).toBe(t().problems.storage.full);
  for (const failure of [new TypeError('x is undefined'), 'text', undefined, { reason: 'full' }])
    expect(failureWords(failure)).toBe(t().problems.unexpected);
});
