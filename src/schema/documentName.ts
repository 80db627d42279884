// The name of a document: `<kind>:<id>@<epoch>`. A new epoch is a new document (erasure rebuilds under it).

import { DOCUMENT_KINDS, type DocumentKind } from '../domain/access.ts';
import { isId } from '../domain/ids.ts';

declare const brand: unique symbol;
/** `partnership:V1StGXR8_Z5jdHi6@0` */
export type DocumentName = string & { readonly [brand]: 'DocumentName' };

export interface DocumentNameParts {
  readonly kind: DocumentKind;
  /** Partnership id, or round id for `programme`. */
  readonly id: string;
  /** 0 at first, one more with each rotation. */
  readonly epoch: number;
}

const NAME = /^([a-z]+):([A-Za-z0-9_-]{1,40})@(0|[1-9]\d{0,5})$/;

export function documentName(kind: DocumentKind, id: string, epoch = 0): DocumentName {
  if (!isId(id) || !Number.isInteger(epoch) || epoch < 0)
    throw new Error(`no document name: ${kind} ${id} ${epoch}`);
  return `${kind}:${id}@${epoch}` as DocumentName;
}

/** The parts of a document name, or `undefined` when the text is none. */
export function parseDocumentName(raw: unknown): DocumentNameParts | undefined {
  const match = typeof raw === 'string' ? NAME.exec(raw) : null;
  const kind = DOCUMENT_KINDS.find((candidate) => candidate === match?.[1]);
  if (!match || kind === undefined) return undefined;
  return { kind, id: match[2] ?? '', epoch: Number(match[3]) };
}

export function decodeDocumentName(raw: unknown): DocumentName | undefined {
  return parseDocumentName(raw) ? (raw as DocumentName) : undefined;
}

export function epochOf(name: DocumentName): number {
  return parseDocumentName(name)?.epoch ?? 0;
}

/** The same document, rebuilt once more. */
export function nextEpoch(name: DocumentName): DocumentName {
  return `${name.slice(0, name.indexOf('@'))}@${epochOf(name) + 1}` as DocumentName;
}

/** Whether both are epochs of one document, `name` the earlier one. */
export function isEarlierEpoch(name: DocumentName, than: DocumentName): boolean {
  const [mine, theirs] = [epochBounds(name)[0], epochBounds(than)[0]];
  return mine === theirs && epochOf(name) < epochOf(than);
}

/** Names of the document in all its epochs lie between these two, wherever names are sorted as text. */
export function epochBounds(name: DocumentName): readonly [after: string, before: string] {
  const document = name.slice(0, name.indexOf('@') + 1);
  // The colon is what follows on the digits.
  return [document, `${document}:`];
}
