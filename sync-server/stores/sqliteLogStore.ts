// The log in SQLite: one writer, group commit. Appends that arrive within one turn of the event loop are one transaction
// and one flush of the disk; their receipts go out after it.

import type { MemberId } from '../../src/domain/ids.ts';
import {
  type DocumentName,
  decodeDocumentName,
  epochBounds,
  epochOf,
} from '../../src/schema/documentName.ts';
import { decoded, integer, type Row } from './columns.ts';
import { newIncarnation } from './incarnation.ts';
import { documentState, endedState, logRow } from './logRows.ts';
import type {
  Appended,
  Commit,
  DocumentState,
  LogRow,
  LogSlice,
  LogStore,
  LogTotals,
  NewRow,
  Rotation,
  RotationResult,
} from './logStore.ts';
import { earlierOf, eraseContent, laterEpoch } from './sqlEpochs.ts';
import type { SqliteDatabase } from './sqliteDatabase.ts';
import { runSteps } from './sqliteSql.ts';

interface Waiting {
  readonly row: NewRow;
  readonly resolve: (seq: Appended) => void;
  readonly reject: (cause: unknown) => void;
}

export class SqliteLogStore implements LogStore {
  readonly #database: SqliteDatabase;
  readonly #onCommit: (commit: Commit) => void;
  #incarnation: string;
  #waiting: Waiting[] = [];
  #hasErased = false;

