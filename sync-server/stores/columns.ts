// Reads columns of a result row as typed values. A value of another type means a damaged or foreign database.

import { StoreError } from './storeError.ts';

export type Row = Readonly<Record<string, unknown>>;

export function integer(row: Row, column: string): number {
  const value = row[column];
  if (typeof value === 'number') return value;
  throw unexpected(column);
}

export function string(row: Row, column: string): string {
  const value = row[column];
  if (typeof value === 'string') return value;
  throw unexpected(column);
}

export function stringOrNull(row: Row, column: string): string | null {
  return row[column] === null ? null : string(row, column);
}

/** A condition: SQLite answers with 0 or 1. */
export function flag(row: Row, column: string): boolean {
  const value = row[column];
  if (value === true || value === 1) return true;
  if (value === false || value === 0) return false;
  throw unexpected(column);
}

export function bytes(row: Row, column: string): Uint8Array {
  const value = row[column];
  // PostgreSQL's driver gives Node's own kind, which behaves otherwise in places.
  if (Buffer.isBuffer(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  if (value instanceof Uint8Array) return value;
  throw unexpected(column);
}

/** A column through a decoder of the schema. */
export function decoded<Value>(row: Row, column: string, decode: (raw: unknown) => Value | undefined): Value {
  const value = decode(row[column]);
  if (value === undefined) throw unexpected(column);
  return value;
}

function unexpected(column: string): StoreError {
  return new StoreError('corrupt', `the database holds an unexpected value in "${column}"`);
}
