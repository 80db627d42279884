// One commit of appends as one statement: which of the waiting rows go into it, and what its answer means for each.

import { type DocumentName, decodeDocumentName, epochOf } from '../../src/schema/documentName.ts';
import { decoded, integer, type Row } from './columns.ts';
import type { Appended, NewRow } from './logStore.ts';

export interface Waiting {
  readonly row: NewRow;
  readonly resolve: (seq: Appended) => void;
  readonly reject: (cause: unknown) => void;
}

/** The rows of one document in a commit: stored together, or none of them. */
export interface Group {
  readonly name: DocumentName;
  readonly after: number | undefined;
  readonly rows: NewRow[];
}

interface Taken {
  readonly waiting: Waiting;
  readonly group: Group;
  /** From 1. */
  readonly place: number;
}

/** What else waits goes with the next one; a statement of this size is parsed and sent in some 50 ms. */
const MAX_ROWS = 1_000;
const MAX_BYTES = 8 * 1024 * 1024;

// The documents are locked in the order of their names, on every node, so that two statements never wait for each other.
// After waiting for another node PostgreSQL looks at the newest head: a group that expected another one is left out, and so is
// one of an epoch that is over by then, whose head is 0. A later epoch is begun elsewhere (postgresEpochs): with it others end.
const APPEND = `
WITH groups AS (
  SELECT * FROM unnest($1::text[], $2::bigint[], $3::bigint[], $4::bigint[], $5::text[], $6::boolean[])
    AS g (name, after, count, bytes, member, may_begin)
), advanced AS (
  INSERT INTO documents AS d (name, head, rows, row_bytes, snapshot_bytes, begun_by)
  SELECT name, count, count, bytes, 0, member FROM groups
  WHERE (may_begin AND coalesce(after, 0) = 0) OR EXISTS (SELECT 1 FROM documents WHERE documents.name = groups.name)
  ORDER BY name COLLATE "C"
  ON CONFLICT (name) DO UPDATE
    SET head = d.head + excluded.rows, rows = d.rows + excluded.rows, row_bytes = d.row_bytes + excluded.row_bytes
    WHERE d.head > 0 AND d.head = coalesce((SELECT after FROM groups WHERE groups.name = excluded.name), d.head)
  RETURNING document, name, head
), stored AS (
  INSERT INTO log (document, seq, change, device, member, at)
  SELECT advanced.document, advanced.head - groups.count + r.place, r.change, r.device, r.member, r.at
  FROM unnest($7::text[], $8::bigint[], $9::bytea[], $10::text[], $11::text[], $12::bigint[])
    AS r (name, place, change, device, member, at)
  JOIN advanced ON advanced.name = r.name JOIN groups ON groups.name = r.name
)
SELECT advanced.name, advanced.head, meta.value AS incarnation FROM advanced, meta WHERE meta.key = 'incarnation'`;

export class AppendBatch {
  readonly statement = APPEND;
  readonly values: readonly unknown[];
  /** For the next commit. */
  readonly left: readonly Waiting[];
  readonly #taken: readonly Taken[];

  private constructor(taken: readonly Taken[], groups: readonly Group[], left: readonly Waiting[]) {
    this.#taken = taken;
    this.left = left;
    this.values = [
      groups.map(({ name }) => name),
      groups.map(({ after }) => after ?? null),
      groups.map(({ rows }) => rows.length),
      groups.map(({ rows }) => bytesOf(rows)),
      groups.map(({ rows }) => rows[0]?.member),
      groups.map(({ name }) => epochOf(name) === 0),
      taken.map(({ group }) => group.name),
      taken.map(({ place }) => place),
      taken.map(({ waiting: { row } }) => Buffer.from(row.update)),
      taken.map(({ waiting: { row } }) => row.device),
      taken.map(({ waiting: { row } }) => row.member),
      taken.map(({ waiting: { row } }) => row.at),
    ];
  }

  /** As many as fit, in their order. A row that does not follow on those of its document waits, and so do the later ones. */
  static takeFrom(waiting: readonly Waiting[]): AppendBatch {
    const groups = new Map<DocumentName, Group>();
    const held = new Set<DocumentName>();
    const taken: Taken[] = [];
    const left: Waiting[] = [];
    let bytes = 0;
    let isFull = false;
    for (const each of waiting) {
      const { row } = each;
      const group = groups.get(row.name) ?? { name: row.name, after: row.after, rows: [] };
      isFull ||= taken.length > 0 && (taken.length >= MAX_ROWS || bytes + row.update.length > MAX_BYTES);
      if (isFull || held.has(row.name) || !follows(row, group)) {
        held.add(row.name);
        left.push(each);
        continue;
      }
      groups.set(row.name, group);
      group.rows.push(row);
      bytes += row.update.length;
      taken.push({ waiting: each, group, place: group.rows.length });
    }
    return new AppendBatch(taken, [...groups.values()], left);
  }

  /** Where each document ends by the statement's answer; those of which nothing was stored are not in it. */
  static headsIn(answer: readonly Row[]): Map<DocumentName, Appended> {
    return new Map(answer.map((row) => [decoded(row, 'name', decodeDocumentName), integer(row, 'head')]));
  }

  /** What did not go in: overtaken, over, or the beginning of a later epoch. */
  without(heads: ReadonlyMap<DocumentName, Appended>): readonly Group[] {
    return [...new Set(this.#taken.map(({ group }) => group))].filter(({ name }) => !heads.has(name));
  }

  /** Tells each row its number by where its document ends now; returns what was stored. */
  settle(heads: ReadonlyMap<DocumentName, Appended>): { readonly rows: number; readonly bytes: number } {
    const stored: NewRow[] = [];
    for (const { waiting, group, place } of this.#taken) {
      const head = heads.get(group.name);
      if (typeof head === 'number') stored.push(waiting.row);
      waiting.resolve(typeof head === 'number' ? head - group.rows.length + place : head);
    }
    return { rows: stored.length, bytes: bytesOf(stored) };
  }

  fail(cause: unknown): void {
    for (const { waiting } of this.#taken) waiting.reject(cause);
  }
}

function follows(row: NewRow, { after, rows }: Group): boolean {
  return row.after === (after === undefined ? undefined : after + rows.length);
}

function bytesOf(rows: readonly NewRow[]): number {
  return rows.reduce((sum, { update }) => sum + update.length, 0);
}
