// The log in PostgreSQL, shared by all nodes. Appends that arrive while a commit is under way are the next one: one statement,
// one transaction, whose row locks on the documents keep their numbers without gaps between the nodes.

import type { MemberId } from '../../src/domain/ids.ts';
import { type DocumentName, decodeDocumentName } from '../../src/schema/documentName.ts';
import { decoded, integer, type Row, string } from './columns.ts';
import { newIncarnation } from './incarnation.ts';
import { documentState, logRow } from './logRows.ts';
import type { Commit, DocumentState, LogRow, LogSlice, LogStore, LogTotals, NewRow } from './logStore.ts';
import { AppendBatch, type Waiting } from './postgresAppends.ts';
import type { PostgresDatabase } from './postgresDatabase.ts';
import { allRows, firstRow } from './sql.ts';

/** One statement in three parts, so that all are of one moment: a compaction in between would take rows away unseen. */
const READ = `
SELECT documents.head, part.seq, part.change, part.is_snapshot FROM documents LEFT JOIN LATERAL (
  SELECT seq, state AS change, true AS is_snapshot FROM snapshots
  WHERE snapshots.document = documents.document AND seq > $2
  UNION ALL
  SELECT seq, change, false FROM log WHERE log.document = documents.document AND seq > $2
) AS part ON true WHERE documents.name = $1 ORDER BY part.is_snapshot DESC, part.seq`;

const STATES = `
SELECT meta.value AS incarnation, documents.* FROM meta LEFT JOIN documents ON documents.name = ANY ($1)
WHERE meta.key = 'incarnation'`;

interface Asking {
  readonly name: DocumentName;
  readonly resolve: (state: DocumentState | undefined) => void;
  readonly reject: (cause: unknown) => void;
}

export class PostgresLogStore implements LogStore {
  readonly #database: PostgresDatabase;
  readonly #onCommit: (commit: Commit) => void;
  #incarnation: string;
  #asking: Asking[] = [];
  #waiting: Waiting[] = [];
  #committing: Promise<void> | undefined;

  private constructor(database: PostgresDatabase, incarnation: string, onCommit: (commit: Commit) => void) {
    this.#database = database;
    this.#incarnation = incarnation;
    this.#onCommit = onCommit;
  }

  /** `onCommit` is told of each transaction of appends that is on disk. Rejects with StoreError. */
  static async open(
    database: PostgresDatabase,
    onCommit: (commit: Commit) => void = () => {},
  ): Promise<PostgresLogStore> {
    await database.write(
      "INSERT INTO meta (key, value) VALUES ('incarnation', ?) ON CONFLICT DO NOTHING",
      newIncarnation(),
    );
    return new PostgresLogStore(database, await presentIncarnation(database), onCommit);
  }

  /** Has a look at what other nodes may have renewed. */
  async seeIncarnation(): Promise<void> {
    this.#incarnation = await presentIncarnation(this.#database);
  }

  incarnation(): string {
    return this.#incarnation;
  }

