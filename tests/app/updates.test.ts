// New versions: only the person's tap switches, and never under something unsaved.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createUpdates } from '../../src/app/update/updates.ts';

type Listener = (event: { readonly isUpdate?: boolean; readonly wasWaitingBeforeRegister?: boolean }) => void;

const worker = vi.hoisted(() => ({
  listeners: new Map<string, unknown>(),
  messageSkipWaiting: () => undefined as void,
  update: () => Promise.resolve(),
  registration: { installing: null as object | null, waiting: null as object | null },
}));

vi.mock('workbox-window', () => ({
  Workbox: class {
    addEventListener(name: string, listener: unknown): void {
      worker.listeners.set(name, listener);
    }
    register(): Promise<object> {
      return Promise.resolve({ ...worker.registration, update: () => worker.update() });
    }
    messageSkipWaiting(): void {
      worker.messageSkipWaiting();
    }
  },
}));

function tell(name: 'waiting' | 'controlling', event: Parameters<Listener>[0]): void {
  const listener = worker.listeners.get(name) as Listener;
  listener(event);
}

beforeEach(() => {
  vi.stubGlobal('navigator', { serviceWorker: {} });
  vi.stubGlobal('document', { visibilityState: 'visible', addEventListener: () => undefined });
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  worker.listeners.clear();
});

async function start(isSafe: () => boolean) {
  const [reload, skip] = [vi.fn<() => void>(), vi.fn<() => void>()];
  worker.messageSkipWaiting = skip;
  const reportFailure = (failure: unknown): void => {
    throw failure;
  };
  const updates = createUpdates({ isSafe: () => Promise.resolve(isSafe()), reload, reportFailure });
  await updates.start();
  return { updates, reload, skip };
}

test('a new version that waits is told and does nothing by itself', async () => {
  const { updates, reload, skip } = await start(() => true);
  tell('waiting', { wasWaitingBeforeRegister: false });
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  expect(updates.state.getState()).toEqual({ kind: 'ready' });
  expect(skip).not.toHaveBeenCalled();
  expect(reload).not.toHaveBeenCalled();
});

test('the tap switches, and the app opens anew only once the new version is in control', async () => {
  const { updates, reload, skip } = await start(() => true);
  tell('waiting', {});
  await updates.apply();
  expect(skip).toHaveBeenCalledTimes(1);
  expect(reload).not.toHaveBeenCalled();
  tell('controlling', { isUpdate: true });
  expect(reload).toHaveBeenCalledTimes(1);
});

test('[G9] under unsaved work the tap is answered with a word and nothing is switched; later it works', async () => {
  let isSafe = false;
  const { updates, reload, skip } = await start(() => isSafe);
  tell('waiting', {});
  await updates.apply();
  expect(updates.state.getState()).toEqual({ kind: 'heldBack' });
  expect(skip).not.toHaveBeenCalled();
  isSafe = true;
  await updates.apply();
  expect(skip).toHaveBeenCalledTimes(1);
  tell('controlling', { isUpdate: true });
  expect(reload).toHaveBeenCalledTimes(1);
});

test('another tab that switched makes this one outdated, which is told and never forced', async () => {
  const { updates, reload } = await start(() => true);
  tell('controlling', { isUpdate: true });
  expect(updates.state.getState()).toEqual({ kind: 'outdated' });
  expect(reload).not.toHaveBeenCalled();
  await updates.apply();
  expect(reload).toHaveBeenCalledTimes(1);
});

test('the very first worker taking over is no update', async () => {
  const { updates, reload } = await start(() => true);
  tell('controlling', { isUpdate: false });
  expect(updates.state.getState()).toEqual({ kind: 'none' });
  expect(reload).not.toHaveBeenCalled();
});

test('a look for a new version says whether the server could be asked', async () => {
  const { updates } = await start(() => true);
  expect(await updates.check()).toBe('upToDate');
  worker.update = () => Promise.reject(new TypeError('Failed to fetch'));
  expect(await updates.check()).toBe('unreachable');
});
