// The log in PostgreSQL, shared by all nodes. Appends that arrive while a commit is under way are the next one: one statement,
// one transaction, whose row locks on the documents keep their numbers without gaps between the nodes.

import type { MemberId } from '../../src/domain/ids.ts';
import {
  type DocumentName,
  decodeDocumentName,
  epochBounds,
  epochOf,
} from '../../src/schema/documentName.ts';
import { decoded, integer, type Row, string } from './columns.ts';
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
import { AppendBatch, type Waiting } from './postgresAppends.ts';
import type { PostgresDatabase } from './postgresDatabase.ts';
import { beginOrRefuse, rotation } from './postgresEpochs.ts';
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
SELECT meta.value AS incarnation, asked.name AS asked, documents.*, later.name AS ended_by FROM meta
LEFT JOIN unnest($1::text[], $2::text[], $3::text[]) AS asked (name, low, high) ON true
LEFT JOIN documents ON documents.name = asked.name AND documents.head > 0
LEFT JOIN LATERAL (
  SELECT name FROM documents AS epochs
  WHERE documents.document IS NULL AND epochs.name > asked.low AND epochs.name < asked.high AND epochs.head > 0
    AND (length(epochs.name), epochs.name) > (length(asked.name), asked.name)
  ORDER BY length(epochs.name) DESC, epochs.name DESC LIMIT 1
) AS later ON true
WHERE meta.key = 'incarnation'`;
/** Each takes what it finds of rows that are over; in the tables that held the content of documents. */
const CLEAN = 'VACUUM log, snapshots, refused, documents';

interface Asking {
  readonly name: DocumentName;
  readonly resolve: (state: DocumentState | undefined) => void;
  readonly reject: (cause: unknown) => void;
}

interface Rotating {
  readonly rotation: Rotation;
  readonly resolve: (result: RotationResult) => void;
  readonly reject: (cause: unknown) => void;
}

export class PostgresLogStore implements LogStore {
  readonly #database: PostgresDatabase;
  readonly #onCommit: (commit: Commit) => void;
  #incarnation: string;
  #asking: Asking[] = [];
  #waiting: (Waiting | Rotating)[] = [];
  #committing: Promise<void> | undefined;
  #cleaning: Promise<void> = Promise.resolve();

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

  append(row: NewRow): Promise<Appended> {
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

  /** In its turn among the appends. */
  rotate(asked: Rotation): Promise<RotationResult> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ rotation: asked, resolve, reject });
      this.#committing ??= this.#commitAll();
    });
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
         coalesce(sum(snapshot_bytes), 0) AS snapshot_bytes FROM documents WHERE head > 0`,
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
    await this.#cleaning;
    await this.#database.close();
  }

  async #answer(): Promise<void> {
    const asking = this.#asking;
    this.#asking = [];
    try {
      const names = [...new Set(asking.map(({ name }) => name))];
      const bounds = names.map(epochBounds);
      const lists = [names, bounds.map(([low]) => low), bounds.map(([, high]) => high)];
      const rows = await this.#database.query(STATES, lists);
      this.#see(rows[0]);
      const states = new Map(rows.map((row) => [row['asked'], stateIn(row)]));
      for (const { name, resolve } of asking) resolve(states.get(name));
    } catch (cause) {
      for (const { reject } of asking) reject(cause);
    }
  }

  /** Until nothing waits: what comes during one commit is the next. */
  async #commitAll(): Promise<void> {
    // What comes in this turn goes along.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) {
      const [first] = this.#waiting;
      if (first !== undefined && 'rotation' in first) {
        this.#waiting.shift();
        await this.#rotate(first);
        continue;
      }
      const isRotating = this.#waiting.findIndex((each) => 'rotation' in each);
      const end = isRotating === -1 ? this.#waiting.length : isRotating;
      const appends = this.#waiting.slice(0, end).filter((each) => 'row' in each);
      const batch = AppendBatch.takeFrom(appends);
      this.#waiting = [...batch.left, ...this.#waiting.slice(end)];
      await this.#commit(batch);
    }
    this.#committing = undefined;
  }

  async #commit(batch: AppendBatch): Promise<void> {
    const began = performance.now();
    try {
      const rows = await this.#database.writing(batch.statement, batch.values);
      this.#see(rows[0]);
      const heads = AppendBatch.headsIn(rows);
      const others = batch.without(heads);
      const ends = await Promise.all(others.map((group) => this.#beginOrRefuse(group)));
      for (const [index, { name }] of others.entries()) heads.set(name, ends[index]);
      const stored = batch.settle(heads);
      if (stored.rows > 0) this.#onCommit({ ...stored, seconds: (performance.now() - began) / 1000 });
    } catch (cause) {
      batch.fail(cause);
    }
  }

  async #beginOrRefuse(group: Parameters<typeof beginOrRefuse>[0]): Promise<Appended> {
    const state = await this.state(group.name);
    if (state !== undefined || epochOf(group.name) === 0) return state?.endedBy && 'over';
    const head = await this.#database.transaction(() => beginOrRefuse(group));
    if (typeof head === 'number') this.#clean();
    return head;
  }

  async #rotate({ rotation: asked, resolve, reject }: Rotating): Promise<void> {
    try {
      const result = await this.#database.transaction(() => rotation(asked));
      if (result === 'rotated') this.#clean();
      resolve(result);
    } catch (cause) {
      reject(cause);
    }
  }

  /** What was erased lies in its pages until they are cleaned; failing, PostgreSQL does so by itself in its time. */
  #clean(): void {
    this.#cleaning = this.#cleaning
      .then(() => this.#database.query(CLEAN, []))
      .then(
        () => {},
        () => {},
      );
  }

  #see(row: Row | undefined): void {
    if (row !== undefined) this.#incarnation = string(row, 'incarnation');
  }
}

function stateIn(row: Row): DocumentState | undefined {
  if (row['head'] !== null) return documentState(row);
  return row['ended_by'] === null ? undefined : endedState(decoded(row, 'ended_by', decodeDocumentName));
}

async function presentIncarnation(database: PostgresDatabase): Promise<string> {
  const row = await database.reading(() => firstRow("SELECT value FROM meta WHERE key = 'incarnation'"));
  return string(row ?? {}, 'value');
}
