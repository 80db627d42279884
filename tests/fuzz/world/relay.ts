// The relay of a simulated world: the product's own stores, exchange, sessions and connections over a database in a folder,
// without the HTTP server around them. Killed at any point, started again on what it had committed, restored from a backup.

import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DocumentName } from '../../../src/schema/documentName.ts';
import { backUp } from '../../../sync-server/admin/backup.ts';
import { restore } from '../../../sync-server/admin/restore.ts';
import { Membership } from '../../../sync-server/auth/membership.ts';
import { Sessions } from '../../../sync-server/auth/sessions.ts';
import { compactUpdates } from '../../../sync-server/compaction/compactionJob.ts';
import { LocalFanout } from '../../../sync-server/fanout/localFanout.ts';
import { MemberDocuments } from '../../../sync-server/limits/memberDocuments.ts';
import { MemberRequests } from '../../../sync-server/limits/memberRequests.ts';
import { Connection, type ConnectionParts } from '../../../sync-server/socket/connection.ts';
import { Connections } from '../../../sync-server/socket/connections.ts';
import type { FrameSocket } from '../../../sync-server/socket/frameSocket.ts';
import type { HeldGrant } from '../../../sync-server/stores/memberStore.ts';
import { MemoryChallenges } from '../../../sync-server/stores/memoryChallenges.ts';
import { openSqliteDatabase, type SqliteDatabase } from '../../../sync-server/stores/sqliteDatabase.ts';
import { SqliteLogStore } from '../../../sync-server/stores/sqliteLogStore.ts';
import { sqliteSql } from '../../../sync-server/stores/sqliteSql.ts';
import { SqlMemberStore } from '../../../sync-server/stores/sqlMemberStore.ts';
import { SqlRefusedStore } from '../../../sync-server/stores/sqlRefusedStore.ts';
import { StoreError } from '../../../sync-server/stores/storeError.ts';
import { standing } from '../epochs.ts';
import type { EpochWatch } from '../epochWatch.ts';
import type { RightsWatch } from '../rightsWatch.ts';
import { type CommitFault, FaultyDatabase } from './faults.ts';
import type { Loop } from './loop.ts';
import { Process } from './process.ts';
import {
  answerRequest,
  json,
  refusal,
  type RelayAnswer,
  type RelayRequest,
  type RouteParts,
} from './relayRoutes.ts';
import { OtherGrants, WatchedExchange, WatchedLog } from './watchedRelay.ts';

export interface RelayOptions {
  readonly loop: Loop;
  readonly faultOf: () => CommitFault;
  /** Is shown what each member is answered. */
  readonly watch: RightsWatch;
  readonly epochs: EpochWatch;
  readonly reportFailure: (cause: unknown) => void;
  /** Another log than the product's, to prove that a broken one is found out. */
  readonly openLog?: ((database: SqliteDatabase) => SqliteLogStore) | undefined;
  /** Other grants than the store's, for the same purpose. */
  readonly grantsOf?: ((grants: readonly HeldGrant[]) => readonly HeldGrant[]) | undefined;
}

interface Running extends RouteParts {
  readonly process: Process;
  readonly faulty: FaultyDatabase;
  readonly store: SqliteLogStore;
  readonly members: SqlMemberStore;
  readonly connectionParts: ConnectionParts;
  /** Resets the connections of requests that are under way. */
  readonly underWay: Set<() => void>;
}

const MEMORY = '/dev/shm';
const TOKEN_MINUTES = 60;
const LIMITS = { maxUpdateBytes: 4_000_000, maxDocumentBytes: 32_000_000 };

