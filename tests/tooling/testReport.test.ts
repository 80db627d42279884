import { describe, expect, test } from 'vitest';
import { countReport } from './testReport.ts';

function report(...files: { status: string; tests: readonly string[] }[]): string {
  const testResults = files.map(({ status, tests }) => ({
    status,
    assertionResults: tests.map((each) => ({ status: each })),
  }));
  return JSON.stringify({ testResults });
}

describe('the count of a test report', () => {
  test('counts what passed and what failed', () => {
    const content = report(
      { status: 'passed', tests: ['passed'] },
      { status: 'failed', tests: ['passed', 'failed'] },
    );
    expect(countReport(content, false)).toEqual({ passed: 2, failed: 1 });
  });

  test.each(['skipped', 'pending', 'todo'])('counts a test that is %s as failed', (status) => {
    expect(countReport(report({ status: 'passed', tests: ['passed', status] }), true)).toEqual({
      passed: 1,
      failed: 1,
    });
  });

  test('counts a file that could not be loaded', () => {
    expect(countReport(report({ status: 'failed', tests: [] }), false)).toEqual({ passed: 0, failed: 1 });
  });

  test('counts a failure outside of any test', () => {
    expect(countReport(report({ status: 'passed', tests: ['passed'] }), false)).toEqual({
      passed: 1,
      failed: 1,
    });
  });

  test('counts a run without any test, or without a report, as failed', () => {
    expect(countReport(report(), true)).toEqual({ passed: 0, failed: 1 });
    expect(countReport('', true)).toEqual({ passed: 0, failed: 1 });
  });
});
