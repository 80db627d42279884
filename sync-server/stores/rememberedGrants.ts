// Grants as they were last read, for as long as nothing was written: every exchange asks for them, and a revocation counts at
// the very next one [G7]. Remembers nothing where another process may write.

import type { MemberId } from '../../src/domain/ids.ts';
import type { HeldGrant } from './memberStore.ts';
import type { Sql } from './sql.ts';

/** Some 500 bytes each. */
const MAX_MEMBERS = 10_000;

export class RememberedGrants {
  readonly #sql: Sql;
  readonly #read: (member: MemberId) => Promise<readonly HeldGrant[]>;
  readonly #known = new Map<MemberId, readonly HeldGrant[]>();
  /** Number of writes before what is known was read. */
  #after: number | undefined;

  constructor(sql: Sql, read: (member: MemberId) => Promise<readonly HeldGrant[]>) {
    this.#sql = sql;
    this.#read = read;
  }

  async of(member: MemberId): Promise<readonly HeldGrant[]> {
    const writes = this.#sql.writes();
    if (writes === 'unknown') return this.#read(member);
    if (writes !== this.#after || this.#known.size >= MAX_MEMBERS) this.#known.clear();
    this.#after = writes;
    const known = this.#known.get(member);
    if (known !== undefined) return known;
    const grants = await this.#read(member);
    // Somebody may have written while it was read.
    if (this.#after === writes && this.#sql.writes() === writes) this.#known.set(member, grants);
    return grants;
  }
}
