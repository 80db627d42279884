import { describe, expect, it } from 'vitest';
import {
  type BudgetLine,
  decodeGrosze,
  readAmount,
  readMeasured,
  sumBudget,
} from '../../../src/domain/plan/budget.ts';
import { type ActivityId, asId, type BudgetLineId } from '../../../src/domain/ids.ts';

const line = (id: string, amount: unknown, source: BudgetLine['source'], isHidden = false): BudgetLine => ({
  id: asId<BudgetLineId>(id),
  order: id,
  isHidden,
  isOfferedBack: false,
  activityId: asId<ActivityId>('a'),
  name: '',
  amount: decodeGrosze(amount),
  source,
  organisationId: undefined,
});

describe('an amount as it is typed', () => {
  it.each([
    ['1 234,50', 123_450],
    ['1234.50', 123_450],
    ['1.234,50', 123_450],
    ['1,234.50', 123_450],
    ['1 234,5', 123_450],
    ['1\u00a0234,50 zł', 123_450],
    ['12\u202f345 PLN', 1_234_500],
    ["1'234.50", 123_450],
    ['1.234.567', 123_456_700],
    ['1 234 567,89', 123_456_789],
    ['0,99', 99],
    [',5', 50],
    ['0', 0],
    ['19,99', 1_999],
  ])('"%s" is read', (typed, grosze) => {
    expect(readAmount(typed)).toEqual({ kind: 'ok', value: grosze });
  });

  it.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['zł', 'empty'],
    ['około 100', 'notANumber'],
    ['12 34', 'notANumber'],
    ['1.23.4', 'notANumber'],
    ['1,234,56', 'notANumber'],
    ['1e5', 'notANumber'],
    ['100,', 'notANumber'],
    ['-5', 'negative'],
    ['−5,00', 'negative'],
    ['1,2345', 'tooManyDecimals'],
    ['0,999', 'tooManyDecimals'],
    ['1.234', 'ambiguous'],
    ['1,234', 'ambiguous'],
    ['999999999999', 'tooLarge'],
  ])('"%s" is refused with its reason', (typed, reason) => {
    expect(readAmount(typed)).toEqual({ kind: 'refused', reason });
  });

  it('a measured number may be below zero and have any decimals', () => {
    expect(readMeasured('-3,125')).toEqual({ kind: 'refused', reason: 'ambiguous' });
    expect(readMeasured('-0,125')).toEqual({ kind: 'ok', value: -0.125 });
    expect(readMeasured('45 %')).toEqual({ kind: 'ok', value: 45 });
    expect(readMeasured('dużo')).toEqual({ kind: 'refused', reason: 'notANumber' });
  });
});

describe('the sum of budget lines', () => {
  it('is by source, without hidden lines, and says when an amount is missing', () => {
    const lines = [line('a', 100, 'grant'), line('b', 250, 'partner'), line('c', 400, 'grant', true)];
    expect(sumBudget(lines)).toEqual({
      total: 350,
      bySource: { grant: 100, library: 0, partner: 250, gmina: 0, other: 0 },
      isComplete: true,
    });
    expect(sumBudget([...lines, line('d', undefined, 'gmina')]).isComplete).toBe(false);
  });
});
