// Who writes the plan: Yjs knows sessions by number, the plan's records say who each of them is.

import type * as Y from 'yjs';
import type { PlanAuthor } from '../domain/plan/mergeStory.ts';
import { readRecord, rootMap } from './roots.ts';

/** Says who writes in this session, once; to be called with each of its changes, inside the same transaction. */
export function signSession(doc: Y.Doc, { organisationId, name }: Omit<PlanAuthor, 'client'>): void {
  const [authors, client] = [rootMap(doc, 'authors'), String(doc.clientID)];
  const known = readRecord(authors, client);
  const organisation = organisationId ?? null;
  if (known !== undefined && known['name'] === name && known['organisationId'] === organisation) return;
  authors.set(client, { organisationId: organisation, name });
}
