// Parts of the relay under the eyes of [G7] and [G8], and grants other than the store's, to prove that wrong ones are seen.

import type { MemberId } from '../../../src/domain/ids.ts';
import { type DocumentName, epochOf } from '../../../src/schema/documentName.ts';
import { DocumentLog } from '../../../sync-server/content/documentLog.ts';
import { Exchange, type Exchanged } from '../../../sync-server/exchange.ts';
import type { Fanout } from '../../../sync-server/fanout.ts';
import type { Rotation, RotationResult } from '../../../sync-server/stores/logStore.ts';
import type { HeldGrant } from '../../../sync-server/stores/memberStore.ts';
import type { Sql } from '../../../sync-server/stores/sql.ts';
import type { SqliteLogStore } from '../../../sync-server/stores/sqliteLogStore.ts';
import { SqlMemberStore } from '../../../sync-server/stores/sqlMemberStore.ts';
import { firstEpoch, standing } from '../epochs.ts';
import type { EpochWatch } from '../epochWatch.ts';
import type { RightsWatch } from '../rightsWatch.ts';

export class WatchedExchange extends Exchange {
  readonly #grants: (member: MemberId) => Promise<readonly HeldGrant[]>;
  readonly #watch: RightsWatch;

  constructor(
    parts: ConstructorParameters<typeof Exchange>[0],
    grants: (member: MemberId) => Promise<readonly HeldGrant[]>,
    watch: RightsWatch,
  ) {
    super(parts);
    this.#grants = grants;
    this.#watch = watch;
  }

  override async run(...given: Parameters<Exchange['run']>): Promise<Exchanged> {
    const [caller, request] = given;
    const before = await this.#grants(caller.member);
    const ended = this.#watch.begin(caller.member, before);
    const exchanged = await super.run(...given).finally(ended);
    this.#watch.judgeExchange(caller.member, [before, await this.#grants(caller.member)], request, exchanged);
    return exchanged;
  }
}

export class WatchedLog extends DocumentLog {
  readonly #store: SqliteLogStore;
  readonly #rights: RightsWatch;
  readonly #epochs: EpochWatch;

  constructor(store: SqliteLogStore, fanout: Fanout, rights: RightsWatch, epochs: EpochWatch) {
    super(store, fanout);
    this.#store = store;
    this.#rights = rights;
    this.#epochs = epochs;
  }

  override async append(...given: Parameters<DocumentLog['append']>): ReturnType<DocumentLog['append']> {
    const [{ member, name }] = given;
    await this.#rights.judgeAppend(member, name);
    const ended = await this.#endedBy(name);
    if (ended !== undefined) this.#epochs.ending(ended);
    const stored = await super.append(...given);
    if (ended !== undefined && stored !== 'over') this.#epochs.brought();
    return stored;
  }

  override async rotate(rotation: Rotation): Promise<RotationResult> {
    await this.#rights.judgeAppend(rotation.row.member, rotation.name);
    this.#epochs.rebuilt(rotation);
    const result = await super.rotate(rotation);
    if (result === 'rotated') this.#epochs.rotated();
    return result;
  }

  /** The epoch that stands, and that this later one is about to end. */
  async #endedBy(name: DocumentName): Promise<DocumentName | undefined> {
    if (epochOf(name) === 0 || (await this.#store.state(name)) !== undefined) return undefined;
    return standing(this.#store, firstEpoch(name));
  }
}

export class OtherGrants extends SqlMemberStore {
  readonly #change: (grants: readonly HeldGrant[]) => readonly HeldGrant[];

  constructor(sql: Sql, change: (grants: readonly HeldGrant[]) => readonly HeldGrant[]) {
    super(sql);
    this.#change = change;
  }

  override async grants(member: MemberId): Promise<readonly HeldGrant[]> {
    return this.#change(await super.grants(member));
  }
}
