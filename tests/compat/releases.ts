// The releases that devices have had in their hands, as they were frozen: the documents each wrote, and the built app.
// freeze.ts makes them; what is here is never made anew.

import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { DOCUMENT_KINDS, type DocumentKind } from '../../src/domain/access.ts';
import { isRawRecord, type RawRecord } from '../../src/schema/decode.ts';
import { type Decode, listOf, object, oneOf, text, wholeNumber } from '../../src/schema/jsonShape.ts';

export const RELEASES_FOLDER = join(import.meta.dirname, 'releases');
export const DOCUMENTS_FILE = 'documents.json.br';
export const APP_FILE = 'app.tar.br';

interface FrozenRow {
  readonly table: string;
  readonly key: string;
  readonly record: RawRecord;
}

export interface FrozenDocument {
  readonly kind: DocumentKind;
  readonly id: string;
  /** Above 0 it was rebuilt without somebody. */
  readonly epoch: number;
  /** Yjs v2 updates: the document as others have it, and what one device adds to it. */
  readonly update: Uint8Array;
  readonly unsent: Uint8Array;
  /** As the release projects it, with what is unsent. */
  readonly rows: readonly FrozenRow[];
}

export interface FrozenRelease {
  readonly name: string;
  readonly schema: number;
  readonly documents: readonly FrozenDocument[];
}

const MOST = 10_000;
const bytes: Decode<Uint8Array> = (raw) =>
  typeof raw === 'string' ? new Uint8Array(Buffer.from(raw, 'base64')) : undefined;
const decodeFrozen = object<Omit<FrozenRelease, 'name'>>({
  schema: wholeNumber(1, MOST),
  documents: listOf(
    object<FrozenDocument>({
      kind: oneOf(DOCUMENT_KINDS),
      id: text(100),
      epoch: (raw) => (raw === undefined ? 0 : wholeNumber(0, MOST)(raw)),
      update: bytes,
      unsent: bytes,
      rows: listOf(
        object<FrozenRow>({
          table: text(100),
          key: text(200),
          record: (raw) => (isRawRecord(raw) ? raw : undefined),
        }),
        MOST,
      ),
    }),
    MOST,
  ),
});

export function frozenReleases(): readonly FrozenRelease[] {
  return readdirSync(RELEASES_FOLDER).map((name) => {
    const packed = readFileSync(join(RELEASES_FOLDER, name, DOCUMENTS_FILE));
    const frozen = decodeFrozen(JSON.parse(brotliDecompressSync(packed).toString()));
    if (frozen === undefined) throw new Error(`the documents of release ${name} cannot be read`);
    return { name, ...frozen };
  });
}

/** Puts the built app of a release into an empty folder. */
export function unpackApp(name: string, folder: string): void {
  const file = join(RELEASES_FOLDER, name, APP_FILE);
  if (!existsSync(file)) throw new Error(`no app of release ${name} was frozen`);
  execFileSync('tar', ['-xf', '-', '-C', folder], { input: brotliDecompressSync(readFileSync(file)) });
}
