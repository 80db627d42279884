import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROLES } from '../../src/domain/access.ts';
import { asId, type DeviceId, type PartnershipId } from '../../src/domain/ids.ts';
import { asInstant } from '../../src/domain/time.ts';
import {
  decodeBase64Url,
  decodeInvitation,
  encodeInvitation,
  type Invitation,
  invitationLink,
  invitationText,
  parseInvitation,
  SIGNATURE_BYTES,
  signingBytes,
} from '../../src/schema/invitation.ts';
import { makeTypedCode } from '../../src/schema/typedCode.ts';

const id = fc.stringMatching(/^[A-Za-z0-9_-]{16}$/);
const purpose: fc.Arbitrary<Invitation['purpose']> = fc.oneof(
  fc.constant({ kind: 'ownDevice' } as const),
  fc.record({
    kind: fc.constant('role' as const),
    scope: fc.oneof(
      fc.constant('programme' as const),
      id.map((text) => asId<PartnershipId>(text)),
    ),
    role: fc.constantFrom(...ROLES),
  }),
);
const invitation: fc.Arbitrary<Invitation> = fc
  .record({
    id,
    purpose,
    inviter: id.map((text) => asId<DeviceId>(text)),
    issued: fc.nat(2_000_000_000_000),
    days: fc.integer({ min: 1, max: 60 }),
    uses: fc.integer({ min: 1, max: 500 }),
    title: fc.constantFrom('', 'Partnerstwo „Zalesie”', 'ż'.repeat(120)),
  })
  .map(({ issued, days, ...rest }) => ({
    ...rest,
    issuedAt: asInstant(issued),
    expiresAt: asInstant(issued + days * 86_400_000),
  }));
const signature = new Uint8Array(SIGNATURE_BYTES).fill(7);

const example: Invitation = {
  id: 'abcdefghijklmnop',
  purpose: { kind: 'role', scope: asId<PartnershipId>('zalesie'), role: 'partner' },
  inviter: asId<DeviceId>('tablet1'),
  issuedAt: asInstant(1_795_000_000_000),
  expiresAt: asInstant(1_795_086_400_000),
  uses: 20,
  title: 'Partnerstwo w Zalesiu',
};

describe('a signed invitation', () => {
  it('is read as it was made, from its text and from a link', () => {
    fc.assert(
      fc.property(invitation, (made) => {
        const payload = encodeInvitation(made);
        const text = invitationText(payload, signature);
        const expected = { kind: 'signed', invitation: made, payload, signature };
        expect(parseInvitation(text)).toEqual(expected);
        expect(parseInvitation(` ${invitationLink('https://wspolnie.example.org/', text)}\n`)).toEqual(
          expected,
        );
      }),
    );
  });

  it('keeps its bytes: tablets that were not updated for a year still make and read it', () => {
    expect(Buffer.from(encodeInvitation(example)).toString('base64url')).toBe(
      'ARBhYmNkZWZnaGlqa2xtbm9wB3RhYmxldDGAvNnynjSA9PKbnzQUFVBhcnRuZXJzdHdvIHcgWmFsZXNpdQEHemFsZXNpZQdwYXJ0bmVy',
    );
  });

  it('fits a QR that a phone reads from a tablet at arm’s length', () => {
    const payload = encodeInvitation(example);
    expect(
      invitationLink('https://wspolnie.example.org', invitationText(payload, signature)).length,
    ).toBeLessThan(300);
  });

  it('cannot be made with a field outside its bounds', () => {
    const wrong: Partial<Invitation>[] = [
      { id: 'short' },
      { uses: 0 },
      { uses: 501 },
      { uses: 1.5 },
      { expiresAt: example.issuedAt },
      { title: 'x'.repeat(121) },
      { title: 'dwie\nlinie' },
    ];
    for (const change of wrong) expect(() => encodeInvitation({ ...example, ...change })).toThrow('bounds');
  });

  it('is malformed when cut off, extended or changed into something else', () => {
    const payload = encodeInvitation(example);
    for (let length = 0; length < payload.length; length += 1) {
      expect(decodeInvitation(payload.subarray(0, length))).toBeUndefined();
    }
    expect(decodeInvitation(Uint8Array.of(...payload, 0))).toBeUndefined();
    expect(parseInvitation(invitationText(payload, signature.subarray(1)))).toEqual({
      kind: 'unreadable',
      reason: 'malformed',
    });
  });

  it('of a newer app is told apart from a broken one', () => {
    const payload = encodeInvitation(example);
    payload[0] = 2;
    expect(parseInvitation(invitationText(payload, signature))).toEqual({
      kind: 'unreadable',
      reason: 'newer',
    });
  });

  it('is signed behind a prefix, so that no signed challenge can pass for one', () => {
    const signed = new TextDecoder().decode(signingBytes(encodeInvitation(example)));
    expect(signed.startsWith('wspolnie-invitation-1\n')).toBe(true);
  });
});

describe('reading an invitation', () => {
  it('tells the first link, a typed code and a mistyped one', () => {
    const secret = 'a'.repeat(43);
    expect(parseInvitation(`http://localhost:8080/#join=first.${secret}`)).toEqual({ kind: 'first', secret });
    const code = makeTypedCode(new Uint8Array(9).fill(200));
    expect(parseInvitation(code.toLowerCase())).toEqual({ kind: 'code', code });
    expect(parseInvitation(`${code.slice(0, -1)}${code.endsWith('2') ? '3' : '2'}`)).toEqual({
      kind: 'unreadable',
      reason: 'mistyped',
    });
  });

  it('never throws, and takes nothing else for one', () => {
    for (const text of [
      '',
      '.',
      'first.',
      'https://example.org/',
      'Zapraszamy na spotkanie!',
      '🎉'.repeat(5),
      'x'.repeat(5_000),
    ]) {
      expect(parseInvitation(text)).toEqual({ kind: 'unreadable', reason: 'malformed' });
    }
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        expect(() => parseInvitation(text)).not.toThrow();
      }),
    );
  });
});

describe('base64url', () => {
  it('has one text for the same bytes', () => {
    expect(decodeBase64Url('AQID')).toEqual(Uint8Array.of(1, 2, 3));
    for (const text of ['AQI=', 'AQJ', 'A', 'AQ+/', 'AQ ID', 'ż'])
      expect(decodeBase64Url(text)).toBeUndefined();
  });
});
