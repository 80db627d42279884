// The operator's commands as a process of their own, as npm starts them.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const admin = fileURLToPath(new URL('../../../sync-server/admin.ts', import.meta.url));

export interface AdminRun {
  readonly code: number | null;
  /** What it said, on both channels. */
  readonly said: string;
}

/** Runs one command on a data folder to its end. */
export async function runAdmin(dataFolder: string, ...args: readonly string[]): Promise<AdminRun> {
  return runAdminWith({ WSPOLNIE_DATA: dataFolder, INIT_CWD: dataFolder }, ...args);
}

export async function runAdminWith(
  environment: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<AdminRun> {
  const child = spawn(process.execPath, [admin, ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: child.exitCode, said: output + errors };
}
