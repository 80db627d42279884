// The log in SQLite: one writer, group commit. Appends that come while more of them come are one transaction and one flush of
// the disk; their receipts go out after it.

import type { MemberId } from '../../src/domain/ids.ts';
import {
  type DocumentName,
  decodeDocumentName,
  epochBounds,
  epochOf,
} from '../../src/schema/documentName.ts';
import { decoded, integer } from './columns.ts';
import { newIncarnation } from './incarnation.ts';
import { endedState, logRow } from './logRows.ts';
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
import { SqliteDocuments } from './sqliteDocuments.ts';
import { runSteps } from './sqliteSql.ts';

interface Waiting {
  readonly row: NewRow;
  readonly resolve: (seq: Appended) => void;
  readonly reject: (cause: unknown) => void;
}

interface Compacting {
  readonly name: DocumentName;
  readonly snapshot: LogRow;
  readonly resolve: (isDone: boolean) => void;
  readonly reject: (cause: unknown) => void;
}

/** Turns of the event loop that appends may wait for others; each turn takes what has come on all sockets. */
const MAX_TURNS = 8;

export class SqliteLogStore implements LogStore {
  readonly #database: SqliteDatabase;
  readonly #documents: SqliteDocuments;
  readonly #onCommit: (commit: Commit) => void;
  #incarnation: string;
  #waiting: Waiting[] = [];
  #compacting: Compacting[] = [];
  #hasErased = false;

  /** `onCommit` is told of each transaction of appends that is on disk. */
  constructor(database: SqliteDatabase, onCommit: (commit: Commit) => void = () => {}) {
    this.#database = database;
    this.#documents = new SqliteDocuments(database);
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
      const document = this.#documents.find(name);
      if (document === undefined) return { snapshot: undefined, rows: [], head: 0 };
      const { key, head } = document;
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
      this.#waiting.push({ row, resolve, reject });
      if (this.#waiting.length === 1) this.#commitWhenQuiet(0, MAX_TURNS);
    });
  }

  /** Those that are asked for together are one transaction. */
  compact(name: DocumentName, snapshot: LogRow): Promise<boolean> {
    return new Promise((resolve, reject) => {
      if (this.#compacting.length === 0) queueMicrotask(() => this.#compact());
      this.#compacting.push({ name, snapshot, resolve, reject });
    });
  }

  async rotate({ name, head, row }: Rotation): Promise<RotationResult> {
    // What was appended before is to be seen, and to be erased with the rest.
    this.#commit();
    const result = this.#transaction((): RotationResult => {
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
    this.#commit();
    this.#compact();
    this.#database.close();
  }

  #renew(): string {
    const fresh = newIncarnation();
    this.#database.setMeta('incarnation', fresh);
    this.#incarnation = fresh;
    return fresh;
  }

  /** Once a turn of the event loop has brought nothing more: under load fewer commits carry more rows. */
  #commitWhenQuiet(seen: number, turns: number): void {
    setImmediate(() => {
      const { length } = this.#waiting;
      if (length > seen && turns > 0) this.#commitWhenQuiet(length, turns - 1);
      else this.#commit();
    });
  }

  #commit(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    if (waiting.length === 0) return;
    const began = performance.now();
    try {
      const seqs = this.#transaction(() => waiting.map(({ row }) => this.#insert(row)));
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

  #compact(): void {
    const compacting = this.#compacting;
    this.#compacting = [];
    if (compacting.length === 0) return;
    try {
      const done = this.#transaction(() => compacting.map((each) => this.#putSnapshot(each)));
      for (const [index, { resolve }] of compacting.entries()) resolve(done[index] === true);
    } catch (cause) {
      for (const { reject } of compacting) reject(cause);
    }
  }

  #putSnapshot({ name, snapshot }: Compacting): boolean {
    const { statement } = this.#database;
    const document = this.#documents.find(name);
    if (document === undefined || snapshot.seq < 1 || snapshot.seq > document.head) return false;
    const { key } = document;
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
    this.#documents.forget(name);
    return true;
  }

  /** What was erased still lies in the write-ahead log. */
  #overwrite(): void {
    if (this.#hasErased) this.#database.emptyJournal();
    this.#hasErased = false;
  }

  #insert(row: NewRow): Appended {
    const { statement } = this.#database;
    const known = this.#documents.find(row.name);
    if (known === undefined && this.#laterEpoch(row.name) !== undefined) return 'over';
    if (row.after !== undefined && row.after !== (known?.head ?? 0)) return undefined;
    const document = known ?? this.#documents.begin(row.name, this.#endEarlier(row.name) ?? row.member);
    const { key, head } = this.#documents.advance(row.name, document, row.update.length);
    statement('INSERT INTO log (document, seq, change, device, member, at) VALUES (?, ?, ?, ?, ?, ?)').run(
      key,
      head,
      row.update,
      row.device,
      row.member,
      row.at,
    );
    return head;
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
      this.#documents.forget(decoded(earlier, 'name', decodeDocumentName));
      this.#hasErased = true;
    }
    return begunBy;
  }

  #state(name: DocumentName): DocumentState | undefined {
    const document = this.#documents.find(name);
    if (document !== undefined) {
      const { head, rows, rowBytes, snapshotBytes } = document;
      return { head, rows, rowBytes, bytes: rowBytes + snapshotBytes, endedBy: undefined };
    }
    const endedBy = this.#laterEpoch(name);
    return endedBy && endedState(endedBy);
  }

  #laterEpoch(name: DocumentName): DocumentName | undefined {
    return runSteps(this.#database, laterEpoch(name));
  }

  /** What fails is undone, and what was remembered of it with it. */
  #transaction<Result>(work: () => Result): Result {
    try {
      return this.#database.transaction(work);
    } catch (cause) {
      this.#documents.forgetAll();
      throw cause;
    }
  }
}
