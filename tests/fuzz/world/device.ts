// A device of a simulated world: its disk, what its tabs share, its line and its clock; tabs with the product's own ledger,
// identity and exchange, opened, closed and killed one by one.

import type { DeviceId, MemberId } from '../../../src/domain/ids.ts';
import { planEngine } from '../../../src/documents/planEngine.ts';
import { asInstant, type Instant } from '../../../src/domain/time.ts';
import type { Grant } from '../../../src/schema/session.ts';
import { DeviceDatabase } from '../../../src/storage/database.ts';
import { DATABASE, DOCUMENT_DATABASES } from '../../../src/storage/databaseNames.ts';
import { yIndexedDbStore } from '../../../src/storage/documentStore.ts';
import { type LedgerEngine, openLedger } from '../../../src/storage/ledgerEngine.ts';
import type { ReplicaStore } from '../../../src/storage/replicaStore.ts';
import { openDeviceKey } from '../../../src/sync/deviceKey.ts';
import type { SyncEnvironment } from '../../../src/sync/environment.ts';
import type { Http } from '../../../src/sync/http.ts';
import { createIdentity, type Identity } from '../../../src/sync/identity.ts';
import { keepMembership } from '../../../src/sync/membership.ts';
import { startSync, type SyncControl } from '../../../src/sync/startSync.ts';
import { type SendResult, visitOnce } from '../../../src/sync/visit.ts';
import type { Random } from '../../sync/random.ts';
import { ChannelBus, channelPlaces } from './channels.ts';
import { Disk, diskPlaces } from './disk.ts';
import type { Line } from './line.ts';
import { LockBook } from './locks.ts';
import type { Loop } from './loop.ts';
import { nameIn } from './place.ts';
import { Process } from './process.ts';

export interface Tab {
  readonly process: Process;
  readonly db: DeviceDatabase;
  readonly ledger: LedgerEngine;
  readonly identity: Identity;
  readonly sync: SyncControl;
  readonly http: Http;
  /** As when the person looks at it again. */
  readonly wake: () => void;
}

export interface DeviceOptions {
  readonly name: string;
  readonly loop: Loop;
  readonly random: Random;
  readonly line: Line;
  readonly lingerMs: number;
  readonly reportFailure: (device: string, failure: unknown) => void;
  /** Another ledger's side of the exchange than the product's, to prove that a broken one is found out. */
  readonly replicasOf?: ((replicas: ReplicaStore) => ReplicaStore) | undefined;
}

export interface Member {
  readonly id: MemberId;
  readonly name: string;
}

const ORIGIN = 'https://wspolnie.example';

let devices = 0;

export class Device {
  readonly name: string;
  readonly line: Line;
  readonly disk = new Disk();
  /** By how much its clock is ahead, in milliseconds. */
  skew = 0;
  tabs: Tab[] = [];
  readonly #options: DeviceOptions;
  readonly #bus = new ChannelBus();
  readonly #locks = new LockBook();
  readonly #key: string;
  readonly #keys = new Set<string>();
  #opened = 0;

  constructor(options: DeviceOptions) {
    this.#options = options;
    this.name = options.name;
    this.line = options.line;
    devices += 1;
    this.#key = `device-${devices}`;
  }

