import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentName } from '../../src/schema/documentName.ts';
import {
  type ClientFrame,
  decodeClientFrame,
  decodeServerFrame,
  encodeClientFrame,
  encodeServerFrame,
  type ServerFrame,
  SOCKET_CLOSE,
} from '../../src/schema/socketFrame.ts';

const name = documentName('partnership', 'p1');
const body = Uint8Array.of(1, 2, 3);
const clientFrames: readonly ClientFrame[] = [
  { kind: 'authenticate', token: 'a.b.c' },
  { kind: 'exchange', request: 7, body },
  { kind: 'awareness', name, body },
  { kind: 'ping' },
];
const serverFrames: readonly ServerFrame[] = [
  { kind: 'ready', incarnation: 'i1' },
  { kind: 'exchanged', request: 7, body },
  { kind: 'changed', name, after: 299, cursor: 300, update: body },
  { kind: 'awareness', name, body },
  { kind: 'pong' },
];

describe('frames of the socket', () => {
  it.each(clientFrames)('a client frame "$kind" is read as it was written', (frame) => {
    expect(decodeClientFrame(encodeClientFrame(frame))).toEqual(frame);
  });

  it.each(serverFrames)('a server frame "$kind" is read as it was written', (frame) => {
    expect(decodeServerFrame(encodeServerFrame(frame))).toEqual(frame);
  });

  it('are refused when cut off, with something behind them, or unknown', () => {
    const written = [
      ...clientFrames.map((frame) => ({ bytes: encodeClientFrame(frame), decode: decodeClientFrame })),
      ...serverFrames.map((frame) => ({ bytes: encodeServerFrame(frame), decode: decodeServerFrame })),
    ];
    for (const { bytes, decode } of written) {
      expect(decode(bytes.subarray(0, -1))).toBeUndefined();
      expect(decode(Uint8Array.of(...bytes, 0))).toBeUndefined();
    }
    expect(decodeClientFrame(Uint8Array.of(99))).toBeUndefined();
    expect(decodeServerFrame(Uint8Array.of(99))).toBeUndefined();
  });

  it('never throw, whatever comes', () => {
    fc.assert(
      fc.property(fc.nat(6), fc.uint8Array({ maxLength: 60 }), (type, noise) => {
        const bytes = Uint8Array.of(type, ...noise);
        expect(() => decodeClientFrame(bytes)).not.toThrow();
        expect(() => decodeServerFrame(bytes)).not.toThrow();
      }),
      { numRuns: 2_000 },
    );
  });

  it('close with codes of the private range, each its own', () => {
    const codes = Object.values(SOCKET_CLOSE);
    expect(codes.every((code) => code >= 4_000 && code < 5_000)).toBe(true);
    expect(new Set(codes).size).toBe(codes.length);
  });
});
