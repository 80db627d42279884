// Counts the tests of a vitest report. What did not run is a failure here: nothing is skipped silently.

export interface Counts {
  passed: number;
  failed: number;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function listIn(value: unknown, key: string): readonly unknown[] {
  const list = isRecord(value) ? value[key] : undefined;
  return Array.isArray(list) ? list : [];
}

function parse(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

/**
 * @param content the JSON report as text, empty when vitest wrote none
 * @param ok whether vitest itself ended well; if not, at least one failure is counted
 */
export function countReport(content: string, ok: boolean): Counts {
  const counts: Counts = { passed: 0, failed: 0 };
  for (const file of listIn(parse(content), 'testResults')) {
    const tests = listIn(file, 'assertionResults');
    const passed = tests.filter((test) => isRecord(test) && test['status'] === 'passed').length;
    const failed = tests.length - passed;
    const fileFailed = isRecord(file) && file['status'] !== 'passed';
    counts.passed += passed;
    // A file that does not load has no tests to fail, and a failing hook may leave all of them green.
    counts.failed += fileFailed && failed === 0 ? 1 : failed;
  }
  if (counts.failed === 0 && (!ok || counts.passed === 0)) counts.failed = 1;
  return counts;
}
