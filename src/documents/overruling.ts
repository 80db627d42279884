// Of two values of a field that were written without knowing of each other the later stands, and the other one is kept as a
// merge story. Whoever sees both in one merge notices, before Yjs lets go of what lost; all who notice write the same.

import * as Y from 'yjs';
import type { WrittenValue } from '../domain/plan/mergeStory.ts';
import { ROW_ROOTS, type RowRoot } from '../domain/plan/planRow.ts';
import { type RecordMap, rootMap, write } from './roots.ts';
import { readTimed, replaceTimed } from './timedFields.ts';

/** Where a row stands and whether it is shown is decided by the later word, and nobody needs to be told. */
const UNTOLD = ['order', 'isHidden'];

/** A field of which several values were written side by side; the last in `heads` is the one that stands. */
interface Pair {
  readonly map: RecordMap;
  readonly field: string;
  /** `undefined` for a mark of a section. */
  readonly row: { readonly root: RowRoot; readonly id: string } | undefined;
  readonly heads: readonly WrittenValue[];
}

export interface Overruling {
  /** Puts the later values in place and keeps the stories of what was noticed since: a change of this device's own. */
  readonly settle: () => void;
  /** For who may only read: what was noticed is left to those who may write. */
  readonly forget: () => void;
  readonly dispose: () => void;
}

/** Notices what merges bring. Written is only by `settle`. */
export function watchOverruling(doc: Y.Doc): Overruling {
  let noticed: Pair[] = [];

  function watch(root: RowRoot | 'sectionMarks'): () => void {
    const map = rootMap(doc, root);
    const listener = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[], by: Y.Transaction): void => {
      // What is written here replaces what its writer sees.
      if (by.local) return;
      for (const event of events) {
        const { target, path } = event;
        if (
          !(event instanceof Y.YMapEvent) ||
          !(target instanceof Y.Map) ||
          path.length !== (root === 'sectionMarks' ? 0 : 1)
        )
          continue;
        const row = root === 'sectionMarks' ? undefined : { root, id: String(path[0]) };
        // Not `keys`: those leave out a value that came and lost at once.
        const changed: ReadonlySet<unknown> = event.keysChanged;
        for (const field of changed) {
          if (typeof field !== 'string') continue;
          const heads = headsOf(target, field, by);
          if (heads.length > 1) noticed.push({ map: target, field, row, heads });
        }
      }
    };
    map.observeDeep(listener);
    return () => map.unobserveDeep(listener);
  }

  const disposers = [...ROW_ROOTS, 'sectionMarks' as const].map(watch);
  return {
    settle: () => {
      const pairs = noticed;
      noticed = [];
      if (pairs.length > 0) write(doc, () => pairs.forEach((pair) => settlePair(doc, pair)));
    },
    forget: () => {
      noticed = [];
    },
    dispose: () => {
      for (const dispose of disposers) dispose();
    },
  };
}

/**
 * The values of a field that this transaction brought together and that nobody replaced knowingly, earliest first. A value
 * that was put in place once more is the same value.
 */
function headsOf(map: RecordMap, field: string, transaction: Y.Transaction): readonly WrittenValue[] {
  const replacedIds = new Set<string>();
  const candidates: { readonly id: string; readonly written: WrittenValue }[] = [];
  for (let item = map._map.get(field) ?? null; item !== null; item = item.left) {
    if (item.origin !== null) replacedIds.add(idText(item.origin));
    const isHere = !item.deleted || Y.isDeleted(transaction.deleteSet, item.id);
    const written = isHere ? writtenIn(item) : undefined;
    if (written !== undefined) candidates.push({ id: idText(item.lastId), written });
  }
  const replaced = new Set(
    candidates.filter(({ id }) => replacedIds.has(id)).map(({ written }) => identityOf(written)),
  );
  const heads = new Map(candidates.map(({ written }) => [identityOf(written), written]));
  return [...heads]
    .filter(([identity]) => !replaced.has(identity))
    .map(([, written]) => written)
    .toSorted((a, b) => a.at - b.at || a.client - b.client);
}

/** `undefined` when Yjs has let go of the content: then whoever made it so has noticed. */
function writtenIn(item: Y.Item): WrittenValue | undefined {
  if (!(item.content instanceof Y.ContentAny)) return undefined;
  const timed = readTimed(item.content.arr[0]);
  return timed && { ...timed, client: timed.client ?? item.id.client };
}

function settlePair(doc: Y.Doc, { map, field, row, heads }: Pair): void {
  const stood = heads.at(-1);
  const item = map._map.get(field);
  const current = item && !item.deleted ? writtenIn(item) : undefined;
  if (stood === undefined || current === undefined) return;
  const isKnown = heads.some((head) => identityOf(head) === identityOf(current));
  // Somebody here has written since, and knew.
  if (!isKnown) return;
  if (identityOf(current) !== identityOf(stood)) replaceTimed(map, field, stood);
  if (row === undefined || UNTOLD.includes(field)) return;
  const stories = rootMap(doc, 'overruled');
  for (const lost of heads) {
    const key = `${row.id}.${field}.${lost.client}-${lost.at}`;
    if (lost.value === stood.value || stories.has(key)) continue;
    stories.set(key, { rowRoot: row.root, rowId: row.id, field, lost, stood });
  }
}

function identityOf({ value, at, client }: WrittenValue): string {
  return JSON.stringify([value, at, client]);
}

function idText({ client, clock }: Y.ID): string {
  return `${client}:${clock}`;
}
