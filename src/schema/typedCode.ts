// A typed code: ten characters that a person reads from a screen and types, in place of scanning a QR. Nine carry 45 random
// bits, the last is a check, so that a mistyped code is told without a server. The server keeps only the code's hash.

import * as buffer from 'lib0/buffer';

declare const brand: unique symbol;
/** Canonical form: `7K3QF-9M2XD`. */
export type TypedCode = string & { readonly [brand]: 'TypedCode' };

/** Crockford's base 32: no I, L, O, U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 10;
/** A character or two forgotten or doubled still counts as an attempt at a code. */
const SLIP = 2;
const BITS = 5;
/** x⁵ + x² + 1, primitive over GF(2): every wrong character and every swap of two shows in the check. */
const POLYNOMIAL = 0b100101;

export type ParsedTypedCode =
  | { readonly kind: 'code'; readonly code: TypedCode }
  /** Nearly a code: a slip of the finger. */
  | { readonly kind: 'mistyped' }
  /** Not of the form of a code at all. */
  | { readonly kind: 'malformed' };

/** A code from random bytes, one for each of the nine characters; more are ignored. Throws on fewer: that is a bug. */
export function makeTypedCode(randomBytes: Uint8Array): TypedCode {
  if (randomBytes.length < LENGTH - 1) throw new Error(`a code needs ${LENGTH - 1} random bytes`);
  const values = Array.from(randomBytes.subarray(0, LENGTH - 1), (byte) => byte & (2 ** BITS - 1));
  return written([...values, timesAlpha(remainder(values))]);
}

/** Forgives case, spaces, dashes, O for 0, and I or L for 1. */
export function parseTypedCode(text: string): ParsedTypedCode {
  const typed = text
    .toUpperCase()
    .replace(/[\s\-–—_.]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  if (!/^[0-9A-Z]+$/.test(typed) || Math.abs(typed.length - LENGTH) > SLIP) return { kind: 'malformed' };
  const values = Array.from(typed, (character) => ALPHABET.indexOf(character));
  if (values.length !== LENGTH || values.includes(-1) || remainder(values) !== 0) return { kind: 'mistyped' };
  return { kind: 'code', code: written(values) };
}

/** SHA-256 of the canonical form, base64url without padding: what the server stores and looks up. */
export async function hashTypedCode(code: TypedCode): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code));
  return buffer.toBase64UrlEncoded(new Uint8Array(hash));
}

function written(values: readonly number[]): TypedCode {
  const text = values.map((value) => ALPHABET.charAt(value)).join('');
  return `${text.slice(0, LENGTH / 2)}-${text.slice(LENGTH / 2)}` as TypedCode;
}

/** The characters as a polynomial over GF(32), evaluated at its primitive element; 0 for a whole code. */
function remainder(values: readonly number[]): number {
  return values.reduce((sum, value) => timesAlpha(sum) ^ value, 0);
}

function timesAlpha(value: number): number {
  const shifted = value << 1;
  return shifted >= 2 ** BITS ? shifted ^ POLYNOMIAL : shifted;
}
