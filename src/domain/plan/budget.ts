// Money of the plan: lines of an activity's budget in whole grosze, reading an amount as people type it, and sums.

import type { ActivityId, BudgetLineId, OrganisationId } from '../ids.ts';
import type { PlanRow } from './row.ts';

declare const brand: unique symbol;
/** An amount of money: whole grosze, never negative. */
export type Grosze = number & { readonly [brand]: 'Grosze' };

/** 100 million złotych: far above any partnership's budget, far below where whole numbers end. */
const MOST_GROSZE = 10_000_000_000;

export const BUDGET_SOURCES = ['grant', 'library', 'partner', 'gmina', 'other'] as const;
export type BudgetSource = (typeof BUDGET_SOURCES)[number];

export interface BudgetLine extends PlanRow<BudgetLineId> {
  readonly activityId: ActivityId;
  readonly name: string;
  readonly amount: Grosze | undefined;
  readonly source: BudgetSource;
  /** Who gives it, where a partner does. */
  readonly organisationId: OrganisationId | undefined;
}

export function decodeGrosze(raw: unknown): Grosze | undefined {
  const isAmount = typeof raw === 'number' && Number.isInteger(raw) && raw >= 0 && raw <= MOST_GROSZE;
  return isAmount ? (raw as Grosze) : undefined;
}

export type ReadNumber<Value extends number> =
  | { readonly kind: 'ok'; readonly value: Value }
  | { readonly kind: 'refused'; readonly reason: NumberRefusal };
/** `ambiguous`: "1.234" may be one thousand or one and a bit; the person says which. */
export type NumberRefusal =
  | 'empty'
  | 'notANumber'
  | 'negative'
  | 'tooManyDecimals'
  | 'tooLarge'
  | 'ambiguous';

/** An amount as it is typed: "1 234,50", "1234.50", "1.234,50", "1,234.50", "1 234 zł". */
export function readAmount(typed: string): ReadNumber<Grosze> {
  const number = readNumber(typed.replace(/\s*(?:zł|zl|pln)\.?\s*$/iu, ''));
  if (number.kind === 'refused') return number;
  if (number.value < 0) return { kind: 'refused', reason: 'negative' };
  if (number.decimals > 2) return { kind: 'refused', reason: 'tooManyDecimals' };
  const value = decodeGrosze(Math.round(number.value * 100));
  return value === undefined ? { kind: 'refused', reason: 'tooLarge' } : { kind: 'ok', value };
}

/** A measured number as it is typed, with decimal comma or dot. */
export function readMeasured(typed: string): ReadNumber<number> {
  const number = readNumber(typed.replace(/\s*%\s*$/u, ''));
  if (number.kind === 'refused') return number;
  return Math.abs(number.value) > MOST_GROSZE
    ? { kind: 'refused', reason: 'tooLarge' }
    : { kind: 'ok', value: number.value };
}

type TypedNumber =
  | { readonly kind: 'ok'; readonly value: number; readonly decimals: number }
  | { readonly kind: 'refused'; readonly reason: NumberRefusal };

/** Spaces (also hard and narrow ones) and apostrophes group digits by three; so may the one of comma and dot that stands first. */
function readNumber(typed: string): TypedNumber {
  const text = typed.trim().replace(/^[−–]/u, '-');
  if (text === '') return { kind: 'refused', reason: 'empty' };
  const match = /^(-?)(\d{1,3}(?:[\s'’]\d{3})+|\d+)?((?:[.,]\d+)*)$/u.exec(text);
  if (match === null || (match[2] === undefined && match[3] === ''))
    return { kind: 'refused', reason: 'notANumber' };
  const [sign, whole, tail] = [match[1] ?? '', (match[2] ?? '0').replace(/\D/gu, ''), match[3] ?? ''];
  const parts = [...tail.matchAll(/([.,])(\d+)/gu)].map(([, mark, digits = '']) => ({ mark, digits }));
  const last = parts.at(-1);
  if (last === undefined) return typedNumber(sign, whole, '');
  const groups = parts.slice(0, -1);
  const areGroups = groups.every(({ mark, digits }) => digits.length === 3 && mark === groups[0]?.mark);
  if (!areGroups) return { kind: 'refused', reason: 'notANumber' };
  const isGrouped = /\D/u.test(match[2] ?? '');
  if (groups.length > 0 && (isGrouped || whole.length > 3)) return { kind: 'refused', reason: 'notANumber' };
  const before = whole + groups.map(({ digits }) => digits).join('');
  if (groups[0] !== undefined) {
    // "1.234.567" has groups only, "1.234,50" ends in decimals.
    if (groups[0].mark !== last.mark) return typedNumber(sign, before, last.digits);
    return last.digits.length === 3
      ? typedNumber(sign, before + last.digits, '')
      : { kind: 'refused', reason: 'notANumber' };
  }
  const mayGroup = !isGrouped && last.digits.length === 3 && /^[1-9]\d{0,2}$/u.test(whole);
  if (mayGroup) return { kind: 'refused', reason: 'ambiguous' };
  return typedNumber(sign, before, last.digits);
}

function typedNumber(sign: string, whole: string, decimals: string): TypedNumber {
  return { kind: 'ok', value: Number(`${sign}${whole}.${decimals || '0'}`), decimals: decimals.length };
}

/** Sums of budget lines; `isComplete` is false when a line has no amount yet. */
export interface BudgetSum {
  readonly total: Grosze;
  readonly bySource: Readonly<Record<BudgetSource, Grosze>>;
  readonly isComplete: boolean;
}

export function sumBudget(lines: readonly BudgetLine[]): BudgetSum {
  const shown = lines.filter(({ isHidden }) => !isHidden);
  const sum = (some: readonly BudgetLine[]): Grosze =>
    some.reduce((total, { amount }) => total + (amount ?? 0), 0) as Grosze;
  const of = (source: BudgetSource): Grosze => sum(shown.filter((line) => line.source === source));
  return {
    total: sum(shown),
    bySource: {
      grant: of('grant'),
      library: of('library'),
      partner: of('partner'),
      gmina: of('gmina'),
      other: of('other'),
    },
    isComplete: shown.every(({ amount }) => amount !== undefined),
  };
}
