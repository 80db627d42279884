// SQL that is written once for both databases: steps that yield one statement after another and are given its rows. Each
// database runs them in its own way. Dialect: what SQLite and PostgreSQL share, parameters as `?`.

import type { Row } from './columns.ts';

export type SqlValue = string | number | Uint8Array | null;

export interface Statement {
  readonly text: string;
  readonly values: readonly SqlValue[];
}

export type Steps<Result> = Generator<Statement, Result, readonly Row[]>;

/** Each method rejects with StoreError for what the database throws. */
export interface Sql {
  /** One transaction; no other of this method runs beside it, on whichever node. What the steps throw undoes it. */
  transaction<Result>(steps: () => Steps<Result>): Promise<Result>;
  /** One writing statement by itself. */
  write(text: string, ...values: readonly SqlValue[]): Promise<void>;
  /** Reads; each statement sees the state of its own moment. */
  reading<Result>(steps: () => Steps<Result>): Promise<Result>;
  /** How often these methods have written, failing included; `unknown` where other processes write too. */
  writes(): number | 'unknown';
  /** Reads the state of one moment. */
  snapshot<Result>(steps: () => Steps<Result>): Promise<Result>;
}

export function* allRows(text: string, ...values: readonly SqlValue[]): Steps<readonly Row[]> {
  return yield { text, values };
}

export function* firstRow(text: string, ...values: readonly SqlValue[]): Steps<Row | undefined> {
  const [row] = yield { text, values };
  return row;
}

export const PUT_META =
  'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value';
