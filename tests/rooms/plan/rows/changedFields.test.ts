import { expect, test } from 'vitest';
import { changedFields } from '../../../../src/rooms/plan/rows/changedFields.ts';

test('a form writes the fields that it changed, so that what others changed meanwhile stays theirs', () => {
  const before = { title: 'Zakup gier', due: '2026-12-01', state: 'planned' };
  expect(changedFields(before, { title: 'Zakup gier planszowych', due: '2026-12-01' })).toEqual({
    title: 'Zakup gier planszowych',
  });
  expect(changedFields({ due: '2026-12-01' }, { due: undefined })).toEqual({ due: undefined });
});
