// Carries over what a device wrote in a document that was rebuilt meanwhile: every value that the rebuilding did not see, but
// what is known of the people who were erased. Done where the content is, so that the server need not see it again.

import * as Y from 'yjs';
import { builtFrom, carriedUpTo, markCarried } from './epochs.ts';
import { erasedIn, isErasedValue, withoutErased } from './erasedPersons.ts';
import { copyValue, isPlainRecord, readRecord, type RecordMap, recordMap, write } from './roots.ts';

/**
 * Writes into `successor` what of `old`, the epoch `epoch` of the same document, it does not hold yet. Each value crosses
 * once, whoever carries it, so that later changes are not undone by a straggler. `false`, and nothing written, when the
 * successor is not here whole.
 */
export function carryOver(old: Y.Doc, epoch: number, successor: Y.Doc): boolean {
  const known = builtFrom(successor, epoch);
  if (known === undefined) return false;
  const vector = Y.decodeStateVector(Y.encodeStateVector(old));
  const seenOf = (client: number): number =>
    Math.max(known.get(client) ?? 0, carriedUpTo(successor, epoch, client));
  const unseen = new Map(
    [...vector].flatMap(([client, clock]) => {
      const seen = seenOf(client);
      return clock > seen ? [[client, seen] as const] : [];
    }),
  );
  if (unseen.size === 0) return true;
  const isUnseen = ({ id, length }: Y.Item): boolean => {
    const seen = unseen.get(id.client);
    return seen !== undefined && id.clock + length > seen;
  };
  const erased = erasedIn(successor, old);
  write(successor, () => {
    for (const root of old.share.keys()) {
      const [from, to] = [old.getMap(root), successor.getMap(root)];
      for (const [key, item] of from._map) {
        if (item.deleted || isErasedValue(erased, root, key)) continue;
        const value = from.get(key);
        const stays = (fields: Fields, personId: unknown): Fields =>
          withoutErased(erased, root, key, personId, fields);
        if (value instanceof Y.Map)
          setFields(to, key, stays(unseenFields(value, isUnseen), value.get('personId')));
        else if (!isUnseen(item)) continue;
        else if (isPlainRecord(value))
          setRecord(to, key, stays(new Map(Object.entries(value)), value['personId']));
        else to.set(key, copyValue(value));
      }
    }
    for (const client of unseen.keys()) markCarried(successor, epoch, client, vector.get(client) ?? 0);
  });
  return true;
}

type Fields = ReadonlyMap<string, unknown>;

/** A register holds no text that several write; one that a later version puts there crosses when it is new, whole. */
function unseenFields(record: RecordMap, isUnseen: (item: Y.Item) => boolean): Fields {
  const fields = new Map<string, unknown>();
  for (const [field, item] of record._map) {
    if (!item.deleted && isUnseen(item)) fields.set(field, record.get(field));
  }
  return fields;
}

function setFields(root: RecordMap, key: string, fields: Fields): void {
  if (fields.size === 0) return;
  const record = recordMap(root, key);
  for (const [field, value] of fields) if (record.get(field) !== value) record.set(field, copyValue(value));
}

/** Of two marks under one key the later one stands, whichever came first into the rebuilt document. */
function setRecord(root: RecordMap, key: string, fields: Fields): void {
  const [mine, theirs] = [fields.get('at'), readRecord(root, key)?.['at']];
  if (typeof mine === 'number' && typeof theirs === 'number' && mine < theirs) return;
  root.set(key, Object.fromEntries(fields));
}
