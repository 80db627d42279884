// What browser and Node give to everybody, as the process that asks sees it: timers and tasks by the clock of its world,
// randomness from its seed, its device's databases and channels. To be imported before anything that keeps a reference.
// Code outside of a simulated world gets the real ones.

import { IDBKeyRange } from 'fake-indexeddb';
import { DeviceChannel } from './channels.ts';
import { diskFactory } from './disk.ts';
import { randomBytesOf } from './entropy.ts';
import { currentProcess } from './process.ts';

function install(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, configurable: true, writable: true });
}

const real = {
  setImmediate: globalThis.setImmediate,
  setTimeout: globalThis.setTimeout,
  clearTimeout: globalThis.clearTimeout,
  setInterval: globalThis.setInterval,
  clearInterval: globalThis.clearInterval,
};

/** Stands for a timer of Node: nothing has to keep this process alive for it. */
class TimerHandle {
  readonly callOff: () => void;
  constructor(callOff: () => void) {
    this.callOff = callOff;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }
}

install(globalThis, 'setImmediate', (run: (...given: unknown[]) => void, ...given: unknown[]) => {
  const process = currentProcess();
  if (process === undefined) return real.setImmediate(run, ...given);
  // On a device only the databases use it, and they are the browser's: they finish what a killed tab began.
  if (process.name === 'server') process.loop.soon(() => run(...given));
  else process.loop.machine(() => process.run(() => run(...given)));
  return undefined;
});

install(globalThis, 'setTimeout', (run: (...given: unknown[]) => void, ms = 0, ...given: unknown[]) => {
  const process = currentProcess();
  if (process === undefined) return real.setTimeout(run, ms, ...given);
  return new TimerHandle(process.loop.after(ms, () => run(...given)));
});

install(globalThis, 'setInterval', (run: () => void, ms: number) => {
  const process = currentProcess();
  if (process === undefined) return real.setInterval(run, ms);
  let callOff: () => void = () => undefined;
  const again = (): void => {
    callOff = process.loop.after(ms, () => {
      again();
      run();
    });
  };
  again();
  return new TimerHandle(() => callOff());
});

function clearing(clear: (handle: NodeJS.Timeout) => void) {
  return (handle: NodeJS.Timeout | TimerHandle | undefined): void => {
    if (handle instanceof TimerHandle) handle.callOff();
    else if (handle !== undefined) clear(handle);
  };
}
install(globalThis, 'clearTimeout', clearing(real.clearTimeout));
install(globalThis, 'clearInterval', clearing(real.clearInterval));

const realRandom = crypto.getRandomValues.bind(crypto);
install(crypto, 'getRandomValues', (array: Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer>) => {
  const process = currentProcess();
  if (process === undefined) return realRandom(array);
  const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
  bytes.set(randomBytesOf(process.loop, bytes.length));
  return array;
});

for (const name of ['sign', 'verify', 'generateKey', 'importKey', 'exportKey', 'digest'] as const) {
  const original: unknown = Reflect.get(crypto.subtle, name);
  if (typeof original !== 'function') throw new Error(`no crypto.subtle.${name}`);
  install(crypto.subtle, name, (...given: unknown[]): unknown => {
    const work: unknown = Reflect.apply(original, crypto.subtle, given);
    const process = currentProcess();
    return process !== undefined && work instanceof Promise ? process.loop.outside(work) : work;
  });
}

install(globalThis, 'indexedDB', diskFactory);
install(globalThis, 'IDBKeyRange', IDBKeyRange);
install(globalThis, 'BroadcastChannel', DeviceChannel);
// Packing is the work of other threads, in parts as they come: requests go plain, as from a browser without it.
install(globalThis, 'CompressionStream', undefined);

const realWarn = console.warn;
install(console, 'warn', (...said: unknown[]) => {
  // Dexie says aloud that it opens a database anew, which happens all the time here.
  if (currentProcess() === undefined) realWarn(...said);
});
