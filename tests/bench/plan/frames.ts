// What goes over a page's sockets, by kind, with the bytes that frames themselves take.

import type { Page } from 'playwright-core';

export type FrameKind = 'change' | 'presence' | 'other';

export interface FrameCount {
  readonly frames: number;
  readonly bytes: number;
}

interface Carried {
  readonly way: 'up' | 'down';
  readonly kind: FrameKind;
  readonly bytes: number;
}

export interface FrameLog {
  /** Forgets what went before. */
  readonly begin: () => void;
  readonly total: (way: Carried['way'], kind: FrameKind) => FrameCount;
}

/** To be called before the page opens its socket. `kindOf` reads what is inside a frame. */
export function logFrames(page: Page, kindOf: (frame: Uint8Array) => FrameKind): FrameLog {
  let carried: Carried[] = [];
  const note = (way: Carried['way'], payload: string | Buffer): void => {
    const content = Buffer.from(payload);
    carried.push({ way, kind: kindOf(content), bytes: content.length + headBytes(content.length, way) });
  };
  page.on('websocket', (socket) => {
    socket.on('framesent', ({ payload }) => note('up', payload));
    socket.on('framereceived', ({ payload }) => note('down', payload));
  });
  return {
    begin: () => {
      carried = [];
    },
    total: (way, kind) => {
      const found = carried.filter((each) => each.way === way && each.kind === kind);
      return { frames: found.length, bytes: found.reduce((sum, { bytes }) => sum + bytes, 0) };
    },
  };
}

/** RFC 6455, 5.2: two bytes, the length where it does not fit there, and a mask from the browser. */
function headBytes(length: number, way: Carried['way']): number {
  const extended = length < 126 ? 0 : length < 65_536 ? 2 : 8;
  return 2 + extended + (way === 'up' ? 4 : 0);
}
