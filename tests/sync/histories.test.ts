import 'fake-indexeddb/auto';
import * as Y from 'yjs';
import { describe, expect, it } from 'vitest';
import { editPerson } from '../../src/documents/registerCommands.ts';
import { asId, type PersonId } from '../../src/domain/ids.ts';
import { asInstant } from '../../src/domain/time.ts';
import type { SyncRequest, SyncResponse } from '../../src/schema/wire.ts';
import { type ChangedFrame, createExchanger, type Exchanger } from '../../src/sync/exchanger.ts';
import { SyncFailure } from '../../src/sync/syncFailure.ts';
import { freshName, mark, openTab, person, REGISTER, type TestTab } from '../storage/testLedger.ts';
import { MemoryRelay } from './memoryRelay.ts';
import { type Random, randomOf } from './random.ts';

const FAULTS = [
  'none',
  'none',
  'requestLost',
  'answerLost',
  'sentTwice',
  'killedBefore',
  'killedAfter',
] as const;
const DEVICES = 3;
const STEPS = 45;
const ROOTS = ['persons', 'contacts', 'attendance'] as const;

/** A device that may be killed at any point: the ledger and the exchange as in the app, a network of the test's. */
class Device {
  readonly #name = freshName();
  readonly #relay: MemoryRelay;
  readonly #random: Random;
  tab: TestTab;
  #exchanger: Exchanger;
  /** Live changes on their way; some get lost, some change places. */
  inbox: ChangedFrame[] = [];
  isReliable = false;
  people: string[] = [];

  constructor(relay: MemoryRelay, random: Random) {
    this.#relay = relay;
    this.#random = random;
    this.tab = openTab(this.#name, { hasServer: true });
    this.#exchanger = this.#createExchanger();
  }

  #createExchanger(): Exchanger {
    const { replicas } = this.tab.ledger;
    return createExchanger({
      replicas,
      now: () => asInstant(1_000),
      dispatch: () => undefined,
      onGap: () => undefined,
      // By position alone, and by name where something waits, as in the app.
      following: { list: async () => this.#relay.granted, renew: async () => undefined },
      reportFailure: (failure) => this.tab.failures.push(failure),
      send: (request) => this.#send(request),
    });
  }

  async #send(request: SyncRequest): Promise<SyncResponse> {
    const fault = this.isReliable ? 'none' : this.#random.pick(FAULTS);
    if (fault === 'requestLost') throw new SyncFailure('unreachable');
    if (fault === 'killedBefore') return this.#die();
    if (fault === 'sentTwice') this.#relay.answer(request);
    const response = this.#relay.answer(request);
    if (fault === 'answerLost') throw new SyncFailure('unreachable');
    if (fault === 'killedAfter') return this.#die();
    return response;
  }

  /** The tab is gone in the middle of the exchange; a new one opens the same database. */
  #die(): never {
    this.tab.kill();
    this.tab = openTab(this.#name, { hasServer: true });
    this.#exchanger = this.#createExchanger();
    this.inbox = [];
    throw new SyncFailure('unreachable');
  }

  reconnect(): void {
    this.inbox = [];
    this.#exchanger.startOver();
  }

  async exchange(): Promise<void> {
    try {
      await this.#exchanger.run('all');
    } catch (failure) {
      if (!(failure instanceof SyncFailure)) throw failure;
    }
  }

  async takeLive(): Promise<void> {
    for (let frame = this.inbox.shift(); frame; frame = this.inbox.shift())
      this.#exchanger.takeChanged(frame);
    // Taken in before anything that is asked for later.
    await this.#exchanger.run(new Set());
  }

