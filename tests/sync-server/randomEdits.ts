// Random edits for tests of merging. The same seed gives the same history.

import * as Y from 'yjs';
import type { Random } from '../sync/random.ts';

/** One edit as the app's commands make them: fields of records, new and removed records, texts, order of lists. */
export function editAtRandom(doc: Y.Doc, { below, pick }: Random): void {
  const records = doc.getMap<Y.Map<unknown>>('records');
  const text = doc.getText('minutes');
  const list = doc.getArray<string>('list');
  const key = pick(['a', 'b', 'c']);
  const edits: readonly (() => void)[] = [
    () => records.get(key)?.set(pick(['name', 'state']), below(100)),
    () => records.set(key, new Y.Map([['name', 'new']])),
    () => records.delete(key),
    () => records.get(key)?.delete('name'),
    () => text.insert(below(text.length + 1), pick(['spotkanie ', 'ą', 'plan'])),
    () => text.delete(below(text.length), 1),
    () => list.insert(below(list.length + 1), [key]),
    () => list.length > 0 && list.delete(below(list.length), 1),
  ];
  doc.transact(() => {
    const count = 1 + below(3);
    for (let edit = 0; edit < count; edit += 1) {
      if (text.length === 0) text.insert(0, 'x');
      pick(edits)();
    }
  });
}

/** All that two equal replicas agree on. */
export function contentOf(doc: Y.Doc): unknown {
  return {
    records: doc.getMap('records').toJSON(),
    minutes: doc.getText('minutes').toJSON(),
    list: doc.getArray('list').toJSON(),
  };
}