  readonly now = (): Instant => asInstant(this.#options.loop.now + this.skew);

  /** Makes the key of a device that has not begun yet, and lets it in by `enrol`. */
  async join(
    member: Member,
    grants: readonly Grant[],
    enrol: (id: DeviceId, publicKey: string) => Promise<void>,
  ): Promise<void> {
    const process = this.#newProcess();
    await process.run(async () => {
      const db = new DeviceDatabase(nameIn(process.name, DATABASE));
      const { device, publicKey } = await openDeviceKey(db);
      await keepMembership(db, { member, grants });
      db.close();
      await this.#options.loop.world.run(() => enrol(device, publicKey));
    });
    process.kill();
  }

  openTab(): Tab {
    const process = this.#newProcess();
    const tab = process.run(() => this.#build(process));
    this.tabs.push(tab);
    return tab;
  }

  killTab(tab: Tab): void {
    tab.process.kill();
    this.tabs = this.tabs.filter((other) => other !== tab);
  }

  /** In order, as a browser does that has the time for it. */
  async closeTab(tab: Tab): Promise<void> {
    this.tabs = this.tabs.filter((other) => other !== tab);
    await tab.process.run(async () => {
      tab.sync.dispose();
      await tab.ledger.dispose();
    });
    tab.process.kill();
  }

  kill(): void {
    for (const tab of this.tabs) this.killTab(tab);
  }

  /** A visit of the service worker, which the browser ends when it is done. */
  async visitFromWorker(): Promise<SendResult> {
    const process = this.#newProcess();
    const result = await process.run(async () => {
      const { db, ledger, environment } = this.#parts(process);
      const sent = await visitOnce({
        db,
        replicas: ledger.replicas,
        http: { origin: ORIGIN, fetch: environment.fetch, timers: environment.timers },
        now: this.now,
        reportFailure: (failure) => this.#report(process, failure),
      });
      await ledger.dispose();
      return sent;
    });
    process.kill();
    return result;
  }

  /** Nothing in this world finds it any more. */
  forget(): void {
    this.kill();
    for (const key of this.#keys) {
      diskPlaces.remove(key);
      channelPlaces.remove(key);
    }
  }

  #newProcess(): Process {
    this.#opened += 1;
    const key = `${this.#key}.${this.#opened}`;
    const process = new Process(key, this.#options.loop);
    diskPlaces.add(key, { process, shared: this.disk });
    channelPlaces.add(key, { process, shared: this.#bus });
    this.#keys.add(key);
    return process;
  }

  #build(process: Process): Tab {
    const { db, ledger, environment, wakes } = this.#parts(process);
    const http = { origin: ORIGIN, fetch: environment.fetch, timers: environment.timers };
    const identity = createIdentity({ db, http, now: this.now });
    const sync = startSync({
      replicas: ledger.replicas,
      db,
      identity,
      now: this.now,
      origin: ORIGIN,
      reportFailure: (failure) => this.#report(process, failure),
      environment,
    });
    return {
      process,
      db,
      ledger,
      identity,
      sync,
      http,
      wake: () => process.run(() => wakes.forEach((wake) => wake())),
    };
  }

  #parts(process: Process) {
    const { loop, random, lingerMs, replicasOf = (replicas) => replicas } = this.#options;
    const db = new DeviceDatabase(nameIn(process.name, DATABASE));
    const engine = openLedger({
      db,
      store: yIndexedDbStore(nameIn(process.name, DOCUMENT_DATABASES)),
      planEngine: async () => planEngine,
      now: this.now,
      hasServer: () => Promise.resolve(true),
      reportFailure: (failure) => this.#report(process, failure),
      lingerMs,
    });
    const ledger = { ...engine, replicas: replicasOf(engine.replicas) };
    const wakes = new Set<() => void>();
    const environment: SyncEnvironment = {
      fetch: this.line.fetch,
      openSocket: this.line.openSocket,
      timers: { after: (milliseconds, run) => loop.after(milliseconds, run, process) },
      random: random.next,
      locks: this.#locks.of(process),
      openTabPort: (name, onMessage) => {
        const joined = this.#bus.join(name.slice(name.indexOf('/')), process, onMessage);
        return { post: joined.post, close: joined.close };
      },
      isVisible: () => true,
      onWake: (listener) => {
        wakes.add(listener);
        return () => wakes.delete(listener);
      },
    };
    return { db, ledger, environment, wakes };
  }

  #report(process: Process, failure: unknown): void {
    if (process.isAlive) this.#options.reportFailure(this.name, failure);
  }
}
