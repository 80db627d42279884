// Runs one of the checks as a Node program and keeps what it says.
import { spawn } from 'node:child_process';

export interface ProgramResult {
  readonly ok: boolean;
  /** Standard output and errors, in the order in which they came. */
  readonly output: string;
  readonly seconds: number;
}

/** Never rejects: a program that cannot be started is a failed one. */
export function runProgram(cwd: string, args: readonly string[]): Promise<ProgramResult> {
  const started = performance.now();
  return new Promise((resolve) => {
    const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined };
    const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk: string) => {
      output += chunk;
    };
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    const finish = (ok: boolean) => resolve({ ok, output, seconds: (performance.now() - started) / 1000 });
    child.on('error', (error) => {
      output += String(error);
      finish(false);
    });
    child.on('close', (code) => finish(code === 0));
  });
}
