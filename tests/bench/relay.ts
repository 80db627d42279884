// `npm run bench:relay`: what the relay does under load, and beside it in the same run a stock Hocuspocus 4, the same with a
// store before its acknowledgement, and y-websocket's server: rates, times to a receipt and to a second client, memory of what
// is only followed, catching up. Loads run in workers of their own.

import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { type CatchUpFigures, measureCatchUp } from './relay/catchUp.ts';
import { describeMemory, type MemoryFigures, peerMemory, relayMemory } from './relay/memory.ts';
import { missedGoals } from './relay/goals.ts';
import { describeLoad, measureRates, type Rates } from './relay/rates.ts';
import { SERVERS, type ServerName, startServer } from './relay/servers.ts';
import { openFiles } from './relay/openFiles.ts';

const { values } = parseArgs({
  options: {
    /** Of each rate. */
    seconds: { type: 'string', default: '8' },
    clients: { type: 'string', default: '50' },
    generators: { type: 'string', default: '1' },
    documents: { type: 'string', default: '10000' },
    sockets: { type: 'string', default: '10000' },
    /** Of each peer, a socket each. */
    peerDocuments: { type: 'string', default: '1000' },
    updates: { type: 'string', default: '20000' },
    servers: { type: 'string', default: SERVERS.join() },
    parts: { type: 'string', default: 'rates,catchUp,memory' },
  },
});

function count(name: Exclude<keyof typeof values, 'servers' | 'parts'>): number {
  const number = Number(values[name]);
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${name} ${values[name]} is no number`);
  return number;
}

const loadAtStart = loadavg()[0] ?? 0;
console.log(`Load of the machine at the start: ${loadAtStart.toFixed(2)}`);
const parts = new Set(values.parts.split(','));
const servers = SERVERS.filter((name) => values.servers.split(',').includes(name));
const rates: Partial<Record<ServerName, Rates>> = {};
const catchUp: Partial<Record<ServerName, CatchUpFigures>> = {};
const memory: Partial<Record<Exclude<ServerName, 'wspolnie'>, MemoryFigures>> = {};

for (const name of servers) {
  if (!parts.has('rates') && !parts.has('catchUp')) break;
  const server = await startServer(name);
  try {
    if (parts.has('catchUp')) {
      const figures = await measureCatchUp(server, count('updates'));
      catchUp[name] = figures;
      console.log(
        `${name}, ${figures.updates} updates behind: read in ${figures.milliseconds} ms, ${figures.bytes} bytes (written in ${figures.writtenMilliseconds} ms)`,
      );
    }
    if (!parts.has('rates')) continue;
    const options = {
      clients: count('clients'),
      seconds: count('seconds'),
      generators: count('generators'),
    };
    const figures = await measureRates(server, options);
    rates[name] = figures;
    console.log(describeLoad(`${name}, as fast as answers come`, figures.saturated));
    console.log(describeLoad(`${name}, 1,000/s`, figures.at1000));
    console.log(describeLoad(`${name}, 5,000/s`, figures.at5000));
    console.log(describeLoad(`${name}, highest rate that holds`, figures.highest));
    console.log(describeLoad(`${name}, to a second client at 1,000/s`, figures.fanOut));
  } finally {
    await server.stop();
  }
}

const sockets = Math.min(count('sockets'), openFiles.forSockets);
let relay: Awaited<ReturnType<typeof relayMemory>> | undefined;
if (parts.has('memory')) {
  if (sockets < count('sockets'))
    console.log(`This process may open ${openFiles.most} files: ${sockets} sockets`);
  if (servers.includes('wspolnie')) {
    relay = await relayMemory(count('documents'), sockets);
    console.log(describeMemory('wspolnie, one socket', relay.oneSocket));
    console.log(describeMemory('wspolnie, many sockets', relay.manySockets));
  }
  for (const name of servers) {
    if (name === 'wspolnie' || name === 'hocuspocusDurable') continue;
    const figures = await peerMemory(name, Math.min(count('peerDocuments'), openFiles.forSockets));
    memory[name] = figures;
    console.log(describeMemory(name, figures));
  }
}

const ours = { rates: rates.wspolnie, memory: relay };
const missed = missedGoals(ours, rates.hocuspocus);
for (const each of missed) console.log(`missed: ${each}`);
console.log(
  `RESULT ${JSON.stringify({
    rates,
    catchUp,
    memory: { wspolnie: relay, ...memory },
    openFiles: openFiles.most,
    loadAtStart: loadAtStart.toFixed(2),
    loadOfMachine: loadavg()[0]?.toFixed(2),
    missed,
  })}`,
);
