// What `npm test` runs: every check of the repository, each as a program of its own. A failing step shows its output
// and the others go on; the last line counts everything. `npm test -- lint unit` runs only the named steps.
import { mkdirSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { countReport, type Counts } from './tooling/testReport.ts';
import { runProgram } from './tooling/runProgram.ts';

interface Step {
  readonly name: string;
  readonly args: readonly string[];
  /** A step that has to have passed: without it this one is a failure too. */
  readonly needs?: 'build';
  /** Vitest's report, from which the tests are counted one by one. */
  readonly report?: string;
}

const root = join(import.meta.dirname, '..');
const reports = join(root, '.stamps', 'reports');
const bin = (path: string) => join(root, 'node_modules', path);

const tsc = bin('typescript/bin/tsc');
const typesOf = (name: string, project: string): Step => ({ name, args: [tsc, '-p', project] });
const vitest = (name: string): Step => {
  const report = join(reports, `${name}.json`);
  const output = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return { name, report, args: [bin('vitest/vitest.mjs'), 'run', '--project', name, ...output] };
};

/** Two lanes at a time, one a core; the browser tests measure time and have the machine to themselves. */
const phases: readonly (readonly (readonly Step[])[])[] = [
  [
    [
      { name: 'build', args: ['.setup/run.mjs', 'build'] },
      { name: 'budget', needs: 'build', args: ['tests/bench/budget.ts'] },
      { name: 'unused', args: [bin('knip/bin/knip.js'), '--no-progress'] },
    ],
    [
      { name: 'format', args: [bin('@biomejs/biome/bin/biome'), 'format'] },
      { name: 'lint', args: [bin('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings'] },
      typesOf('types-app', 'tsconfig.json'),
      typesOf('types-worker', 'src/sw'),
      typesOf('types-server', 'sync-server'),
      typesOf('types-tests', 'tests'),
    ],
  ],
  [[vitest('unit')]],
  [[{ ...vitest('e2e'), needs: 'build' }]],
  // WebKitGTK is to be had on Linux only.
  [process.platform === 'linux' ? [{ ...vitest('engines'), needs: 'build' }] : []],
];

const passedSteps = new Set<string>();
const total: Counts = { passed: 0, failed: 0 };

async function countOf(step: Step, ok: boolean): Promise<Counts> {
  if (step.report === undefined) return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
  const content = await readFile(step.report, 'utf8').catch(() => '');
  return countReport(content, ok);
}

async function runStep(step: Step): Promise<void> {
  if (step.needs !== undefined && !passedSteps.has(step.needs)) {
    total.failed += 1;
    console.log(`✗ ${step.name}: it needs the step "${step.needs}", which failed`);
    return;
  }
  if (step.report !== undefined) rmSync(step.report, { force: true });
  const { ok, output, seconds } = await runProgram(root, step.args);
  const counts = await countOf(step, ok);
  total.passed += counts.passed;
  total.failed += counts.failed;
  const passed = counts.failed === 0;
  if (passed) passedSteps.add(step.name);
  const tests = step.report === undefined ? '' : `, ${counts.passed} passed, ${counts.failed} failed`;
  console.log(`${passed ? '✓' : '✗'} ${step.name} (${seconds.toFixed(1)} s${tests})`);
  if (!passed || step.name === 'budget') console.log(output.trimEnd());
}

async function runLane(lane: readonly Step[], chosen: ReadonlySet<string>): Promise<void> {
  for (const step of lane) if (chosen.has(step.name)) await runStep(step);
}

/** The names asked for and what they need; all when none is named. Ends the run on a name that is no step. */
function chooseSteps(names: readonly string[]): ReadonlySet<string> {
  const all = phases.flat(2);
  const unknown = names.find((name) => !all.some((step) => step.name === name));
  if (unknown !== undefined) {
    console.error(`No step "${unknown}". There are: ${all.map((step) => step.name).join(', ')}.`);
    process.exit(1);
  }
  const chosen = all.filter((step) => names.length === 0 || names.includes(step.name));
  return new Set(chosen.flatMap((step) => [step.name, ...(step.needs === undefined ? [] : [step.needs])]));
}

mkdirSync(reports, { recursive: true });
const chosen = chooseSteps(process.argv.slice(2));
for (const lanes of phases) await Promise.all(lanes.map((lane) => runLane(lane, chosen)));
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
