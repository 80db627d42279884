// Medians and spread of a handful of measurements, and how they are printed.

export interface Summary {
  readonly count: number;
  readonly least: number;
  readonly median: number;
  readonly p95: number;
  readonly p99: number;
  readonly most: number;
}

/** Rounds to so many decimals. Throws when there is nothing to summarise. */
export function summarise(values: readonly number[], decimals = 0): Summary {
  const sorted = values.toSorted((a, b) => a - b);
  const unit = 10 ** decimals;
  const at = (share: number): number => {
    const value = sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
    if (value === undefined) throw new Error('no measurements');
    return Math.round(value * unit) / unit;
  };
  return {
    count: sorted.length,
    least: at(1 / sorted.length),
    median: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    most: at(1),
  };
}

export function describeSummary(
  what: string,
  { count, least, median, p95, p99, most }: Summary,
  goal: string,
): string {
  return `${what}: median ${median} ms, p95 ${p95} ms, p99 ${p99} ms, from ${least} to ${most} ms, n=${count} (goal ${goal})`;
}
