// docs/SPEC.md is held to the tests it names.

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const LINE = /^- `(tests\/[^`]+)`: (.+)$/gm;

interface Claim {
  readonly file: string;
  readonly sentence: string;
}

function claimsOf(spec: string): readonly Claim[] {
  return [...spec.matchAll(LINE)].map(([, file = '', sentence = '']) => ({ file, sentence }));
}

function unproved(claims: readonly Claim[]): readonly Claim[] {
  return claims.filter(
    ({ file, sentence }) => !existsSync(file) || !readFileSync(file, 'utf8').includes(sentence),
  );
}

describe('docs/SPEC.md', () => {
  it('names tests that are there', () => {
    const claims = claimsOf(readFileSync('docs/SPEC.md', 'utf8'));
    expect(claims.length).toBeGreaterThan(20);
    expect(unproved(claims)).toEqual([]);
  });

  it('would be found out if it named one that is not', () => {
    const missing = claimsOf(
      '- `tests/tooling/spec.test.ts`: a sentence in ' + 'two parts\n- `tests/none.test.ts`: x',
    );
    expect(unproved(missing)).toEqual(missing);
  });
});
