import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { asInstant } from '../../src/domain/time.ts';
import { type DocumentName, documentName } from '../../src/schema/documentName.ts';
import { MAX_REQUEST_BYTES } from '../../src/sync/exchange.ts';
import { createExchanger } from '../../src/sync/exchanger.ts';
import type { SyncEvent } from '../../src/sync/status.ts';
import { SyncFailure } from '../../src/sync/syncFailure.ts';
import { freshName, openTab, person, REGISTER } from '../storage/testLedger.ts';
import { MemoryRelay } from './memoryRelay.ts';

function setUp() {
  const relay = new MemoryRelay();
  const tab = openTab(freshName());
  const gaps: DocumentName[] = [];
  const events: SyncEvent[] = [];
  let beforeAnswer = async (): Promise<void> => undefined;
  const exchanger = createExchanger({
    replicas: tab.ledger.replicas,
    send: async (request) => {
      await beforeAnswer();
      return relay.answer(request);
    },
    now: () => asInstant(1_000),
    dispatch: (event) => events.push(event),
    onGap: (name) => gaps.push(name),
    reportFailure: (failure) => tab.failures.push(failure),
  });
  return { relay, tab, gaps, events, exchanger, before: (run: () => Promise<void>) => (beforeAnswer = run) };
}

describe('the exchanger', () => {
  it('merges what is asked for while an exchange is under way into one more', async () => {
    const { relay, tab, exchanger } = setUp();
    await tab.ledger.write([person('anna', 'Anna')]);
    const asked = ['all', 'waiting', new Set([REGISTER]), 'all'] as const;
    const outcomes = await Promise.all([exchanger.run('all'), ...asked.map((each) => exchanger.run(each))]);
    expect(relay.requests).toBe(2);
    expect(outcomes.map((outcome) => outcome.acknowledged)).toEqual([1, 0, 0, 0, 0]);
  });

  it('sends what was committed during an exchange with the next one', async () => {
    const { relay, tab, exchanger, before } = setUp();
    await tab.ledger.write([person('anna', 'Anna')]);
    before(async () => {
      before(async () => undefined);
      await tab.ledger.write([person('bogdan', 'Bogdan')]);
    });
    await exchanger.run('waiting');
    expect((await tab.db.persons.get('anna'))?.unsent).toBe(0);
    expect((await tab.db.persons.get('bogdan'))?.unsent).toBe(1);
    await exchanger.run('waiting');
    expect((await tab.db.persons.get('bogdan'))?.unsent).toBe(0);
    expect(relay.log(REGISTER)).toHaveLength(2);
  });

  it('goes on after a failed exchange, and fails only those who asked for it', async () => {
    const { tab, exchanger, before } = setUp();
    await tab.ledger.write([person('anna', 'Anna')]);
    before(async () => {
      before(async () => undefined);
      throw new SyncFailure('unreachable');
    });
    await expect(exchanger.run('all')).rejects.toMatchObject({ reason: 'unreachable' });
    expect(await exchanger.run('all')).toMatchObject({ acknowledged: 1 });
  });

  it('counts live changes from the first exchange of a connection on', async () => {
    const { relay, tab, exchanger, gaps } = setUp();
    await tab.ledger.write([person('anna', 'Anna')]);
    await exchanger.run('all');
    const change = {
      kind: 'changed',
      name: REGISTER,
      after: 1,
      cursor: 1,
      update: new Uint8Array(),
    } as const;
    exchanger.takeChanged(change);
    await exchanger.run('all');
    expect(gaps).toEqual([]);
    exchanger.startOver();
    exchanger.takeChanged(change);
    await exchanger.run('all');
    expect(gaps).toEqual([REGISTER]);
    expect(relay.requests).toBe(3);
  });

  it('[G4] takes in live changes that came faster than each could be stored as one, up to where one is missing', async () => {
    const { tab, exchanger, gaps } = setUp();
    await tab.ledger.write([person('anna', 'Anna')]);
    await exchanger.run('all');
    const frames = ['bogdan', 'celina', 'daniel', 'ewa'].map((id, index) => {
      const doc = new Y.Doc();
      person(id, id).run(doc);
      const update = Y.encodeStateAsUpdateV2(doc);
      return { kind: 'changed', name: REGISTER, after: index + 1, cursor: index + 2, update } as const;
    });
    const [first, second, , fourth] = frames;
    for (const frame of [first, second, fourth]) if (frame !== undefined) exchanger.takeChanged(frame);
    await vi.waitFor(() => expect(gaps).toEqual([REGISTER]));
    expect((await tab.db.documents.get(REGISTER))?.cursor).toBe(3);
    expect(await tab.db.journal.filter(({ isLocal }) => isLocal === 0).count()).toBe(1);
    expect(await tab.db.persons.toCollection().primaryKeys()).toEqual(['anna', 'bogdan', 'celina']);
  });

  it('[G10] says that it succeeded only when everything that waits went through', async () => {
    const { relay, tab, exchanger, events } = setUp();
    await tab.ledger.write([person('anna', 'Anna')]);
    relay.refusals.set(REGISTER, 'storageFailed');
    await exchanger.run('all');
    expect(events.at(-1)).toMatchObject({ kind: 'failed', reason: 'storageFailed' });
    relay.refusals.clear();
    await exchanger.run(new Set([REGISTER]));
    expect(events.filter((event) => event.kind === 'succeeded')).toEqual([]);
    await exchanger.run('all');
    expect(events.at(-1)?.kind).toBe('succeeded');
  });

  it('[G6] [G10] tells whoever asks for it of what is refused, though the exchange before was refused it too', async () => {
    const { relay, tab, exchanger, before } = setUp();
    await tab.ledger.write([person('anna', 'Anna')]);
    relay.refusals.set(REGISTER, 'readOnly');
    let asked: ReturnType<typeof exchanger.run> | undefined;
    before(async () => {
      before(async () => undefined);
      asked = exchanger.run('all', { withRefused: true });
    });
    expect((await exchanger.run('waiting')).refused).toHaveLength(1);
    expect((await asked)?.refused).toEqual([{ name: REGISTER, reason: 'readOnly' }]);
    expect((await exchanger.run('all')).refused).toEqual([]);
  });

  it('asks in smaller requests on a line on which large ones fail, so that something gets through', async () => {
    const { relay, tab, exchanger, before } = setUp();
    for (const id of ['a', 'b', 'c', 'd']) {
      const { run } = person(id, 'x'.repeat(MAX_REQUEST_BYTES / 10));
      await tab.ledger.write([{ name: documentName('register', id), run }]);
    }
    before(async () => {
      throw new SyncFailure('timeout');
    });
    for (const _attempt of [1, 2, 3])
      await expect(exchanger.run('all')).rejects.toMatchObject({ reason: 'timeout' });
    before(async () => undefined);
    expect(await exchanger.run('all')).toMatchObject({ acknowledged: 4 });
    expect(relay.requests).toBe(4);
  });
});
