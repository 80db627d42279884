// What a server's process uses, as the system tells it: processor time and resident memory. Linux.

import { readFileSync } from 'node:fs';

/** Ticks of /proc are hundredths of a second on Linux. */
const TICKS_PER_SECOND = 100;

/** Seconds of processor time that a process has used so far. */
export function processorSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // Behind the name, which may hold spaces: the state is the third field, user and system time are the 14th and 15th.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

/** Resident memory of a process, in bytes. */
export function residentBytes(pid: number): number {
  const kibibytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  if (kibibytes === undefined) throw new Error(`no memory of process ${pid}`);
  return Number(kibibytes) * 1024;
}
