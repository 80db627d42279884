import 'fake-indexeddb/auto';
import * as Y from 'yjs';
import { describe, expect, it } from 'vitest';
import { addPersons } from '../../src/documents/registerCommands.ts';
import { asId, type PersonId } from '../../src/domain/ids.ts';
import { asInstant } from '../../src/domain/time.ts';
import { type DocumentName, documentName } from '../../src/schema/documentName.ts';
import type { SyncRequest } from '../../src/schema/wire.ts';
import { exchange, type ExchangeOptions, type Selection } from '../../src/sync/exchange.ts';
import { SyncFailure } from '../../src/sync/syncFailure.ts';
import { freshName, mark, openTab, person, REGISTER, type TestTab } from '../storage/testLedger.ts';
import { MemoryRelay } from './memoryRelay.ts';

const OTHER = documentName('register', 'nowe-pole');

function run(
  tab: TestTab,
  relay: MemoryRelay,
  options: Partial<ExchangeOptions> = {},
  what: Selection = 'all',
) {
  const send = async (request: SyncRequest) => relay.answer(request);
  const reportFailure = (failure: unknown): void => {
    tab.failures.push(failure);
  };
  return exchange({ replicas: tab.ledger.replicas, send, reportFailure, ...options }, what);
}

function personIn(name: DocumentName, id: string) {
  const record = {
    id: asId<PersonId>(id),
    name: id,
    createdAt: asInstant(1),
    phone: '',
    email: '',
    representation: undefined,
  };
  return { name, run: (doc: Y.Doc) => addPersons(doc, [record]) };
}

async function unsentPersons(tab: TestTab): Promise<readonly string[]> {
  return (await tab.db.persons.where('unsent').equals(1).toArray()).map((row) => row.key).toSorted();
}

