// One world of the simulator: a relay, three to four devices, and what the run's seed lets go wrong in it. The steps and
// the judgement of a run are in modules of their own.

import { createHash } from 'node:crypto';
import { DOCUMENT_KINDS, type Right, type Role, rightOf } from '../../src/domain/access.ts';
import { asId, type MemberId } from '../../src/domain/ids.ts';
import { asInstant } from '../../src/domain/time.ts';
import { type DocumentName, parseDocumentName } from '../../src/schema/documentName.ts';
import type { DocumentChange } from '../../src/storage/ledger.ts';
import { StorageFailure } from '../../src/storage/storageFailure.ts';
import { StoreError } from '../../sync-server/stores/storeError.ts';
import { SyncFailure } from '../../src/sync/syncFailure.ts';
import { type Random, randomOf } from '../sync/random.ts';
import { Editing, PARTNERSHIP } from './editing.ts';
import { beginning, type Crew, type Sabotage, TROUBLES, type Trouble } from './cast.ts';
import { EpochWatch } from './epochWatch.ts';
import { RightsWatch } from './rightsWatch.ts';
import { Device, type Tab } from './world/device.ts';
import { seedEntropy } from './world/entropy.ts';
import { Line } from './world/line.ts';
import { Loop } from './world/loop.ts';
import { Relay } from './world/relay.ts';

const ROLES: readonly Role[] = ['librarian', 'facilitator', 'partner', 'coordinator'];
const BUGS: ReadonlySet<string> = new Set(['TypeError', 'RangeError', 'ReferenceError']);
/** Of a hundred transactions. */
const FAILING = 8;

export class Game {
  readonly loop = new Loop();
  readonly random: Random;
  readonly editing: Editing;
  readonly relay: Relay;
  readonly crew: Crew[] = [];
  readonly troubles: ReadonlySet<Trouble>;
  readonly violations: string[] = [];
  readonly counts: Record<string, number> = {};
  readonly rights: RightsWatch;
  readonly epochs: EpochWatch;
  readonly lines: string[] = [];
  /** Nothing goes wrong now: before the first step, and after the last. */
  isCalm = true;
  isDeviceFull = new Set<Device>();
  backup: string | undefined;
  restores = 0;
  readonly sabotage: Sabotage;
  readonly #hash = createHash('sha256');
  readonly #lingerMs: number;
  #joined = 0;

  constructor(seed: number, sabotage: Sabotage) {
    this.random = randomOf(seed);
    this.sabotage = sabotage;
    this.editing = new Editing(this.random);
    this.troubles = new Set(TROUBLES.filter(() => this.random.below(2) === 0));
    this.#lingerMs = this.random.pick([0, 60_000]);
    seedEntropy(this.loop, seed);
    this.rights = new RightsWatch((violation) => this.violate(violation));
    this.epochs = new EpochWatch((what) => this.count(what));
    this.relay = new Relay({
      loop: this.loop,
      epochs: this.epochs,
      faultOf: () => this.#commitFault(),
      watch: this.rights,
      reportFailure: (cause) => this.violate(`the server failed: ${String(cause)}`),
      openLog: sabotage.openLog,
      grantsOf: sabotage.grantsOf,
    });
  }

  get traceHash(): string {
    return this.#hash.copy().digest('hex');
  }

  trace(line: string): void {
    const told = `${this.loop.now} ${line}`;
    this.#hash.update(`${told}\n`);
    this.lines.push(told);
  }

  violate(violation: string): void {
    this.violations.push(violation);
    this.trace(`VIOLATION ${violation}`);
  }

  count(what: string, times = 1): void {
    this.counts[what] = (this.counts[what] ?? 0) + times;
  }

  /** What a device tells of itself: the disk and the line may fail, and nothing else. */
  report(from: string, failure: unknown): void {
    const isExpected = failure instanceof StorageFailure || failure instanceof SyncFailure;
    // A fault of ours may come in the clothes of the disk.
    const cause = failure instanceof StorageFailure ? failure.cause : undefined;
    if (!isExpected || (cause instanceof Error && BUGS.has(cause.name)))
      this.violate(`${from} failed: ${failure instanceof Error ? (failure.stack ?? '') : String(failure)}`);
  }

  async begin(): Promise<void> {
    this.relay.start();
    this.trace(`troubles: ${[...this.troubles].join(' ')}`);
    const first = await this.addDevice();
    const tab = first.device.openTab();
    await this.loop.until(
      tab.process.run(() => tab.ledger.write(beginning(this.editing))),
      10_000,
    );
    for (let more = 0; more < 2; more += 1) (await this.addDevice()).device.openTab();
    await this.loop.pass(3_000);
    this.isCalm = false;
    for (const { device } of this.crew) device.line.isReliable = !this.troubles.has('lineFaults');
  }

