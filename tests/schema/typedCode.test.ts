import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashTypedCode, makeTypedCode, parseTypedCode } from '../../src/schema/typedCode.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const code = fc.uint8Array({ minLength: 9, maxLength: 9 }).map((random) => makeTypedCode(random));

describe('a typed code', () => {
  it('is ten characters that are not mistaken for one another, in two groups', () => {
    fc.assert(
      fc.property(code, (made) => {
        expect(made).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
        expect(parseTypedCode(made)).toEqual({ kind: 'code', code: made });
      }),
    );
  });

  it('forgives case, spaces, dashes, O for 0, and I and L for 1', () => {
    fc.assert(
      fc.property(code, (made) => {
        const typed = ` ${made.toLowerCase().replace('-', ' – ').replaceAll('0', 'o').replaceAll('1', 'l')} `;
        expect(parseTypedCode(typed)).toEqual({ kind: 'code', code: made });
        expect(parseTypedCode(made.replace('-', '').replaceAll('1', 'I'))).toEqual({
          kind: 'code',
          code: made,
        });
      }),
    );
  });

  it('tells every single wrong character without a server', () => {
    fc.assert(
      fc.property(code, fc.nat(9), fc.integer({ min: 1, max: 31 }), (made, place, shift) => {
        const characters = made.replace('-', '').split('');
        const value = ALPHABET.indexOf(characters[place] ?? '');
        characters[place] = ALPHABET.charAt((value + shift) % 32);
        expect(parseTypedCode(characters.join(''))).toEqual({ kind: 'mistyped' });
      }),
    );
  });

  it('tells every swap of two characters', () => {
    fc.assert(
      fc.property(code, fc.nat(9), fc.nat(9), (made, one, two) => {
        const characters = made.replace('-', '').split('');
        const [first = '', second = ''] = [characters[one], characters[two]];
        fc.pre(first !== second);
        characters[one] = second;
        characters[two] = first;
        expect(parseTypedCode(characters.join(''))).toEqual({ kind: 'mistyped' });
      }),
    );
  });

  it('tells a character too few or too many from what is no code', () => {
    const made = makeTypedCode(new Uint8Array(9).fill(17));
    expect(parseTypedCode(made.slice(0, -1))).toEqual({ kind: 'mistyped' });
    expect(parseTypedCode(`${made}7`)).toEqual({ kind: 'mistyped' });
    for (const text of ['', '-', 'ABC', 'Zażółć gęślą', 'ABCDEFGHJKMNPQR']) {
      expect(parseTypedCode(text)).toEqual({ kind: 'malformed' });
    }
  });

  it('is known to the server by its hash only, and that does not depend on how it was typed', async () => {
    const made = makeTypedCode(new Uint8Array(9).fill(17));
    const typed = parseTypedCode(made.toLowerCase());
    const hash = await hashTypedCode(made);
    expect(hash).toMatch(/^[\w-]{43}$/);
    expect(typed.kind === 'code' ? await hashTypedCode(typed.code) : '').toBe(hash);
  });

  it('needs nine random bytes', () => {
    expect(() => makeTypedCode(new Uint8Array(8))).toThrow('random bytes');
  });
});