  async edit(step: number, random: Random): Promise<void> {
    const id = random.pick([...this.people, 'anna', 'bogdan', 'celina']);
    switch (random.below(4)) {
      case 0: {
        const fresh = `person-${step}-${random.below(1_000_000)}`;
        this.people.push(fresh);
        return this.tab.ledger.write([person(fresh, `Osoba ${step}`)]);
      }
      case 1:
        return this.tab.ledger.write([mark(id, random.pick(['present', 'excused', 'unmarked']), step)]);
      case 2:
        return this.tab.ledger.write([
          {
            name: REGISTER,
            run: (doc) =>
              editPerson(doc, asId<PersonId>(id), { name: `Zmiana ${step}`, isHidden: step % 2 === 0 }),
          },
        ]);
      default:
        // A deletion alone, which no state vector shows.
        return this.tab.ledger.write([
          {
            name: REGISTER,
            run: (doc) => doc.transact(() => doc.getMap('attendance').delete(`meeting-1.${id}`)),
          },
        ]);
    }
  }

  async content(): Promise<Y.Doc> {
    const open = await this.tab.ledger.open(REGISTER);
    const copy = new Y.Doc();
    Y.applyUpdateV2(copy, Y.encodeStateAsUpdateV2(open.doc));
    open.release();
    return copy;
  }
}

function contentOf(doc: Y.Doc): unknown {
  return Object.fromEntries(ROOTS.map((root) => [root, doc.getMap(root).toJSON()]));
}

/** [G2] [G3] [G10] Nothing shows two ticks that the server's log does not hold, once the device has met this server. */
async function expectTrueTicks(device: Device, relay: MemoryRelay): Promise<void> {
  if ((await device.tab.ledger.replicas.incarnation()) !== relay.incarnation) return;
  const held = relay.content(REGISTER).getMap('persons');
  const settled = await device.tab.db.persons.where('unsent').equals(0).toArray();
  expect(settled.map((row) => row.key).filter((key) => !held.has(key))).toEqual([]);
}

async function play(seed: number): Promise<void> {
  const random = randomOf(seed);
  const relay = new MemoryRelay();
  relay.granted = [REGISTER];
  const devices = Array.from({ length: DEVICES }, () => new Device(relay, random));
  relay.onStored = (frame) => {
    for (const device of devices) if (random.below(3) > 0) device.inbox.push(frame);
  };
  let restore = relay.backup();
  for (const device of devices) await device.tab.ledger.replicas.follow([REGISTER]);

  for (let step = 0; step < STEPS; step += 1) {
    const device = random.pick(devices);
    switch (random.below(8)) {
      case 0:
      case 1:
      case 2:
        await device.edit(step, random);
        break;
      case 3:
        if (random.below(2) === 0) device.inbox.reverse();
        await device.takeLive();
        break;
      case 4:
        if (random.below(4) === 0) restore = relay.backup();
        else if (random.below(3) === 0) {
          // A restored server is a new process: what was on its sockets is gone with them.
          restore();
          for (const each of devices) each.reconnect();
        }
        break;
      default:
        await device.exchange();
    }
    await expectTrueTicks(device, relay);
  }

  for (const device of devices) device.isReliable = true;
  for (const device of [...devices, ...devices]) await device.exchange();
  const contents = await Promise.all(devices.map(async (device) => contentOf(await device.content())));
  const served = contentOf(relay.content(REGISTER));
  for (const content of contents) expect(content).toEqual(served);
  for (const device of devices) {
    expect((await device.tab.db.documents.get(REGISTER))?.unsent).toBe(0);
    expect(await device.tab.db.persons.where('unsent').equals(1).count()).toBe(0);
    // [G3] What was written anywhere and stored once is everywhere, whatever was cut in between.
    const present = (await device.content()).getMap('persons');
    const written = devices.flatMap((each) => each.people);
    expect(written.filter((id) => !present.has(id))).toEqual([]);
    expect(device.tab.failures).toEqual([]);
    await device.tab.ledger.dispose();
  }
}

const random = Math.floor(Math.random() * 1_000_000);

describe('histories of three devices with a network that loses, repeats and reorders, and tabs that are killed', () => {
  it.each([...Array.from({ length: 20 }, (_, index) => index + 1), random])(
    '[G3] [G4] [G5] end equal, seed %i',
    play,
    20_000,
  );
});
