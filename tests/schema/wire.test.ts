import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DOCUMENT_KINDS } from '../../src/domain/access.ts';
import { documentName } from '../../src/schema/documentName.ts';
import { REFUSAL_REASONS } from '../../src/schema/refusal.ts';
import { LIST_DIGEST_BYTES } from '../../src/schema/followed.ts';
import { WIRE_VERSION } from '../../src/schema/version.ts';
import {
  COMPLETENESS,
  decodeSyncRequest,
  decodeSyncResponse,
  encodeSyncRequest,
  encodeSyncResponse,
  FOLLOWED_RESULTS,
  MAX_DOCUMENTS_PER_REQUEST,
  type SyncRequest,
  type SyncResponse,
} from '../../src/schema/wire.ts';

const bytes = fc.uint8Array({ maxLength: 40 });
const count = fc.maxSafeNat();
const name = fc
  .tuple(fc.constantFrom(...DOCUMENT_KINDS), fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/), fc.nat(9))
  .map(([kind, id, epoch]) => documentName(kind, id, epoch));
const request: fc.Arbitrary<SyncRequest> = fc.record({
  schemaVersion: count,
  incarnation: fc.string(),
  room: count,
  followed: fc.option(
    fc.record({
      digest: fc.uint8Array({ minLength: LIST_DIGEST_BYTES, maxLength: LIST_DIGEST_BYTES }),
      cursors: fc.array(count, { maxLength: 5 }),
    }),
    { nil: undefined },
  ),
  documents: fc.array(fc.record({ name, cursor: count, stateVector: bytes, update: bytes }), {
    maxLength: 5,
  }),
});
const result = fc.oneof(
  fc.constant({ kind: 'none' } as const),
  fc.record({ kind: fc.constant('receipt' as const), seq: count }),
  fc.record({
    kind: fc.constant('refused' as const),
    reason: fc.constantFrom(...REFUSAL_REASONS.filter((reason) => reason !== 'epochOver')),
  }),
  fc.record({
    kind: fc.constant('refused' as const),
    reason: fc.constant('epochOver' as const),
    successor: name,
  }),
);
const response: fc.Arbitrary<SyncResponse> = fc.record({
  incarnation: fc.string(),
  serverTime: count,
  followed: fc.constantFrom(...FOLLOWED_RESULTS),
  documents: fc.array(
    fc.record({
      name,
      result,
      update: bytes,
      cursor: count,
      completeness: fc.constantFrom(...COMPLETENESS),
    }),
    { maxLength: 5 },
  ),
});

describe('the wire', () => {
  it('gives back every request and every answer as it was', () => {
    fc.assert(
      fc.property(request, response, (asked, answered) => {
        expect(decodeSyncRequest(encodeSyncRequest(asked))).toEqual({ kind: 'request', request: asked });
        expect(decodeSyncResponse(encodeSyncResponse(answered))).toEqual(answered);
      }),
    );
  });

  it('keeps its bytes: an older peer reads the same', () => {
    const fixed: SyncRequest = {
      schemaVersion: 3,
      incarnation: 'i1',
      room: 1_000,
      followed: { digest: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8), cursors: [0, 200] },
      documents: [
        {
          name: documentName('partnership', 'p1'),
          cursor: 300,
          stateVector: Uint8Array.of(0),
          update: Uint8Array.of(7, 8),
        },
      ],
    };
    expect(Buffer.from(encodeSyncRequest(fixed)).toString('hex')).toBe(
      '570203026931e8070101020304050607080200c801010102703100ac020100020708',
    );
  });

  it('refuses what is cut off or has something behind it', () => {
    fc.assert(
      fc.property(request, response, fc.nat(), (asked, answered, at) => {
        const whole = encodeSyncRequest(asked);
        const cut = decodeSyncRequest(whole.subarray(0, at % whole.length));
        expect(cut).toMatchObject({ kind: 'refused', reason: 'malformed' });
        expect(decodeSyncRequest(Uint8Array.of(...whole, 0))).toMatchObject({ kind: 'refused' });
        const answer = encodeSyncResponse(answered);
        expect(decodeSyncResponse(answer.subarray(0, at % answer.length))).toBeUndefined();
        expect(decodeSyncResponse(Uint8Array.of(...answer, 0))).toBeUndefined();
      }),
    );
  });

  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
        const versioned = Uint8Array.of(0x57, WIRE_VERSION, ...noise);
        expect(['request', 'refused']).toContain(decodeSyncRequest(versioned).kind);
        expect(() => decodeSyncResponse(versioned)).not.toThrow();
      }),
      { numRuns: 2_000 },
    );
  });

  it('says which peer is the older one when versions differ, and when the documents are too many', () => {
    const ofVersion = (version: number) => decodeSyncRequest(Uint8Array.of(0x57, version, 1));
    expect(ofVersion(WIRE_VERSION - 1)).toEqual({ kind: 'refused', reason: 'appTooOld' });
    expect(ofVersion(WIRE_VERSION + 1)).toEqual({ kind: 'refused', reason: 'serverTooOld' });
    expect(decodeSyncRequest(Uint8Array.of(0x3c, WIRE_VERSION))).toMatchObject({ reason: 'malformed' });
    const document = {
      name: documentName('partnership', 'p1'),
      cursor: 0,
      stateVector: new Uint8Array(),
      update: new Uint8Array(),
    };
    const documents = Array.from({ length: MAX_DOCUMENTS_PER_REQUEST + 1 }, () => document);
    const many = encodeSyncRequest({ schemaVersion: 1, incarnation: '', room: 0, documents });
    expect(decodeSyncRequest(many)).toEqual({ kind: 'refused', reason: 'tooLarge' });
  });

  it('takes the page of a captive portal for no answer', () => {
    expect(decodeSyncResponse(new TextEncoder().encode('<html>Zaloguj się do sieci</html>'))).toBeUndefined();
  });
});
