// The rows of `documents`, remembered: this process alone writes them, and each exchange asks for some. A transaction changes
// what is remembered together with the table; whoever runs it has all of it forgotten when it fails.

import type { DocumentName } from '../../src/schema/documentName.ts';
import { integer } from './columns.ts';
import type { SqliteDatabase } from './sqliteDatabase.ts';

/** How a document stands in the table. */
export interface StoredDocument {
  readonly key: number;
  readonly head: number;
  readonly rows: number;
  readonly rowBytes: number;
  readonly snapshotBytes: number;
}

/** Some 200 bytes each. */
const MAX_REMEMBERED = 10_000;

export class SqliteDocuments {
  readonly #database: SqliteDatabase;
  /** In the order in which they were read. */
  readonly #remembered = new Map<DocumentName, StoredDocument>();

  constructor(database: SqliteDatabase) {
    this.#database = database;
  }

  find(name: DocumentName): StoredDocument | undefined {
    const remembered = this.#remembered.get(name);
    if (remembered !== undefined) return remembered;
    const row = this.#database
      .statement('SELECT document, head, rows, row_bytes, snapshot_bytes FROM documents WHERE name = ?')
      .get(name);
    // Names that are not there are anybody's to ask for.
    if (row === undefined) return undefined;
    return this.#remember(name, {
      key: integer(row, 'document'),
      head: integer(row, 'head'),
      rows: integer(row, 'rows'),
      rowBytes: integer(row, 'row_bytes'),
      snapshotBytes: integer(row, 'snapshot_bytes'),
    });
  }

  /** Within a transaction. */
  begin(name: DocumentName, begunBy: string): StoredDocument {
    const { lastInsertRowid } = this.#database
      .statement(
        `INSERT INTO documents (name, head, rows, row_bytes, snapshot_bytes, begun_by)
         VALUES (?, 0, 0, 0, 0, ?)`,
      )
      .run(name, begunBy);
    const key = Number(lastInsertRowid);
    return this.#remember(name, { key, head: 0, rows: 0, rowBytes: 0, snapshotBytes: 0 });
  }

  /** Notes one more row of so many bytes, within the transaction that adds it; returns the document with it. */
  advance(
    name: DocumentName,
    { key, head, rows, rowBytes, snapshotBytes }: StoredDocument,
    bytes: number,
  ): StoredDocument {
    const advanced = { key, head: head + 1, rows: rows + 1, rowBytes: rowBytes + bytes, snapshotBytes };
    this.#database
      .statement('UPDATE documents SET head = ?, rows = ?, row_bytes = ? WHERE document = ?')
      .run(advanced.head, advanced.rows, advanced.rowBytes, key);
    return this.#remember(name, advanced);
  }

  forget(name: DocumentName): void {
    this.#remembered.delete(name);
  }

  forgetAll(): void {
    this.#remembered.clear();
  }

  #remember(name: DocumentName, document: StoredDocument): StoredDocument {
    this.#remembered.set(name, document);
    if (this.#remembered.size > MAX_REMEMBERED)
      for (const oldest of this.#remembered.keys()) {
        this.#remembered.delete(oldest);
        break;
      }
    return document;
  }
}
