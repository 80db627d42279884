// Checks signatures of device keys: ECDSA on P-256 with SHA-256, as WebCrypto makes them (64 bytes, r and s).

import { decodeBase64Url } from '../../src/schema/invitation.ts';

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const ALGORITHM = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** False also for a key that is no point of the curve. `publicKey` is the raw point, base64url. */
export async function isSignedBy(
  publicKey: string,
  signature: Uint8Array<ArrayBuffer>,
  signed: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const raw = decodeBase64Url(publicKey);
  if (raw === undefined) return false;
  try {
    const key = await crypto.subtle.importKey('raw', raw, CURVE, false, ['verify']);
    return await crypto.subtle.verify(ALGORITHM, key, signature, signed);
  } catch {
    return false;
  }
}

/** The same for a signature in base64url over a text. */
export async function isTextSignedBy(publicKey: string, signature: string, text: string): Promise<boolean> {
  const bytes = decodeBase64Url(signature);
  return bytes !== undefined && isSignedBy(publicKey, bytes, new TextEncoder().encode(text));
}
