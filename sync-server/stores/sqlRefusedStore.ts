// What was refused, in SQL, for both databases. The same bytes of a member for a document are one row, however often they are sent again.

import { createHash } from 'node:crypto';
import { type DeviceId, decodeId, type MemberId } from '../../src/domain/ids.ts';
import { decodeInstant } from '../../src/domain/time.ts';
import { decodeDocumentName } from '../../src/schema/documentName.ts';
import { oneOf } from '../../src/schema/jsonShape.ts';
import { REFUSAL_REASONS } from '../../src/schema/refusal.ts';
import { decoded, flag, integer, type Row, string } from './columns.ts';
import type { RefusedEntry, RefusedStore, RefusedUpdate } from './refusedStore.ts';
import { allRows, firstRow, type Sql, type Steps } from './sql.ts';
import { laterEpoch } from './sqlEpochs.ts';
import { COST, noteTotal, ROW_BYTES, totalBytes } from './sqlRefusedTotal.ts';

/** Refused content is personal data; what nobody has come to repair in this time goes (RODO art. 5(1)(e)). */
const KEPT_MS = 90 * 24 * 60 * 60_000;

export class SqlRefusedStore implements RefusedStore {
  readonly #sql: Sql;
  readonly #maxBytes: number;

  constructor(sql: Sql, maxBytes: number) {
    this.#sql = sql;
    this.#maxBytes = maxBytes;
  }

  async keep(updates: readonly RefusedUpdate[]): Promise<void> {
    const maxBytes = this.#maxBytes;
    await this.#sql.transaction(function* () {
      let total = yield* totalBytes();
      for (const update of updates) {
        total += yield* put(update, maxBytes);
        total -= yield* prune(total - maxBytes, update.at - KEPT_MS);
      }
      yield* noteTotal(total);
    });
  }

  async list(): Promise<readonly RefusedEntry[]> {
    const rows = await this.#sql.reading(() =>
      allRows(
        `SELECT refused.id, refused.name, member, device, reason, refused.at, times, bytes,
           change IS NOT NULL AS is_kept, coalesce(members.name, '') AS member_name
         FROM refused LEFT JOIN members ON members.id = refused.member ORDER BY refused.at DESC, refused.id DESC`,
      ),
    );
    return rows.map(entryOf);
  }
}

/** Returns what it takes beyond what was there. */
function* put({ name, member, device, reason, update, at }: RefusedUpdate, maxBytes: number): Steps<number> {
  // It may hold what was erased from the document.
  if ((yield* laterEpoch(name)) !== undefined) return 0;
  const hash = createHash('sha256').update(update).digest();
  const again = yield* firstRow(
    `UPDATE refused SET device = ?, reason = ?, at = ?, times = times + 1
     WHERE name = ? AND member = ? AND hash = ? RETURNING id`,
    device,
    reason,
    at,
    name,
    member,
    hash,
  );
  if (again !== undefined) return 0;
  const kept = update.length + ROW_BYTES <= maxBytes ? update : null;
  yield* allRows(
    `INSERT INTO refused (name, member, device, reason, at, times, bytes, hash, change)
     VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?)`,
    name,
    member,
    device,
    reason,
    at,
    update.length,
    hash,
    kept,
  );
  return ROW_BYTES + (kept?.length ?? 0);
}

/** Frees at least so many bytes, and all that is older than `before`; returns what it has freed. */
function* prune(excess: number, before: number): Steps<number> {
  let freed = 0;
  for (;;) {
    const row = yield* firstRow(`SELECT id, at, ${COST} AS cost FROM refused ORDER BY at, id LIMIT 1`);
    if (row === undefined || (freed >= excess && integer(row, 'at') >= before)) return freed;
    yield* allRows('DELETE FROM refused WHERE id = ?', integer(row, 'id'));
    freed += integer(row, 'cost');
  }
}

function entryOf(row: Row): RefusedEntry {
  return {
    id: integer(row, 'id'),
    name: decoded(row, 'name', decodeDocumentName),
    member: decoded(row, 'member', decodeId<MemberId>),
    memberName: string(row, 'member_name'),
    device: decoded(row, 'device', decodeId<DeviceId>),
    reason: decoded(row, 'reason', oneOf(REFUSAL_REASONS)),
    at: decoded(row, 'at', decodeInstant),
    bytes: integer(row, 'bytes'),
    isKept: flag(row, 'is_kept'),
    times: integer(row, 'times'),
  };
}
