import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { sendInBackground } from '../../src/app/sync/sendInBackground.ts';
import { asInstant } from '../../src/domain/time.ts';
import type { Connection, SyncStatus } from '../../src/sync/status.ts';

const register = vi.fn<(tag: string) => Promise<void>>();

beforeEach(() => {
  register.mockReset().mockResolvedValue(undefined);
  vi.stubGlobal('navigator', {
    serviceWorker: { getRegistration: () => Promise.resolve({ sync: { register } }) },
  });
});

afterEach(() => vi.unstubAllGlobals());

function start(connection: Connection) {
  const status = createStore<SyncStatus>(() => ({
    connection,
    exchange: { kind: 'idle' },
    lastSuccess: undefined,
    clockSkewMinutes: 0,
  }));
  const listeners = new Set<() => void>();
  const onLocalCommit = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const stop = sendInBackground({ onLocalCommit }, status);
  const commit = (): void => {
    for (const listener of listeners) listener();
  };
  return { status, commit, stop };
}

const since = asInstant(1);

test('work done without a connection asks the browser once to wake the worker later', async () => {
  const { commit } = start({ kind: 'offline', since });
  for (let each = 0; each < 5; each += 1) commit();
  await vi.waitFor(() => expect(register).toHaveBeenCalledTimes(1));
});

test('after a connection it asks anew', async () => {
  const { commit, status } = start({ kind: 'offline', since });
  commit();
  await vi.waitFor(() => expect(register).toHaveBeenCalledTimes(1));
  status.setState({ connection: { kind: 'online', since } });
  commit();
  status.setState({ connection: { kind: 'offline', since } });
  commit();
  await vi.waitFor(() => expect(register).toHaveBeenCalledTimes(2));
});

test('a device that is online or works alone asks for nothing, and nothing is asked after the end', async () => {
  start({ kind: 'online', since }).commit();
  start({ kind: 'noServer' }).commit();
  const { commit, stop } = start({ kind: 'offline', since });
  stop();
  commit();
  await Promise.resolve();
  expect(register).not.toHaveBeenCalled();
});

test('a browser that refuses or has no such thing disturbs nobody', async () => {
  register.mockRejectedValue(new DOMException('no', 'NotAllowedError'));
  const { commit } = start({ kind: 'offline', since });
  commit();
  await vi.waitFor(() => expect(register).toHaveBeenCalled());
  vi.stubGlobal('navigator', {});
  expect(() => start({ kind: 'offline', since }).commit()).not.toThrow();
});
