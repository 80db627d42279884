// How many sockets this process and a server that it starts may open: Node raises the limit to the hard one by itself.

import { readFileSync } from 'node:fs';

/** For everything that is no socket of the measurement. */
const RESERVE = 200;

function most(): number {
  const limit = /^Max open files\s+(\d+)\s/m.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1];
  if (limit === undefined) throw new Error('the limit of open files is not known');
  return Number(limit);
}

export const openFiles = { most: most(), forSockets: most() - RESERVE };
