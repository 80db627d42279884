// The programs of PostgreSQL and Redis on this machine, and how they are started: on a free port of this machine, in a folder
// of their own, ended with the tests. `npm test` installs them where it can (.setup/services.mjs).

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Debian keeps PostgreSQL's programs off the PATH, a folder a version. */
const POSTGRES_FOLDERS = '/usr/lib/postgresql';
const STARTING_MS = 30_000;
const POLL_MS = 20;

/** The newest one of Debian's, else that of the PATH. Throws when there is none. */
export function findProgram(name: string): string {
  const versions = existsSync(POSTGRES_FOLDERS) ? readdirSync(POSTGRES_FOLDERS) : [];
  const newestFirst = versions.toSorted((one, other) => Number(other) - Number(one));
  const folders = [
    ...newestFirst.map((version) => join(POSTGRES_FOLDERS, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(delimiter),
  ];
  const found = folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
  if (found === undefined) throw new Error(`${name} is not installed; npm test says what to install`);
  return found;
}

/** PostgreSQL refuses to run as root. */
export function unprivileged(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const idOf = (what: '-u' | '-g'): number =>
    Number(execFileSync('id', [what, 'postgres'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

export function newServiceFolder(name: string): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), `wspolnie-${name}-`));
  const { uid, gid } = unprivileged();
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export interface Service {
  readonly pid: number;
  /** Resolves when the process is gone. */
  readonly end: (signal: NodeJS.Signals) => Promise<void>;
  /** SIGKILL for it and for all that it has started, in one moment. */
  readonly endWithChildren: () => Promise<void>;
}

/** Starts a program and waits until `isReady`. Rejects, with what it said, when it ends before. */
export async function startService(
  program: string,
  args: readonly string[],
  folder: string,
  isReady: () => Promise<boolean>,
): Promise<Service> {
  const child = spawn(program, args, {
    ...unprivileged(),
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const endWithUs = (): void => {
    child.kill('SIGKILL');
  };
  process.once('exit', endWithUs);
  child.once('exit', () => process.off('exit', endWithUs));
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-10_000);
    });
  }
  const until = Date.now() + STARTING_MS;
  while (!(await isReady())) {
    if (child.exitCode !== null) throw new Error(`${program} ended:\n${said}`);
    if (Date.now() > until) throw new Error(`${program} does not start:\n${said}`);
    await wait(POLL_MS);
  }
  return {
    pid: child.pid ?? 0,
    end: (signal) => end(child, signal),
    endWithChildren: () => endWithChildren(child),
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

async function endWithChildren(child: ChildProcess): Promise<void> {
  // Stopped, it starts no more of them while they are counted.
  child.kill('SIGSTOP');
  const children = childrenOf(child.pid ?? 0);
  for (const pid of children) if (isRunning(pid)) process.kill(pid, 'SIGKILL');
  await end(child, 'SIGKILL');
  while (children.some(isRunning)) await wait(POLL_MS);
}

/** Linux lists them; elsewhere PostgreSQL's notice by themselves that their parent is gone, and end. */
function childrenOf(pid: number): readonly number[] {
  const list = `/proc/${pid}/task/${pid}/children`;
  return existsSync(list) ? readFileSync(list, 'utf8').split(' ').filter(Boolean).map(Number) : [];
}

/** Ended, it may be listed still until somebody has asked how it ended. */
function isRunning(pid: number): boolean {
  try {
    const state = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1);
    return state?.startsWith('Z') === false;
  } catch {
    return false;
  }
}
