// A server as a process of its own that can be killed at any moment: started, waited for, killed by its id.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

export interface ServerProcess {
  readonly pid: number;
  /** SIGKILL, at once; resolves when the process is gone. */
  readonly kill: () => Promise<void>;
  readonly output: () => string;
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** Starts `node program`, with options of Node before it, and resolves once it has printed `ready`. Rejects when it ends before. */
export async function startProcess(
  program: string,
  environment: Readonly<Record<string, string>>,
  ready: string,
  nodeOptions: readonly string[] = [],
): Promise<ServerProcess> {
  const child = spawn(process.execPath, [...nodeOptions, program], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  await new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      if (output.includes(ready)) resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', () => reject(new Error(`${program} ended:\n${output}`)));
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${program} has no process`);
  return { pid, output: () => output, kill: () => kill(child) };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