  async renewIncarnation(): Promise<string> {
    const [seen, fresh] = [this.#incarnation, newIncarnation()];
    this.#incarnation = await this.#database.transaction(function* () {
      yield* allRows("UPDATE meta SET value = ? WHERE key = 'incarnation' AND value = ?", fresh, seen);
      const row = yield* firstRow("SELECT value FROM meta WHERE key = 'incarnation'");
      return string(row ?? {}, 'value');
    });
    return this.#incarnation;
  }

  /** Those asked for within one turn of the event loop are one statement. */
  state(name: DocumentName): Promise<DocumentState | undefined> {
    return new Promise((resolve, reject) => {
      if (this.#asking.length === 0) setImmediate(() => void this.#answer());
      this.#asking.push({ name, resolve, reject });
    });
  }

  async states(names: readonly DocumentName[]): Promise<readonly (DocumentState | undefined)[]> {
    return Promise.all(names.map((name) => this.state(name)));
  }

  async read(name: DocumentName, after: number): Promise<LogSlice> {
    const parts = await this.#database.query(READ, [name, after]);
    const [first] = parts;
    if (first === undefined) return { snapshot: undefined, rows: [], head: 0 };
    const found = parts.filter((part) => part['seq'] !== null);
    const snapshot = found.find((part) => part['is_snapshot'] === true);
    return {
      snapshot: snapshot && logRow(snapshot),
      rows: found.filter((part) => part !== snapshot).map(logRow),
      head: integer(first, 'head'),
    };
  }

  append(row: NewRow): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ row, resolve, reject });
      this.#committing ??= this.#commitAll();
    });
  }

  async compact(name: DocumentName, snapshot: LogRow): Promise<boolean> {
    return this.#database.concurrent(function* () {
      // Holds off appends to the document on every node until this is done.
      const document = yield* firstRow(
        'SELECT document FROM documents WHERE name = ? AND ? BETWEEN 1 AND head FOR UPDATE',
        name,
        snapshot.seq,
      );
      if (document === undefined) return false;
      const key = integer(document, 'document');
      const put = yield* firstRow(
        `INSERT INTO snapshots (document, seq, state) VALUES (?, ?, ?) ON CONFLICT (document)
         DO UPDATE SET seq = excluded.seq, state = excluded.state WHERE excluded.seq > snapshots.seq
         RETURNING document`,
        key,
        snapshot.seq,
        snapshot.update,
      );
      if (put === undefined) return false;
      yield* allRows('DELETE FROM log WHERE document = ? AND seq <= ?', key, snapshot.seq);
      yield* allRows(
        `UPDATE documents SET snapshot_bytes = ?,
           rows = (SELECT count(*) FROM log WHERE log.document = documents.document),
           row_bytes = (SELECT coalesce(sum(length(change)), 0) FROM log WHERE log.document = documents.document)
         WHERE document = ?`,
        snapshot.update.length,
        key,
      );
      return true;
    });
  }

  async end(name: DocumentName, successor: DocumentName): Promise<void> {
    await this.#database.write('UPDATE documents SET ended_by = ? WHERE name = ?', successor, name);
  }

  async overgrown(rows: number, rowBytes: number): Promise<readonly DocumentName[]> {
    const found = await this.#database.query('SELECT name FROM documents WHERE rows > $1 OR row_bytes > $2', [
      rows,
      rowBytes,
    ]);
    return found.map((row) => decoded(row, 'name', decodeDocumentName));
  }

  async begunBy(member: MemberId): Promise<number> {
    const [row] = await this.#database.query(
      'SELECT count(*) AS documents FROM documents WHERE begun_by = $1',
      [member],
    );
    return integer(row ?? {}, 'documents');
  }

  async totals(): Promise<LogTotals> {
    const [row = {}] = await this.#database.query(
      `SELECT count(*) AS documents, coalesce(sum(rows), 0) AS rows, coalesce(sum(row_bytes), 0) AS row_bytes,
         coalesce(sum(snapshot_bytes), 0) AS snapshot_bytes FROM documents`,
      [],
    );
    return {
      documents: integer(row, 'documents'),
      rows: integer(row, 'rows'),
      rowBytes: integer(row, 'row_bytes'),
      snapshotBytes: integer(row, 'snapshot_bytes'),
    };
  }

  async close(): Promise<void> {
    await this.#committing;
    await this.#database.close();
  }

  async #answer(): Promise<void> {
    const asking = this.#asking;
    this.#asking = [];
    try {
      const names = [...new Set(asking.map(({ name }) => name))];
      const rows = await this.#database.query(STATES, [names]);
      this.#see(rows[0]);
      const states = new Map(rows.map((row) => [row['name'], row]));
      for (const { name, resolve } of asking) {
        const row = states.get(name);
        resolve(row && documentState(row));
      }
    } catch (cause) {
      for (const { reject } of asking) reject(cause);
    }
  }

  /** Until nothing waits: what comes during one commit is the next. */
  async #commitAll(): Promise<void> {
    // What comes in this turn goes along.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) {
      const batch = AppendBatch.takeFrom(this.#waiting);
      this.#waiting = [...batch.left];
      await this.#commit(batch);
    }
    this.#committing = undefined;
  }

  async #commit(batch: AppendBatch): Promise<void> {
    const began = performance.now();
    try {
      const rows = await this.#database.writing(batch.statement, batch.values);
      this.#see(rows[0]);
      const stored = batch.settle(rows);
      if (stored.rows > 0) this.#onCommit({ ...stored, seconds: (performance.now() - began) / 1000 });
    } catch (cause) {
      batch.fail(cause);
    }
  }

  #see(row: Row | undefined): void {
    if (row !== undefined) this.#incarnation = string(row, 'incarnation');
  }
}

async function presentIncarnation(database: PostgresDatabase): Promise<string> {
  const row = await database.reading(() => firstRow("SELECT value FROM meta WHERE key = 'incarnation'"));
  return string(row ?? {}, 'value');
}
