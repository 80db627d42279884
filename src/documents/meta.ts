// The version marks of a document: which shape it has, and how old an app may be to write it.

import type * as Y from 'yjs';
import { numberField } from '../schema/decode.ts';
import { LEAST_WRITER_VERSION, SCHEMA_VERSION } from '../schema/version.ts';
import { rootMap } from './roots.ts';

/** Marks a document that is begun here. Never called on opening one: defaults written on open overwrite at random. */
export function markVersion(doc: Y.Doc): void {
  const meta = rootMap(doc, 'meta');
  if (meta.get('schema') === SCHEMA_VERSION) return;
  meta.set('schema', SCHEMA_VERSION);
  meta.set('leastWriter', LEAST_WRITER_VERSION);
}

/** The oldest app version that may write this document. */
function leastWriterOf(doc: Y.Doc): number {
  return numberField(rootMap(doc, 'meta').get('leastWriter'), LEAST_WRITER_VERSION);
}

/** Whether this app may write the document; when not, it shows it and asks for the update. */
export function isWritable(doc: Y.Doc): boolean {
  return leastWriterOf(doc) <= SCHEMA_VERSION;
}
