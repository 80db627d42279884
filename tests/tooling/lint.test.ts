import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
// Outside of the repository: whatever git ignores, oxlint does not read.
let folder = '';

/** One file a rule that must not be lost: rule, file, source that breaks it. */
const violations: readonly (readonly [rule: string, file: string, source: string])[] = [
  [
    'no-floating-promises',
    'floating.ts',
    'async function save() {}\nexport function tap() {\n  save();\n}\n',
  ],
  [
    'no-misused-promises',
    'misused.ts',
    'async function save() {}\nexport const timer = () => [1].forEach(async () => {\n  await save();\n});\n',
  ],
  [
    'switch-exhaustiveness-check',
    'state.ts',
    "type State = 'open' | 'closed';\nexport function word(state: State) {\n  switch (state) {\n    case 'open':\n      return 1;\n  }\n  return 0;\n}\n",
  ],
  ['no-explicit-any', 'any.ts', 'export const value: any = 1;\n'],
  ['no-unsafe-assignment', 'unsafe.ts', "export const value: string = JSON.parse('1');\n"],
  ['no-unsafe-return', 'unsafeReturn.ts', "export const read = (): string => JSON.parse('1');\n"],
  ['no-default-export', 'default.ts', 'export default 1;\n'],
  ['no-cycle', 'cycleA.ts', "import { b } from './cycleB.ts';\nexport const a = () => b;\n"],
  ['no-cycle', 'cycleB.ts', "import { a } from './cycleA.ts';\nexport const b = () => a;\n"],
  ['ban-ts-comment', 'comment.ts', "// @ts-ignore\nexport const value: number = 'a';\n"],
  ['no-non-null-assertion', 'assertion.ts', 'export const first = (list: string[]) => list[0]!;\n'],
  ['alt-text', 'Picture.tsx', 'export const Picture = () => <img src="/a.png" />;\n'],
  [
    'rules-of-hooks',
    'Hook.tsx',
    "import { useState } from 'preact/hooks';\nexport const Row = (props: { open: boolean }) => {\n  if (props.open) useState(1);\n  return <p>a</p>;\n};\n",
  ],
];

const clean = `import { useState } from 'preact/hooks';
export function Row() {
  const [count, setCount] = useState(0);
  return (
    <button type="button" onClick={() => setCount(count + 1)}>
      {count}
    </button>
  );
}
`;

const said = new Map<string, string>();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wspolnie-lint-'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const [, file, source] of violations) writeFileSync(join(folder, file), source);
  writeFileSync(join(folder, 'Clean.tsx'), clean);
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ extends: join(root, 'tsconfig.json'), include: ['.'], exclude: [] }),
  );
  const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');
  const config = join(root, '.oxlintrc.json');
  const args = [oxlint, '--type-aware', '--format=unix', '--ignore-pattern=node_modules', '-c', config, '.'];
  const { stdout, error } = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: 'utf8',
    timeout: 60_000,
  });
  if (error) throw error;
  for (const line of stdout.split('\n')) {
    const file = line.slice(0, line.indexOf(':'));
    said.set(file, `${said.get(file) ?? ''}${line}\n`);
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(violations)('%s is reported in %s', (rule, file) => {
  expect(said.get(file) ?? '').toContain(rule);
});

test('a clean component is not reported', () => {
  expect(said.get('Clean.tsx')).toBeUndefined();
});