describe('an exchange', () => {
  it('[G4] brings what was written on one device to another in one request each', async () => {
    const relay = new MemoryRelay();
    const [tablet, phone] = [openTab(freshName()), openTab(freshName())];
    await tablet.ledger.write([person('anna', 'Anna'), mark('anna', 'present')]);
    await tablet.ledger.write([personIn(OTHER, 'olga')]);
    expect(await run(tablet, relay)).toEqual({
      acknowledged: 2,
      received: 0,
      refused: [],
      failed: undefined,
    });
    expect(relay.requests).toBe(1);
    expect(await unsentPersons(tablet)).toEqual([]);

    await phone.ledger.replicas.follow([REGISTER, OTHER]);
    expect(await run(phone, relay)).toMatchObject({ acknowledged: 0, received: 2 });
    expect((await phone.db.persons.toArray()).map((row) => row.key).toSorted()).toEqual(['anna', 'olga']);
    expect((await phone.db.attendance.toArray()).map((row) => row.presence)).toEqual(['present']);
  });

  it('[G5] repeated, appends nothing to the log and nothing to the journal', async () => {
    const relay = new MemoryRelay();
    const tablet = openTab(freshName());
    await tablet.ledger.write([person('anna', 'Anna')]);
    await run(tablet, relay);
    const [log, journal] = [relay.log(REGISTER).length, await tablet.db.journal.count()];
    await run(tablet, relay);
    await run(tablet, relay);
    expect([relay.log(REGISTER).length, await tablet.db.journal.count()]).toEqual([log, journal]);
  });

  it('[G10] gives no second tick when the answer was lost, and gives it when the same is sent again', async () => {
    const relay = new MemoryRelay();
    const tablet = openTab(freshName());
    await tablet.ledger.write([person('anna', 'Anna')]);
    const cut = async (request: SyncRequest) => {
      relay.answer(request);
      throw new SyncFailure('unreachable');
    };
    await expect(run(tablet, relay, { send: cut })).rejects.toThrow(SyncFailure);
    expect(await unsentPersons(tablet)).toEqual(['anna']);
    expect(relay.log(REGISTER)).toHaveLength(1);
    await run(tablet, relay);
    expect(await unsentPersons(tablet)).toEqual([]);
    expect(relay.log(REGISTER)).toHaveLength(1);
  });

  it('[G2] sends everything again to a server that was restored from a backup', async () => {
    const relay = new MemoryRelay();
    const tablet = openTab(freshName());
    await tablet.ledger.write([person('anna', 'Anna')]);
    await run(tablet, relay);
    const restore = relay.backup();
    await tablet.ledger.write([person('bogdan', 'Bogdan')]);
    await run(tablet, relay);
    expect(await unsentPersons(tablet)).toEqual([]);

    restore();
    const outcome = await run(tablet, relay);
    expect(outcome).toMatchObject({ acknowledged: 1, failed: undefined });
    expect([...relay.content(REGISTER).getMap('persons').keys()].toSorted()).toEqual(['anna', 'bogdan']);
    expect(await unsentPersons(tablet)).toEqual([]);
    expect(await tablet.ledger.replicas.incarnation()).toBe('first+');
  });

  it('gives up on a server whose incarnation changes with every answer', async () => {
    const relay = new MemoryRelay();
    const tablet = openTab(freshName());
    await tablet.ledger.write([person('anna', 'Anna')]);
    await run(tablet, relay);
    const send = async (request: SyncRequest) => {
      relay.incarnation += '+';
      return relay.answer(request);
    };
    await expect(run(tablet, relay, { send })).rejects.toMatchObject({ reason: 'serverFailed' });
  });

  it('[G6] keeps refused work aside with its reason, and other documents go on', async () => {
    const relay = new MemoryRelay();
    const tablet = openTab(freshName());
    await tablet.ledger.write([person('anna', 'Anna')]);
    await tablet.ledger.write([personIn(OTHER, 'olga')]);
    relay.refusals.set(REGISTER, 'tooLarge');
    const outcome = await run(tablet, relay);
    expect(outcome).toMatchObject({ acknowledged: 1, refused: [{ name: REGISTER, reason: 'tooLarge' }] });
    expect(await unsentPersons(tablet)).toEqual(['anna']);
    const [kept] = await tablet.db.refused.toArray();
    expect(kept).toMatchObject({ doc: REGISTER, reason: 'tooLarge' });
    const doc = new Y.Doc();
    Y.applyUpdateV2(doc, kept?.update ?? new Uint8Array());
    expect(doc.getMap('persons').has('anna')).toBe(true);

    relay.refusals.clear();
    await run(tablet, relay);
    expect(await unsentPersons(tablet)).toEqual([]);
  });

  it('[G6] goes on reading a document that may not be written', async () => {
    const relay = new MemoryRelay();
    const [tablet, phone] = [openTab(freshName()), openTab(freshName())];
    await tablet.ledger.write([person('anna', 'Anna')]);
    await run(tablet, relay);
    await phone.ledger.write([person('piotr', 'Piotr')]);
    relay.refusals.set(REGISTER, 'readOnly');
    const outcome = await run(phone, relay);
    expect(outcome).toMatchObject({ acknowledged: 0, received: 1, refused: [{ reason: 'readOnly' }] });
    expect((await phone.db.persons.toArray()).map((row) => row.key).toSorted()).toEqual(['anna', 'piotr']);
    expect(await unsentPersons(phone)).toEqual(['piotr']);
  });

  it('counts a full disk of the server as a failure that passes, and keeps nothing aside', async () => {
    const relay = new MemoryRelay();
    const tablet = openTab(freshName());
    await tablet.ledger.write([person('anna', 'Anna')]);
    relay.refusals.set(REGISTER, 'storageFailed');
    expect((await run(tablet, relay)).failed).toEqual({ documents: 1, reason: 'storageFailed' });
    expect(await tablet.db.refused.count()).toBe(0);
    expect(await unsentPersons(tablet)).toEqual(['anna']);
  });

  it('leaves the cursor where it was when the device could not store what came', async () => {
    const relay = new MemoryRelay();
    const [tablet, phone] = [openTab(freshName()), openTab(freshName())];
    await tablet.ledger.write([person('anna', 'Anna')]);
    await run(tablet, relay);
    await phone.ledger.replicas.follow([REGISTER]);
    const fail = (): never => {
      throw new DOMException('no space', 'QuotaExceededError');
    };
    phone.db.journal.hook('creating', fail);
    expect((await run(phone, relay)).failed?.reason).toBe('deviceStorage');
    expect((await phone.db.documents.get(REGISTER))?.cursor).toBe(0);
    phone.db.journal.hook('creating').unsubscribe(fail);
    await phone.ledger.retry();
    expect((await run(phone, relay)).failed).toBeUndefined();
    expect((await phone.db.persons.toArray()).map((row) => row.key)).toEqual(['anna']);
  });

  it('splits what waits into requests of bounded size, and keeps what got through when a later one fails', async () => {
    const relay = new MemoryRelay();
    const tablet = openTab(freshName());
    const names = ['a', 'b', 'c', 'd'].map((id) => documentName('register', id));
    for (const name of names)
      await tablet.ledger.write([personIn(name, `person-${name.slice(9, 10)}-${'x'.repeat(20)}`)]);
    let requests = 0;
    const send = async (request: SyncRequest) => {
      requests += 1;
      expect(request.documents.length).toBeLessThanOrEqual(2);
      if (requests === 2) throw new SyncFailure('timeout');
      return relay.answer(request);
    };
    const one = await tablet.ledger.replicas.outgoing(names[0] ?? REGISTER);
    const maxBytes = 2 * (one.update.length + one.stateVector.length) + 4;
    await expect(run(tablet, relay, { send, maxBytes })).rejects.toMatchObject({ reason: 'timeout' });
    expect(await unsentPersons(tablet)).toHaveLength(2);
    expect(await run(tablet, relay, { send, maxBytes }, 'waiting')).toMatchObject({ acknowledged: 2 });
    expect(await unsentPersons(tablet)).toEqual([]);
  });

  it('[G5] sends what is too large for one request in parts, and none of them twice when the line breaks between', async () => {
    const relay = new MemoryRelay();
    const tablet = openTab(freshName());
    const people = Array.from({ length: 200 }, (_, index) =>
      person(`p${index}`, `Osoba ${index} `.repeat(5)),
    );
    await tablet.ledger.write(people);
    const whole = (await tablet.ledger.replicas.outgoing(REGISTER)).update.length;
    let [sent, requests] = [0, 0];
    const send = async (request: SyncRequest) => {
      requests += 1;
      if (requests === 4) throw new SyncFailure('unreachable');
      sent += request.documents.reduce((sum, { update }) => sum + update.length, 0);
      return relay.answer(request);
    };
    const maxBytes = 3_000;
    await expect(run(tablet, relay, { send, maxBytes })).rejects.toMatchObject({ reason: 'unreachable' });
    expect((await unsentPersons(tablet)).length).toBeGreaterThan(50);
    const outcome = await run(tablet, relay, { send, maxBytes });
    expect(outcome).toMatchObject({ acknowledged: 1, failed: undefined });
    expect(await unsentPersons(tablet)).toEqual([]);
    expect(relay.content(REGISTER).getMap('persons').size).toBe(200);
    expect(requests).toBeGreaterThan(5);
    expect(sent).toBeLessThan(whole + requests * 150);
  });

  it('names nothing where nothing waits, and takes in what moved, in one request', async () => {
    const relay = new MemoryRelay();
    const [tablet, phone] = [openTab(freshName()), openTab(freshName())];
    relay.granted = [OTHER, REGISTER];
    const following = { list: async () => relay.granted, renew: async () => undefined };
    for (const each of [tablet, phone]) await each.ledger.replicas.follow(relay.granted);
    await tablet.ledger.write([person('anna', 'Anna')]);
    await run(tablet, relay, { following });
    const named: number[] = [];
    const send = async (request: SyncRequest) => {
      named.push(request.documents.length);
      return relay.answer(request);
    };
    const held = new Map<DocumentName, number>();
    const onHeld = (name: DocumentName, cursor: number) => held.set(name, cursor);
    expect(await run(phone, relay, { following, send, onHeld })).toMatchObject({ received: 1 });
    expect(await run(phone, relay, { following, send })).toMatchObject({ received: 0 });
    expect(named).toEqual([0, 0]);
    expect((await phone.db.persons.toArray()).map((row) => row.key)).toEqual(['anna']);
    expect(held).toEqual(
      new Map([
        [REGISTER, 1],
        [OTHER, 0],
      ]),
    );
  });

  it('[G7] fetches its grants anew when the server has another list, and goes by name that once', async () => {
    const relay = new MemoryRelay();
    const tablet = openTab(freshName());
    await tablet.ledger.write([person('anna', 'Anna')]);
    await run(tablet, relay);
    await tablet.ledger.replicas.follow([OTHER]);
    relay.refusals.set(OTHER, 'revoked');
    relay.granted = [REGISTER];
    let list: readonly DocumentName[] = [OTHER, REGISTER];
    const following = {
      list: async () => list,
      renew: async () => {
        list = relay.granted;
      },
    };
    relay.requests = 0;
    const refused = [{ name: OTHER, reason: 'revoked' }];
    expect(await run(tablet, relay, { following })).toMatchObject({ refused, failed: undefined });
    expect(relay.requests).toBe(2);
    expect(await run(tablet, relay, { following })).toMatchObject({ refused, failed: undefined });
    expect(relay.requests).toBe(3);
  });

  it('does not ask for ever a server that promises more and brings nothing', async () => {
    const relay = new MemoryRelay();
    const tablet = openTab(freshName());
    await tablet.ledger.replicas.follow([REGISTER]);
    const send = async (request: SyncRequest) => {
      const response = relay.answer(request);
      const documents = response.documents.map((each) => ({ ...each, completeness: 'more' }) as const);
      return { ...response, documents };
    };
    expect((await run(tablet, relay, { send })).failed?.reason).toBe('serverFailed');
    expect(relay.requests).toBe(1);
  });

  it('reads a document that is held back without sending it', async () => {
    const relay = new MemoryRelay();
    const tablet = openTab(freshName());
    await tablet.ledger.write([person('anna', 'Anna')]);
    const outcome = await run(tablet, relay, { isHeldBack: () => true });
    expect(outcome.acknowledged).toBe(0);
    expect(relay.log(REGISTER)).toEqual([]);
    expect(await unsentPersons(tablet)).toEqual(['anna']);
  });

  it('never sends the example', async () => {
    const relay = new MemoryRelay();
    const tablet = openTab(freshName());
    const example = documentName('register', 'example-1');
    await tablet.ledger.write([personIn(example, 'ewa')]);
    await run(tablet, relay);
    expect(relay.log(example)).toEqual([]);
  });
});
