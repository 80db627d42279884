// The documents that a member's grants open, as one list that device and server make alike: of documents on it the position
// alone is exchanged, in the list's order, and no name. That both have the same list is shown by its digest.

import { digest } from 'lib0/hash/sha256';
import { DOCUMENT_KINDS, rightOf } from '../domain/access.ts';
import { type DocumentName, documentName, parseDocumentName } from './documentName.ts';
import type { Grant } from './session.ts';

/** Two lists that differ meet in one of 2^64 digests; nothing but an update that comes late hangs on it. */
export const LIST_DIGEST_BYTES = 8;

/**
 * The documents of partnerships that these grants open, in their first epoch, sorted. A coordinator's view of all
 * partnerships is in no grant; programmes are named in each request.
 */
export function grantedDocuments(grants: readonly Grant[]): readonly DocumentName[] {
  const names = grants
    .filter((grant) => grant.scope !== 'programme')
    .flatMap(({ scope, role }) =>
      DOCUMENT_KINDS.filter((kind) => kind !== 'programme' && rightOf(role, kind) !== 'none').map((kind) =>
        documentName(kind, scope),
      ),
    );
  return [...new Set(names)].toSorted();
}

export function listDigest(names: readonly DocumentName[]): Uint8Array {
  return digest(new TextEncoder().encode(names.join('\n'))).slice(0, LIST_DIGEST_BYTES);
}

/** "register:V1StGXR8": the document in whatever epoch. */
export function withoutEpoch(name: DocumentName): string {
  const parts = parseDocumentName(name);
  return parts ? `${parts.kind}:${parts.id}` : name;
}
