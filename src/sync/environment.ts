// What the exchange needs of the machine that it runs on, as ports, so that tests bring a network of their own.

import { realTimers, type Timers } from './timers.ts';

export interface SocketEvents {
  readonly onOpen: () => void;
  readonly onFrame: (bytes: Uint8Array) => void;
  /** Called once, at the end, also when the connection never came about. */
  readonly onClose: (code: number) => void;
}

interface RawSocket {
  readonly send: (bytes: Uint8Array) => void;
  readonly close: () => void;
}

export type OpenRawSocket = (url: string, events: SocketEvents) => RawSocket;

/** Messages between the tabs of one browser. */
interface TabPort {
  readonly post: (message: unknown) => void;
  readonly close: () => void;
}

export interface SyncEnvironment {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly openSocket: OpenRawSocket;
  readonly timers: Timers;
  /** From [0, 1). */
  readonly random: () => number;
  /** Absent where the browser has no Web Locks: then each tab exchanges on its own, which is idempotent. */
  readonly locks: LockManager | undefined;
  readonly openTabPort: (name: string, onMessage: (message: unknown) => void) => TabPort;
  readonly isVisible: () => boolean;
  /** Calls back when the page becomes visible or the machine says that it is online. Returns the disposer. */
  readonly onWake: (listener: () => void) => () => void;
}

export function browserEnvironment(): SyncEnvironment {
  return {
    fetch: (url, init) => fetch(url, init),
    openSocket: openWebSocket,
    timers: realTimers,
    random: Math.random,
    locks: 'locks' in navigator ? navigator.locks : undefined,
    openTabPort: openBroadcastChannel,
    isVisible: () => document.visibilityState === 'visible',
    onWake: (listener) => {
      const whenVisible = (): void => {
        if (document.visibilityState === 'visible') listener();
      };
      document.addEventListener('visibilitychange', whenVisible);
      window.addEventListener('online', listener);
      // A page that comes back from the browser's back/forward cache has lost its socket without being told.
      window.addEventListener('pageshow', listener);
      return () => {
        document.removeEventListener('visibilitychange', whenVisible);
        window.removeEventListener('online', listener);
        window.removeEventListener('pageshow', listener);
      };
    },
  };
}

/** A WebSocket as a RawSocket. */
export const openWebSocket: OpenRawSocket = (url, events) => {
  const socket = new WebSocket(url);
  socket.binaryType = 'arraybuffer';
  socket.addEventListener('open', events.onOpen);
  socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    events.onFrame(data instanceof ArrayBuffer ? new Uint8Array(data) : new Uint8Array());
  });
  socket.addEventListener('close', ({ code }) => events.onClose(code));
  return {
    send: (bytes) => socket.send(new Uint8Array(bytes)),
    close: () => socket.close(),
  };
};

const openBroadcastChannel: SyncEnvironment['openTabPort'] = (name, onMessage) => {
  if (typeof BroadcastChannel === 'undefined') return { post: () => undefined, close: () => undefined };
  const channel = new BroadcastChannel(name);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => onMessage(data));
  return { post: (message) => channel.postMessage(message), close: () => channel.close() };
};