  /** `onCommit` is told of each transaction of appends that is on disk. */
  constructor(database: SqliteDatabase, onCommit: (commit: Commit) => void = () => {}) {
    this.#database = database;
    this.#onCommit = onCommit;
    this.#incarnation = database.meta('incarnation') ?? '';
    if (this.#incarnation === '') this.#renew();
  }

  incarnation(): string {
    return this.#incarnation;
  }

  async renewIncarnation(): Promise<string> {
    return this.#renew();
  }

  async state(name: DocumentName): Promise<DocumentState | undefined> {
    return this.#database.reading(() => this.#state(name));
  }

  async states(names: readonly DocumentName[]): Promise<readonly (DocumentState | undefined)[]> {
    return this.#database.reading(() => names.map((name) => this.#state(name)));
  }

  async read(name: DocumentName, after: number): Promise<LogSlice> {
    return this.#database.reading(() => {
      const document = this.#document(name);
      if (document === undefined) return { snapshot: undefined, rows: [], head: 0 };
      const key = integer(document, 'document');
      const head = integer(document, 'head');
      if (after >= head) return { snapshot: undefined, rows: [], head };
      const snapshot = this.#database
        .statement('SELECT seq, state AS change FROM snapshots WHERE document = ? AND seq > ?')
        .get(key, after);
      const rows = this.#database
        .statement('SELECT seq, change FROM log WHERE document = ? AND seq > ? ORDER BY seq')
        .all(key, after);
      return {
        snapshot: snapshot === undefined ? undefined : logRow(snapshot),
        rows: rows.map(logRow),
        head,
      };
    });
  }

  append(row: NewRow): Promise<Appended> {
    return new Promise((resolve, reject) => {
      if (this.#waiting.length === 0) setImmediate(() => this.#commit());
      this.#waiting.push({ row, resolve, reject });
    });
  }

  async compact(name: DocumentName, snapshot: LogRow): Promise<boolean> {
    const { statement, transaction } = this.#database;
    return transaction(() => {
      const document = this.#document(name);
      if (document === undefined || snapshot.seq < 1 || snapshot.seq > integer(document, 'head'))
        return false;
      const key = integer(document, 'document');
      const { changes } = statement(
        `INSERT INTO snapshots (document, seq, state) VALUES (?, ?, ?)
         ON CONFLICT DO UPDATE SET seq = excluded.seq, state = excluded.state WHERE excluded.seq > seq`,
      ).run(key, snapshot.seq, snapshot.update);
      if (Number(changes) === 0) return false;
      statement('DELETE FROM log WHERE document = ? AND seq <= ?').run(key, snapshot.seq);
      statement(
        `UPDATE documents SET snapshot_bytes = ?2,
           rows = (SELECT count(*) FROM log WHERE document = ?1),
           row_bytes = (SELECT coalesce(sum(length(change)), 0) FROM log WHERE document = ?1)
         WHERE document = ?1`,
      ).run(key, snapshot.update.length);
      return true;
    });
  }

  async rotate({ name, head, row }: Rotation): Promise<RotationResult> {
    // What was appended before is to be seen, and to be erased with the rest.
    this.#commit();
    const result = this.#database.transaction((): RotationResult => {
      const state = this.#state(name);
      if (state?.endedBy !== undefined) return 'over';
      if (state?.head !== head) return 'moved';
      this.#insert(row);
      return 'rotated';
    });
    this.#overwrite();
    return result;
  }

  async overgrown(rows: number, rowBytes: number): Promise<readonly DocumentName[]> {
    return this.#database.reading(() =>
      this.#database
        .statement('SELECT name FROM documents WHERE rows > ? OR row_bytes > ?')
        .all(rows, rowBytes)
        .map((row) => decoded(row, 'name', decodeDocumentName)),
    );
  }

  async begunBy(member: MemberId): Promise<number> {
    return this.#database.reading(() =>
      integer(
        this.#database
          .statement('SELECT count(*) AS documents FROM documents WHERE begun_by = ?')
          .get(member) ?? {},
        'documents',
      ),
    );
  }

  async totals(): Promise<LogTotals> {
    return this.#database.reading(() => {
      const row =
        this.#database
          .statement(
            `SELECT count(*) AS documents, coalesce(sum(rows), 0) AS rows, coalesce(sum(row_bytes), 0) AS row_bytes,
               coalesce(sum(snapshot_bytes), 0) AS snapshot_bytes FROM documents`,
          )
          .get() ?? {};
      return {
        documents: integer(row, 'documents'),
        rows: integer(row, 'rows'),
        rowBytes: integer(row, 'row_bytes'),
        snapshotBytes: integer(row, 'snapshot_bytes'),
      };
    });
  }

  async close(): Promise<void> {
    if (this.#waiting.length > 0) this.#commit();
    this.#database.close();
  }

  #renew(): string {
    const fresh = newIncarnation();
    this.#database.setMeta('incarnation', fresh);
    this.#incarnation = fresh;
    return fresh;
  }

  #commit(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    if (waiting.length === 0) return;
    const began = performance.now();
    try {
      const seqs = this.#database.transaction(() => waiting.map(({ row }) => this.#insert(row)));
      for (const [index, { resolve }] of waiting.entries()) resolve(seqs[index]);
      this.#overwrite();
      const stored = waiting.flatMap(({ row }, index) => (typeof seqs[index] === 'number' ? [row] : []));
      this.#onCommit({
        rows: stored.length,
        bytes: stored.reduce((sum, row) => sum + row.update.length, 0),
        seconds: (performance.now() - began) / 1000,
      });
    } catch (cause) {
      for (const { reject } of waiting) reject(cause);
    }
  }

  /** What was erased still lies in the write-ahead log. */
  #overwrite(): void {
    if (this.#hasErased) this.#database.emptyJournal();
    this.#hasErased = false;
  }

  #insert(row: NewRow): Appended {
    const { statement } = this.#database;
    const known = this.#state(row.name);
    if (known?.endedBy !== undefined) return 'over';
    if (row.after !== undefined && row.after !== (known?.head ?? 0)) return undefined;
    const advance = statement(
      `UPDATE documents SET head = head + 1, rows = rows + 1, row_bytes = row_bytes + ?
       WHERE name = ? RETURNING document, head`,
    );
    let document = advance.get(row.update.length, row.name);
    if (document === undefined) {
      const begunBy = this.#endEarlier(row.name) ?? row.member;
      statement(
        `INSERT INTO documents (name, head, rows, row_bytes, snapshot_bytes, begun_by)
         VALUES (?, 0, 0, 0, 0, ?)`,
      ).run(row.name, begunBy);
      document = advance.get(row.update.length, row.name) ?? {};
    }
    const seq = integer(document, 'head');
    statement('INSERT INTO log (document, seq, change, device, member, at) VALUES (?, ?, ?, ?, ?, ?)').run(
      integer(document, 'document'),
      seq,
      row.update,
      row.device,
      row.member,
      row.at,
    );
    return seq;
  }

  /** Returns who began the document, as far as that is known. */
  #endEarlier(name: DocumentName): string | undefined {
    if (epochOf(name) === 0) return undefined;
    const { statement } = this.#database;
    const rows = statement('SELECT * FROM documents WHERE name > ? AND name < ?').all(...epochBounds(name));
    let begunBy: string | undefined;
    for (const earlier of earlierOf(name, rows)) {
      begunBy = runSteps(this.#database, eraseContent(earlier)) ?? begunBy;
      statement('DELETE FROM documents WHERE document = ?').run(integer(earlier, 'document'));
      this.#hasErased = true;
    }
    return begunBy;
  }

  #state(name: DocumentName): DocumentState | undefined {
    const row = this.#document(name);
    if (row !== undefined) return documentState(row);
    const endedBy = runSteps(this.#database, laterEpoch(name));
    return endedBy && endedState(endedBy);
  }

  #document(name: DocumentName): Row | undefined {
    return this.#database
      .statement('SELECT document, head, rows, row_bytes, snapshot_bytes FROM documents WHERE name = ?')
      .get(name);
  }
}
