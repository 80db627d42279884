// Starts attackers, each a process, and ends them by what they answer.

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { AttackJob, AttackReport } from './attackJob.ts';

const program = fileURLToPath(new URL('./attacker.ts', import.meta.url));

export interface Attack {
  /** Ends the processes; what each met. */
  readonly stop: () => Promise<readonly AttackReport[]>;
}

/** Resolves once all have begun. Rejects when one ends before. */
export async function attack(job: AttackJob, processes: number): Promise<Attack> {
  const children = Array.from({ length: processes }, () => fork(program));
  await Promise.all(
    children.map(async (child) => {
      child.send(job);
      await Promise.race([once(child, 'message'), failed(child)]);
    }),
  );
  return {
    stop: () =>
      Promise.all(
        children.map(async (child) => {
          const told = new Promise<AttackReport>((resolve) => child.once('message', resolve));
          const gone = once(child, 'exit');
          child.send('stop');
          const report = await Promise.race([told, failed(child)]);
          await gone;
          return report;
        }),
      ),
  };
}

function failed(child: ChildProcess): Promise<never> {
  return new Promise((_resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`an attacker ended with ${code}`)));
  });
}
