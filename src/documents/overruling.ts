// Of two values of a field that were written without knowing of each other the later stands, and the other one is kept as a
// merge story. Whoever sees both in one merge notices, before Yjs lets go of what lost; all who notice write the same.

import * as Y from 'yjs';
import type { WrittenValue } from '../domain/plan/mergeStory.ts';
import { ROW_ROOTS, type RowRoot } from '../domain/plan/planRow.ts';
import { type RecordMap, rootMap, write } from './roots.ts';
import { readTimed, replaceTimed, writingName } from './timedFields.ts';

/** Where a row stands and whether it is shown is decided by the later word, and nobody needs to be told. */
const UNTOLD = ['order', 'isHidden'];

/** Values of a field that a merge brought together. */
interface Meeting {
  /** Those that nobody replaced knowingly, earliest first: the last one is to stand. */
  readonly heads: readonly WrittenValue[];
  /** Names of all of them, replaced ones included. */
  readonly names: ReadonlySet<string>;
  /** What their writers knew of. */
  readonly knew: readonly string[];
  /** Several stand side by side, or one does that was replaced. */
  readonly isUnsettled: boolean;
}

interface Pair extends Meeting {
  readonly map: RecordMap;
  readonly field: string;
  /** `undefined` for a mark of a section. */
  readonly row: { readonly root: RowRoot; readonly id: string } | undefined;
}

interface Candidate {
  /** Of the item. */
  readonly id: string;
  readonly written: WrittenValue;
  readonly knew: readonly string[];
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
          const met = metIn(target, field, by);
          if (met.isUnsettled) noticed.push({ map: target, field, row, ...met });
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

/** The values of a field that this transaction brought together. One that was put in place once more is the same value. */
function metIn(map: RecordMap, field: string, transaction: Y.Transaction): Meeting {
  const replacedIds = new Set<string>();
  const candidates: Candidate[] = [];
  for (let item = map._map.get(field) ?? null; item !== null; item = item.left) {
    if (item.origin !== null) replacedIds.add(idText(item.origin));
    const isHere = !item.deleted || Y.isDeleted(transaction.deleteSet, item.id);
    const candidate = isHere ? candidateIn(item) : undefined;
    if (candidate !== undefined) candidates.push(candidate);
  }
  const knew = candidates.flatMap((each) => each.knew);
  const replaced = new Set([
    ...candidates.filter(({ id }) => replacedIds.has(id)).map(({ written }) => writingName(written)),
    ...knew,
  ]);
  const values = new Map(candidates.map(({ written }) => [writingName(written), written]));
  const heads = [...values]
    .filter(([name]) => !replaced.has(name))
    .map(([, written]) => written)
    .toSorted((a, b) => a.at - b.at || a.client - b.client);
  const [shown, head] = [candidates[0], heads[0]];
  const isShown = shown && head && writingName(shown.written) === writingName(head);
  return { heads, names: new Set(values.keys()), knew, isUnsettled: heads.length > 1 || !isShown };
}

/** `undefined` when Yjs has let go of the content: then whoever made it so has noticed. */
function candidateIn(item: Y.Item): Candidate | undefined {
  if (!(item.content instanceof Y.ContentAny)) return undefined;
  const timed = readTimed(item.content.arr[0]);
  if (timed === undefined) return undefined;
  const { value, at, client = item.id.client, knew } = timed;
  return { id: idText(item.lastId), written: { value, at, client }, knew };
}

function settlePair(doc: Y.Doc, { map, field, row, heads, names, knew }: Pair): void {
  const stood = heads.at(-1);
  const item = map._map.get(field);
  const current = item && !item.deleted ? candidateIn(item)?.written : undefined;
  if (stood === undefined || current === undefined) return;
  // Somebody here has written since, and knew.
  if (!names.has(writingName(current))) return;
  if (writingName(current) !== writingName(stood)) replaceTimed(map, field, stood, knew);
  if (row === undefined || UNTOLD.includes(field)) return;
  const stories = rootMap(doc, 'overruled');
  for (const lost of heads) {
    const key = `${row.id}.${field}.${lost.client}-${lost.at}`;
    if (lost.value === stood.value || stories.has(key)) continue;
    stories.set(key, { rowRoot: row.root, rowId: row.id, field, lost, stood });
  }
}

function idText({ client, clock }: Y.ID): string {
  return `${client}:${clock}`;
}
