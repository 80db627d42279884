// What was refused, in SQLite. The same bytes of a member for a document are one row, however often they are sent again.

import { createHash } from 'node:crypto';
import { type DeviceId, decodeId, type MemberId } from '../../src/domain/ids.ts';
import { decodeInstant } from '../../src/domain/time.ts';
import { decodeDocumentName } from '../../src/schema/documentName.ts';
import { oneOf } from '../../src/schema/jsonShape.ts';
import { REFUSAL_REASONS } from '../../src/schema/refusal.ts';
import { decoded, integer, type Row, string } from './columns.ts';
import type { RefusedEntry, RefusedStore, RefusedUpdate } from './refusedStore.ts';
import type { SqliteDatabase } from './sqliteDatabase.ts';
import { laterEpoch } from './sqliteEpochs.ts';

/** What a row takes beside its bytes, so that many small ones are bounded too. */
const ROW_BYTES = 300;
/** Refused content is personal data; what nobody has come to repair in this time goes (RODO art. 5(1)(e)). */
const KEPT_MS = 90 * 24 * 60 * 60_000;
const COST = `coalesce(length(change), 0) + ${ROW_BYTES}`;

export class SqliteRefusedStore implements RefusedStore {
  readonly #database: SqliteDatabase;
  readonly #maxBytes: number;
  /**
   * What all rows take; `undefined` until it is counted. Too much after rows went with an epoch that is over, until the next
   * start: then the oldest go a little sooner.
   */
  #total: number | undefined;

  constructor(database: SqliteDatabase, maxBytes: number) {
    this.#database = database;
    this.#maxBytes = maxBytes;
  }

  async keep(updates: readonly RefusedUpdate[]): Promise<void> {
    const before = this.#total;
    this.#total = undefined;
    this.#total = this.#database.transaction(() => {
      let total = before ?? this.#count();
      for (const update of updates) {
        total += this.#put(update);
        total -= this.#prune(total, update.at - KEPT_MS);
      }
      return total;
    });
  }

  async list(): Promise<readonly RefusedEntry[]> {
    return this.#database.reading(() =>
      this.#database
        .statement(
          `SELECT refused.id, refused.name, member, device, reason, refused.at, times, bytes,
             change IS NOT NULL AS is_kept, coalesce(members.name, '') AS member_name
           FROM refused LEFT JOIN members ON members.id = refused.member ORDER BY refused.at DESC, refused.id DESC`,
        )
        .all()
        .map(entryOf),
    );
  }

  /** Returns what it takes beyond what was there. */
  #put({ name, member, device, reason, update, at }: RefusedUpdate): number {
    const { statement } = this.#database;
    // It may hold what was erased from the document.
    if (laterEpoch(this.#database, name) !== undefined) return 0;
    const hash = createHash('sha256').update(update).digest();
    const { changes } = statement(
      'UPDATE refused SET device = ?, reason = ?, at = ?, times = times + 1 WHERE name = ? AND member = ? AND hash = ?',
    ).run(device, reason, at, name, member, hash);
    if (Number(changes) > 0) return 0;
    const kept = update.length + ROW_BYTES <= this.#maxBytes ? update : null;
    statement(
      `INSERT INTO refused (name, member, device, reason, at, times, bytes, hash, change)
       VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?)`,
    ).run(name, member, device, reason, at, update.length, hash, kept);
    return ROW_BYTES + (kept?.length ?? 0);
  }

  /** Returns what it has freed. */
  #prune(total: number, before: number): number {
    const oldest = this.#database.statement(
      `SELECT id, at, ${COST} AS cost FROM refused ORDER BY at, id LIMIT 1`,
    );
    const remove = this.#database.statement('DELETE FROM refused WHERE id = ?');
    let freed = 0;
    for (let row = oldest.get(); row !== undefined; row = oldest.get()) {
      if (total - freed <= this.#maxBytes && integer(row, 'at') >= before) break;
      remove.run(integer(row, 'id'));
      freed += integer(row, 'cost');
    }
    return freed;
  }

  #count(): number {
    const row = this.#database.statement(`SELECT coalesce(sum(${COST}), 0) AS total FROM refused`).get();
    return integer(row ?? {}, 'total');
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
    isKept: integer(row, 'is_kept') === 1,
    times: integer(row, 'times'),
  };
}
