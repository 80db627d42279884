import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
let clone = '';

/** What a task says in a clone, with nothing else on the PATH than what is put there. */
function run(task: string, environment: Readonly<Record<string, string>> = {}) {
  const env = { PATH: join(clone, 'bin'), ...environment };
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(clone, '.setup/run.mjs'), task], {
    cwd: clone,
    env,
    encoding: 'utf8',
  });
  return { status, output: stdout + stderr };
}

beforeAll(() => {
  clone = mkdtempSync(join(tmpdir(), 'wspolnie-clone-'));
  cpSync(join(root, '.setup'), join(clone, '.setup'), { recursive: true });
  mkdirSync(join(clone, 'bin'));
  writeFileSync(join(clone, 'package.json'), '{"name":"clone","version":"1.2.3"}');
  writeFileSync(
    join(clone, 'package-lock.json'),
    '{"packages":{"":{},"node_modules/a":{"version":"1.0.0"}}}',
  );
});

afterAll(() => rmSync(clone, { recursive: true, force: true }));

function installed(version: string): void {
  mkdirSync(join(clone, 'node_modules'), { recursive: true });
  const list = { packages: { 'node_modules/a': { version } } };
  writeFileSync(join(clone, 'node_modules/.package-lock.json'), JSON.stringify(list));
}

/** Stands in for vite: leaves a mark for every build. */
function builder(source: string): void {
  const folder = join(clone, 'node_modules/vite/bin');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'vite.js'), source);
}

describe('the set-up', () => {
  test('names the tasks when it is asked for one that is none', () => {
    const { status, output } = run('nonsense');
    expect(status).toBe(1);
    expect(output).toMatch(/No such task: nonsense.*start.*test.*bench:durability/);
    expect(output).not.toContain('at file:');
  });

  test('says so in plain words when packages are missing and cannot be installed', () => {
    installed('0.9.0');
    const { status, output } = run('build');
    expect(status).toBe(1);
    expect(output).toContain('The packages could not be installed');
    expect(output).not.toContain('at file:');
  });

  test('names the variable when the chosen browser is not there', () => {
    installed('1.0.0');
    const { status, output } = run('pictures', { CHROMIUM_PATH: '/nowhere/chromium' });
    expect(status).toBe(1);
    expect(output).toContain('CHROMIUM_PATH is "/nowhere/chromium"');
  });

  test('builds when an input has changed, with its version, and not again', () => {
    installed('1.0.0');
    builder(`
      import { appendFileSync, mkdirSync } from 'node:fs';
      mkdirSync('dist', { recursive: true });
      appendFileSync('dist/index.html', process.env.APP_VERSION + '\\n');
    `);
    mkdirSync(join(clone, 'sync-server'), { recursive: true });
    writeFileSync(
      join(clone, 'sync-server/main.ts'),
      "import { readFileSync } from 'node:fs';\nconsole.log(readFileSync('dist/index.html', 'utf8'));\n",
    );
    const version = /1\.2\.3\+[0-9a-f]{7}/g;
    expect(run('start').output.match(version)).toHaveLength(1);
    expect(run('start').output.match(version)).toHaveLength(1);
    mkdirSync(join(clone, 'src'));
    writeFileSync(join(clone, 'src/a.ts'), 'export const a = 1;\n');
    const versions = run('start').output.match(version) ?? [];
    expect(new Set(versions).size).toBe(2);
  });

  test('shows why a build failed and builds again the next time', () => {
    installed('1.0.0');
    writeFileSync(join(clone, 'src/a.ts'), 'export const a = 2;\n');
    builder("throw new Error('no such module');");
    const { status, output } = run('start');
    expect(status).toBe(1);
    expect(output).toContain('no such module');
    expect(run('start').status).toBe(1);
  });

  test('ends the server when the npm that started it is gone', async () => {
    installed('1.0.0');
    builder(
      "import { mkdirSync, writeFileSync } from 'node:fs';\nmkdirSync('dist', { recursive: true });\nwriteFileSync('dist/index.html', '');\n",
    );
    mkdirSync(join(clone, 'sync-server'), { recursive: true });
    const server =
      "process.on('SIGTERM', () => { console.log('stopped'); process.exit(); });\nsetInterval(() => {}, 1000);\nconsole.log('serving');\n";
    writeFileSync(join(clone, 'sync-server/main.ts'), server);
    // The shell waits instead of becoming the program, as npm's does.
    const script = `"${process.execPath}" .setup/run.mjs start; true`;
    const env = { PATH: '/usr/bin:/bin', npm_lifecycle_event: 'start' };
    const shell = spawn('/bin/sh', ['-c', script], { cwd: clone, env, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    shell.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
      if (chunk.includes('serving')) shell.kill('SIGTERM');
    });
    // The pipe closes when the last process that holds it has ended: the server too.
    await new Promise<void>((resolve) => shell.stdout.once('close', () => resolve()));
    expect(output).toContain('stopped');
  });
});
