// The fingerprint of an attendance list: SHA-256 of its canonical text. What the text covers is decided in domain/seal.

import * as sha256 from 'lib0/hash/sha256';
import type { Fingerprint } from '../domain/seal.ts';

/** First 64 bits in upper-case hexadecimal: enough to compare two papers, short enough to read aloud. */
export function fingerprintOf(sealedText: string): Fingerprint {
  const digest = sha256.digest(new TextEncoder().encode(sealedText));
  return Array.from(digest.slice(0, 8), (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
}
