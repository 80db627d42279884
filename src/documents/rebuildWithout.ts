// Rebuilds a `register` document without what is known of some people. A new document, since Yjs keeps what was deleted or
// overwritten; everything else is copied field by field, also what this version does not know. Sending it is left to sync.

import * as Y from 'yjs';
import type { DeviceId, PersonId, SealId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import { markBuiltFrom } from './epochs.ts';
import { type ErasedPersons, erasing, isErasedValue, withoutErased } from './erasedPersons.ts';
import { recordsOf } from './foldedPersons.ts';
import { copyValue, isPlainRecord, type RecordMap, recordMap, rootMap } from './roots.ts';
import { type ListHead, readSealState, sealAttendance } from './sealing.ts';

export interface Erasing {
  readonly persons: readonly PersonId[];
  readonly at: Instant;
  /** The epoch of the document that is rebuilt. */
  readonly epoch: number;
  /** The heads of the lists that may be closed, so that those on which it shows can be sealed anew. */
  readonly lists: readonly ListHead[];
  readonly seal: {
    readonly by: string;
    readonly deviceId: DeviceId;
    readonly newId: () => SealId;
  };
}

/** Stands on the list in print, in the language of the programme's papers. */
const SEAL_REASON = 'Usunięto dane osoby na jej żądanie (RODO art. 17)';

export function rebuildWithout(old: Y.Doc, { persons, at, epoch, lists, seal }: Erasing): Y.Doc {
  const records = [...new Set(persons.flatMap((id) => [...recordsOf(old, id)]))];
  const erased = erasing(records, old);
  const rebuilt = new Y.Doc();
  rebuilt.transact(() => {
    for (const root of old.share.keys()) copyRoot(old.getMap(root), rebuilt.getMap(root), root, erased);
    for (const id of records) markErased(recordMap(rootMap(rebuilt, 'persons'), id), at);
    const { newId, deviceId } = seal;
    const by = erased.names.has(seal.by) ? '' : seal.by;
    for (const head of lists) {
      if (isIntact(old, head) && !isIntact(rebuilt, head))
        sealAttendance(rebuilt, head, {
          id: newId(),
          kind: 'correction',
          reason: SEAL_REASON,
          at,
          by,
          deviceId,
        });
    }
    markBuiltFrom(rebuilt, epoch, old);
  });
  return rebuilt;
}

function copyRoot(from: RecordMap, to: RecordMap, root: string, erased: ErasedPersons): void {
  for (const [key, value] of from.entries()) {
    if (isErasedValue(erased, root, key)) continue;
    if (value instanceof Y.Map) {
      const record = recordMap(to, key);
      const fields = withoutErased(erased, root, key, value.get('personId'), new Map(value.entries()));
      for (const [field, each] of fields) record.set(field, copyValue(each));
    } else if (isPlainRecord(value)) {
      const fields = new Map(Object.entries(value));
      const stays = withoutErased(erased, root, key, value['personId'], fields);
      to.set(key, Object.fromEntries(stays));
    } else to.set(key, copyValue(value));
  }
}

function markErased(record: RecordMap, at: Instant): void {
  record.set('name', '');
  record.set('erasedAt', at);
}

/** Sealed, and nothing has come in since: where something has, a new seal would hide it. */
function isIntact(register: Y.Doc, head: ListHead): boolean {
  const { kind } = readSealState(register, head);
  return kind === 'sealed' || kind === 'corrected';
}
