// Puts a rebuilt document in the place of the one it was built from, for a member who may write it [G8]. It has to have been
// built from all that the log holds, so that nothing goes but what was to be erased; whoever is late exchanges and asks again.

import { isRebuilt } from '../src/domain/access.ts';
import { asInstant } from '../src/domain/time.ts';
import { nextEpoch, parseDocumentName } from '../src/schema/documentName.ts';
import type { RotationRequest } from '../src/schema/rotation.ts';
import type { Done, Refused, SessionRefusal } from '../src/schema/session.ts';
import type { DocumentLog } from './content/documentLog.ts';
import { readUpdateContent } from './content/updateContent.ts';
import { accessTo } from './documentAccess.ts';
import type { Caller } from './exchange.ts';
import type { LogStore } from './stores/logStore.ts';
import type { MemberStore } from './stores/memberStore.ts';

export interface RotatingParts {
  readonly store: Pick<LogStore, 'incarnation'>;
  readonly documents: DocumentLog;
  readonly members: MemberStore;
  readonly limits: { readonly maxDocumentBytes: number };
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Rejects with StoreError. */
export async function rotate(
  caller: Caller,
  { incarnation, name, position, update }: RotationRequest,
  { store, documents, members, limits, now }: RotatingParts,
): Promise<Done | Refused> {
  const parts = parseDocumentName(name);
  if (parts === undefined || !isRebuilt(parts.kind)) return refused('notAllowed');
  const access = accessTo(parts, await members.grants(caller.member));
  if (access.kind === 'refused') return refused(access.reason === 'revoked' ? 'revoked' : 'notAllowed');
  if (access.right !== 'write') return refused('notAllowed');
  if (update.length > limits.maxDocumentBytes) return refused('tooLarge');
  if (readUpdateContent(update, Number.POSITIVE_INFINITY) === undefined) return refused('malformed');
  if (incarnation !== store.incarnation()) return refused('moved');
  const row = { name: nextEpoch(name), update, ...caller, at: asInstant(now()) };
  switch (await documents.rotate({ name, head: position, row })) {
    case 'rotated':
      return { kind: 'done' };
    case 'moved':
      return refused('moved');
    case 'over':
      return refused('epochOver');
  }
}

function refused(reason: SessionRefusal): Refused {
  return { kind: 'refused', reason };
}
