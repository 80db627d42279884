import { expect, test } from 'vitest';
import { checkIndicator } from '../../../../src/rooms/plan/goals/checkIndicator.ts';

const draft = { name: 'Uczestnicy', unit: 'osób', baseline: '0', target: '25' };

test('an indicator needs a name and a number to come to; where it began may be unknown', () => {
  expect(checkIndicator(draft)).toEqual({
    kind: 'ok',
    fields: { name: 'Uczestnicy', unit: 'osób', baseline: 0, target: 25 },
  });
  expect(checkIndicator({ ...draft, baseline: ' ' })).toMatchObject({
    kind: 'ok',
    fields: { baseline: undefined },
  });
  expect(checkIndicator({ ...draft, target: '' })).toMatchObject({
    kind: 'refused',
    problems: { target: 'empty', baseline: undefined, name: { kind: 'ok' } },
  });
});

test('a number that is none is told at its field, and nothing else is', () => {
  expect(checkIndicator({ ...draft, baseline: 'dużo' })).toMatchObject({
    kind: 'refused',
    problems: { baseline: 'notANumber', target: undefined, unit: undefined },
  });
  expect(checkIndicator({ ...draft, target: '1.234' })).toMatchObject({
    kind: 'refused',
    problems: { target: 'ambiguous' },
  });
});
