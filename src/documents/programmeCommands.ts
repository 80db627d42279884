// Commands that write a `programme` document: what staff publish about the round.

import type * as Y from 'yjs';
import type { RoundFields } from '../domain/programme/roundFields.ts';
import { markVersion } from './meta.ts';
import { rootMap, write, writeFields } from './roots.ts';

/** Publishes changed fields of the round; the others keep what they were. */
export function publishRound(doc: Y.Doc, fields: Partial<RoundFields>): void {
  write(doc, () => {
    markVersion(doc);
    writeFields(rootMap(doc, 'round'), fields);
  });
}
