// Processor time of processes and their children, from Linux' /proc. Elsewhere it is not known.

import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Ticks a second; Linux has told programs this number since ever. */
const TICKS = 100;

interface ProcessTimes {
  readonly parent: number;
  readonly seconds: number;
}

/** Seconds that the processes have used, with those that they started and that run; `undefined` where it is not known. */
export function processorSeconds(pids: readonly number[]): number | undefined {
  if (!existsSync('/proc/self/stat')) return undefined;
  const times = new Map<number, ProcessTimes>();
  for (const name of readdirSync('/proc')) {
    const read = /^\d+$/.test(name) ? timesOf(Number(name)) : undefined;
    if (read !== undefined) times.set(Number(name), read);
  }
  const wanted = new Set(pids);
  return [...times].reduce(
    (sum, [pid, { parent, seconds }]) => (wanted.has(pid) || wanted.has(parent) ? sum + seconds : sum),
    0,
  );
}

function timesOf(pid: number): ProcessTimes | undefined {
  try {
    // The second field is a name in brackets that may hold anything.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return { parent: Number(fields[1]), seconds: (Number(fields[11]) + Number(fields[12])) / TICKS };
  } catch {
    // It has ended meanwhile.
    return undefined;
  }
}