  /** A device that joins with the next role; the first ones before anything goes wrong. */
  async addDevice(): Promise<Crew> {
    const role = ROLES[this.#joined] ?? 'librarian';
    this.#joined += 1;
    const name = `${role}-${this.#joined}`;
    const line = new Line(this.relay, this.random);
    line.isReliable = true;
    const device = new Device({
      name,
      loop: this.loop,
      random: this.random,
      line,
      lingerMs: this.#lingerMs,
      reportFailure: (from, failure) => this.report(from, failure),
      replicasOf: this.sabotage.replicasOf,
    });
    const member = { id: asId<MemberId>(`member-${this.#joined}`), name };
    line.onServerFrame = (bytes) => this.rights.judgeFrame(member.id, bytes);
    const crew: Crew = { device, member, role, id: undefined, publicKey: '' };
    this.crew.push(crew);
    const joining = device.join(member, [{ scope: PARTNERSHIP, role }], async (id, publicKey) => {
      crew.id = id;
      crew.publicKey = publicKey;
      await this.enrolUnlessDown(crew);
    });
    await this.loop.until(joining, 60_000);
    line.isReliable = this.isCalm || !this.troubles.has('lineFaults');
    device.disk.faultOf = () => this.#diskFault(device);
    return crew;
  }

  /** Lets the member in, or in again, with the role that they have now. */
  async enrol(crew: Crew): Promise<void> {
    const members = this.relay.stores?.members;
    if (members === undefined || crew.id === undefined) return;
    const grant = { scope: PARTNERSHIP, role: crew.role };
    this.count('joins');
    const known = await members.device(crew.id);
    const inviter = this.crew[0]?.id;
    await members.join({
      invitation:
        inviter === undefined || inviter === crew.id
          ? { kind: 'first' }
          : {
              kind: 'signed',
              record: {
                id: `invitation-${this.editing.number()}`,
                inviter,
                grant,
                title: '',
                issuedAt: asInstant(0),
                expiresAt: asInstant(Number.MAX_SAFE_INTEGER),
                uses: 1,
                text: '',
              },
            },
      device: { id: crew.id, publicKey: crew.publicKey, name: crew.device.name },
      owner:
        known === undefined
          ? { kind: 'new', member: crew.member }
          : { kind: 'known', member: crew.member.id },
      grant,
      founder: undefined,
      at: asInstant(this.loop.now),
    });
  }

  /** Writes as a screen does; what it is told goes into the truth. */
  write(
    tab: Tab,
    what: string,
    changes: readonly DocumentChange[],
    made: readonly { hasTick: boolean }[],
  ): void {
    tab.process
      .run(() => tab.ledger.write(changes))
      .then(() => {
        if (!tab.process.isAlive) return;
        for (const write of made) Object.assign(write, { hasTick: true });
        this.count('ticks');
        this.trace(`  one tick: ${what}`);
      })
      .catch((cause: unknown) => {
        if (!tab.process.isAlive) return;
        this.count('notStored');
        this.trace(`  not stored: ${what}`);
        if (!(cause instanceof StorageFailure)) this.violate(`${what}: ${String(cause)}`);
        else if (made.length > 0 && tab.ledger.status.getState().kind === 'ok')
          this.violate(`[G10] ${what} was begun and not stored, and the status says nothing of it`);
      });
  }

  /** What the member of a device may do now by the server's grants. */
  async rightOn(crew: Crew, name: DocumentName): Promise<Right> {
    const grants = (await this.relay.stores?.members.grants(crew.member.id)) ?? [];
    return this.rights.rightIn(grants, name);
  }

  /** Kinds of documents that somebody of this role has on the screen to write in. */
  writableKinds(role: Role) {
    return DOCUMENT_KINDS.filter((kind) => rightOf(role, kind) === 'write' && kind !== 'support');
  }

  /** A failure that a server in the middle of being killed explains is none. */
  violateUnlessDown(cause: unknown): void {
    if (this.relay.isUp && !(cause instanceof StoreError)) this.violate(String(cause));
  }

  async startServer(): Promise<void> {
    if (this.relay.isUp) return;
    await this.loop.quiet();
    this.relay.start();
    this.trace('  server up');
  }

  /** The day before comes back; who joined since is let in again. */
  async restore(file: string): Promise<void> {
    this.relay.kill();
    await this.loop.quiet();
    this.relay.restore(file);
    this.relay.start();
    this.restores += 1;
    this.epochs.restored();
    this.count('restores');
    await this.enrolUnknown();
  }

  async enrolUnknown(): Promise<void> {
    const members = this.relay.stores?.members;
    for (const crew of this.crew) {
      if (members === undefined || crew.id === undefined) continue;
      if ((await members.device(crew.id)) === undefined) await this.enrolUnlessDown(crew);
    }
  }

  async enrolUnlessDown(crew: Crew): Promise<void> {
    await this.enrol(crew).catch((cause: unknown) => this.violateUnlessDown(cause));
  }

  /** Lines, disks and machines work from now on, and time passes. */
  async heal(): Promise<void> {
    this.isCalm = true;
    this.loop.disarm();
    this.isDeviceFull.clear();
    await this.startServer();
    this.relay.stores?.faulty.fill(false);
    await this.enrolUnknown();
    for (const { device } of this.crew) {
      device.line.isReliable = true;
      device.line.areSocketsBlocked = false;
      device.line.set('up');
      if (device.tabs.length === 0) device.openTab();
      for (const tab of device.tabs) tab.wake();
    }
    await this.loop.pass(65_000);
  }

  dispose(): void {
    this.relay.dispose();
    for (const { device } of this.crew) device.forget();
  }

  #commitFault() {
    if (this.isCalm || !this.troubles.has('killedAtCommit')) return 'none';
    if (this.random.below(100) >= FAILING) return 'none';
    const fault = this.random.pick(['killedBefore', 'killedAfter', 'failed'] as const);
    this.count(fault);
    if (fault !== 'failed') this.count('crashes');
    this.trace(`  server ${fault}`);
    return fault;
  }

  #diskFault(device: Device) {
    if (this.isCalm) return undefined;
    if (this.isDeviceFull.has(device))
      return { kind: 'QuotaExceededError', after: this.random.below(3) } as const;
    if (!this.troubles.has('deviceFails') || this.random.below(100) >= FAILING) return undefined;
    this.count('failedTransactions');
    return { kind: 'UnknownError', after: this.random.below(12) } as const;
  }
}

export function kindOf(name: DocumentName) {
  return parseDocumentName(name)?.kind;
}