export class Relay {
  readonly folder = mkdtempSync(join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'wspolnie-fuzz-'));
  readonly #options: RelayOptions;
  #running: Running | undefined;
  #backups = 0;

  constructor(options: RelayOptions) {
    this.#options = options;
  }

  get process(): Process | undefined {
    return this.#running?.process;
  }

  get isUp(): boolean {
    return this.#running?.process.isAlive === true;
  }

  /** The stores as they are now, for those who look from outside; `undefined` while it is down. */
  get stores(): Pick<Running, 'store' | 'members' | 'faulty'> | undefined {
    return this.isUp ? this.#running : undefined;
  }

  start(): void {
    if (this.isUp) return;
    const { loop } = this.#options;
    const process = new Process('server', loop);
    process.run(() => {
      this.#running = this.#open(process);
    });
  }

  /** Between two tasks: what is committed stays, everything else is gone. */
  kill(): void {
    this.#running?.process.kill();
  }

  /** Where what it keeps lies, without its backups and what a restore has put aside. */
  get dataFolder(): string {
    return join(this.folder, 'data');
  }

  /** A file to restore from. */
  backUp(): string {
    this.#backups += 1;
    const file = join(this.folder, `backup-${this.#backups}.sqlite`);
    const outcome = backUp(this.dataFolder, file);
    if (outcome.kind !== 'done') throw new Error(outcome.message);
    return file;
  }

  /** The server has to be down. */
  restore(file: string): void {
    const now = new Date(this.#options.loop.now);
    const outcome = restore({ dataFolder: this.dataFolder, file, acceptFaults: false, now });
    if (outcome.kind !== 'done') throw new Error(outcome.message);
  }

  async compact(document: DocumentName): Promise<void> {
    const store = this.stores?.store;
    if (store === undefined) return;
    const name = await standing(store, document);
    const { snapshot, rows, head } = await store.read(name, 0);
    if (head === 0) return;
    const updates = (snapshot ? [snapshot, ...rows] : rows).map(({ update }) => update);
    const result = compactUpdates({ updates });
    if (result.kind === 'failed') throw new Error(result.message);
    await store.compact(name, { seq: head, update: result.update });
  }

  accept(socket: FrameSocket): void {
    if (this.#running !== undefined) new Connection(socket, this.#running.connectionParts).start();
  }

  /** Rejects when the connection is lost before the answer. */
  answer(request: RelayRequest): Promise<RelayAnswer> {
    const running = this.#running;
    if (running === undefined || !running.process.isAlive) return Promise.reject(new Error('refused'));
    return new Promise((resolve, reject) => {
      const reset = (): void => reject(new Error('reset'));
      running.underWay.add(reset);
      running.process.loop.soon(() => {
        answerRequest(running, request)
          .catch((cause: unknown) => {
            if (cause instanceof StoreError) return refusal('storageFailed');
            this.#options.reportFailure(cause);
            return json(500, { kind: 'failed' });
          })
          .then((answer) => {
            running.underWay.delete(reset);
            if (running.process.isAlive) resolve(answer);
            else reset();
          })
          .catch(this.#options.reportFailure);
      }, running.process);
    });
  }

  /** Ends it for good and takes its folder away. */
  dispose(): void {
    this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  #open(process: Process): Running {
    const {
      loop,
      watch,
      epochs,
      grantsOf,
      openLog = (database) => new SqliteLogStore(database),
    } = this.#options;
    const inner = openSqliteDatabase(this.dataFolder);
    const faulty = new FaultyDatabase(inner, process);
    const { database } = faulty;
    const now = (): number => loop.now;
    const store = openLog(database);
    const fanout = new LocalFanout();
    const documents = new WatchedLog(store, fanout, watch, epochs);
    const sql = sqliteSql(database);
    const members = new SqlMemberStore(sql);
    watch.members = members;
    const connections = new Connections();
    const seenMembers = grantsOf === undefined ? members : new OtherGrants(sql, grantsOf);
    const rotating = { store, documents, members: seenMembers, limits: LIMITS, now };
    const exchange = new WatchedExchange(
      {
        store,
        documents,
        members: seenMembers,
        refused: new SqlRefusedStore(sql, 1_000_000),
        memberDocuments: new MemberDocuments(store, 1_000),
        limits: LIMITS,
        now,
        onStored: () => undefined,
        watch: { receipt: () => undefined, refused: () => undefined },
        reportFailure: () => undefined,
      },
      (member) => members.grants(member),
      watch,
    );
    const sessions = new Sessions(members, new MemoryChallenges(), TOKEN_MINUTES, now);
    const underWay = new Set<() => void>();
    process.whenKilled(() => {
      for (const reset of underWay) reset();
      // Not within a transaction that is just being killed.
      loop.machine(() => inner.close());
    });
    faulty.faultOf = this.#options.faultOf;
    const connectionParts: ConnectionParts = {
      sessions,
      exchange,
      fanout,
      connections,
      requests: new MemberRequests(Number.POSITIVE_INFINITY, now),
      limits: { signInSeconds: 10, maxSendBufferBytes: 262_144, slowReaderSeconds: 60 },
      incarnation: () => store.incarnation(),
      now,
      reportFailure: (cause) => {
        if (process.isAlive) this.#options.reportFailure(cause);
      },
      onRefused: () => undefined,
    };
    const membership = new Membership(members, connections, now);
    return {
      process,
      faulty,
      store,
      members,
      exchange,
      rotating,
      sessions,
      membership,
      connectionParts,
      underWay,
    };
  }
}
