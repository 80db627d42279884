import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findCycles } from './cycles.ts';
import { hiddenInputs, judgeShape } from './houseRules.ts';
import { readModule, readModules } from './modules.ts';

const modules = readModules(join(import.meta.dirname, '../..'), ['src', 'sync-server']);

describe('shape', () => {
  test.each([
    ['a default export', 'src/ui/a.ts', 'export default 1;'],
    ['a function exported by default', 'src/ui/a.tsx', 'export default function A() { return null; }'],
    ['a default export under another name', 'src/ui/a.ts', 'const a = 1;\nexport { a as default };'],
    ['a star re-export', 'src/ui/a.ts', "export * from './b.ts';"],
    ['a named star re-export', 'src/ui/a.ts', "export * as b from './b.ts';"],
    ['a barrel', 'src/ui/index.ts', "export { b } from './b.ts';"],
    ['a drawer for everything', 'src/ui/utils.ts', 'export const b = 1;'],
    ['a file of 401 lines', 'src/ui/a.ts', '// line\n'.repeat(401)],
  ])('%s is reported', (_what, path, source) => {
    expect(judgeShape(readModule(path, source))).toHaveLength(1);
  });

  test('named exports and 400 lines are fine', () => {
    const source = `export const a = 1;\nexport { b } from './b.ts';\n${'// line\n'.repeat(398)}`;
    expect(judgeShape(readModule('src/ui/a.ts', source))).toEqual([]);
  });

  test('every module keeps to it', () => {
    expect(modules.flatMap(judgeShape)).toEqual([]);
  });
});

describe('cycles', () => {
  const trio = (last: string) => [
    readModule('src/ui/a.ts', "import { b } from './b.ts'; export const a = b;"),
    readModule('src/ui/b.ts', "import type { C } from '../ui/c.ts'; export const b: C = 1;"),
    readModule('src/ui/c.ts', last),
  ];

  test('a cycle is reported with its whole way, through type imports too', () => {
    const cycles = findCycles(trio("import { a } from './a.ts'; export type C = typeof a;"));
    expect(cycles).toEqual([['src/ui/a.ts', 'src/ui/b.ts', 'src/ui/c.ts', 'src/ui/a.ts']]);
  });

  test('a chain and a diamond are none', () => {
    const diamond = readModule(
      'src/ui/d.ts',
      "import { b } from './b.ts'; import { a } from './a.ts'; a(b);",
    );
    expect(findCycles([...trio('export type C = number;'), diamond])).toEqual([]);
  });

  test('there is none in the app and the server', () => {
    expect(findCycles(modules)).toEqual([]);
  });
});

describe('the domain is deterministic', () => {
  test.each([
    'Date.now();',
    'new Date();',
    'Date();',
    'Math.random();',
    'crypto.randomUUID();',
    'globalThis.crypto.getRandomValues(new Uint8Array(4));',
    'performance.now();',
    'setTimeout(() => {}, 1);',
    "localStorage.getItem('a');",
  ])('%s is reported', (source) => {
    expect(hiddenInputs(readModule('src/domain/a.ts', source)).length).toBeGreaterThan(0);
  });

  test('a date made from a given value is fine', () => {
    const source =
      'export const day = (iso: string) => new Date(iso).getTime() - Date.UTC(2026, 0, 1); // Date.now()';
    expect(hiddenInputs(readModule('src/domain/a.ts', source))).toEqual([]);
  });

  test('every module of the domain keeps to it', () => {
    expect(modules.filter(({ path }) => path.startsWith('src/domain/')).flatMap(hiddenInputs)).toEqual([]);
  });
});
