import 'fake-indexeddb/auto';
import * as Y from 'yjs';
import { describe, expect, it } from 'vitest';
import { addPersons } from '../../src/documents/registerCommands.ts';
import { asId, type PersonId } from '../../src/domain/ids.ts';
import { asInstant } from '../../src/domain/time.ts';
import { documentName } from '../../src/schema/documentName.ts';
import { REGISTER, begin, freshName, mark, openTab, person } from './testLedger.ts';

/** An update that another device would have made. */
function remoteUpdate(id: string): Uint8Array {
  const doc = new Y.Doc();
  const record = {
    id: asId<PersonId>(id),
    name: id,
    createdAt: asInstant(1),
    phone: '',
    email: '',
    representation: undefined,
  };
  addPersons(doc, [record]);
  return Y.encodeStateAsUpdateV2(doc);
}

describe('the ledger and the server', () => {
  it('[G10] a row has two ticks only once a receipt covers it', async () => {
    const { db, ledger } = openTab(freshName());
    await ledger.write([begin(), person('anna', 'Anna')]);
    expect((await db.persons.get('anna'))?.unsent).toBe(1);
    const sent = await ledger.replicas.outgoing(REGISTER);
    expect(sent.update.length).toBeGreaterThan(0);
    await ledger.replicas.receive(REGISTER, {
      update: new Uint8Array(),
      cursor: 1,
      acknowledged: sent,
      incarnation: '',
    });
    expect((await db.persons.get('anna'))?.unsent).toBe(0);
    expect(await ledger.replicas.outgoing(REGISTER)).toMatchObject({ cursor: 1, update: new Uint8Array() });
  });

  it('[G10] what was changed between sending and the receipt still waits', async () => {
    const { db, ledger } = openTab(freshName());
    await ledger.write([begin(), person('anna', 'Anna')]);
    const sent = await ledger.replicas.outgoing(REGISTER);
    await ledger.write([person('bogdan', 'Bogdan')]);
    await ledger.replicas.receive(REGISTER, {
      update: new Uint8Array(),
      cursor: 1,
      acknowledged: sent,
      incarnation: '',
    });
    expect((await db.persons.get('anna'))?.unsent).toBe(0);
    expect((await db.persons.get('bogdan'))?.unsent).toBe(1);
    const rest = await ledger.replicas.outgoing(REGISTER);
    expect(Y.parseUpdateMetaV2(rest.update).from.size).toBe(1);
    await ledger.replicas.receive(REGISTER, {
      update: new Uint8Array(),
      cursor: 2,
      acknowledged: rest,
      incarnation: '',
    });
    expect((await db.persons.get('bogdan'))?.unsent).toBe(0);
  });

  it('[G10] a row that waits has two ticks once the server itself sends it', async () => {
    const { db, ledger } = openTab(freshName());
    await ledger.replicas.forgetReceipts('', 'first');
    await ledger.replicas.follow([REGISTER]);
    const update = remoteUpdate('olga');
    await ledger.replicas.receive(REGISTER, { update, cursor: 1, incarnation: 'first' });
    // The server was restored, and what this device sends is refused; another device brings it back.
    await ledger.replicas.forgetReceipts('first', 'second');
    expect((await db.persons.get('olga'))?.unsent).toBe(1);
    await ledger.replicas.receive(REGISTER, { update, cursor: 1, incarnation: 'second' });
    expect((await db.persons.get('olga'))?.unsent).toBe(0);
  });

  it('[G10] the same record edited again waits again', async () => {
    const { db, ledger } = openTab(freshName());
    await ledger.write([begin(), mark('anna', 'present')]);
    const sent = await ledger.replicas.outgoing(REGISTER);
    await ledger.replicas.receive(REGISTER, {
      update: new Uint8Array(),
      cursor: 1,
      acknowledged: sent,
      incarnation: '',
    });
    await ledger.write([mark('anna', 'unmarked')]);
    expect((await db.attendance.toArray()).map((row) => row.unsent)).toEqual([1]);
  });

  it('takes a remote update in with its cursor, projects it, and does not send it back', async () => {
    const name = freshName();
    const { db, ledger, kill } = openTab(name);
    await ledger.replicas.follow([REGISTER]);
    await ledger.replicas.receive(REGISTER, { update: remoteUpdate('olga'), cursor: 7, incarnation: '' });
    expect(await db.persons.get('olga')).toMatchObject({ name: 'olga', unsent: 0 });
    expect((await ledger.replicas.outgoing(REGISTER)).update.length).toBe(0);
    kill();
    const again = openTab(name);
    expect(await again.db.documents.get(REGISTER)).toMatchObject({ cursor: 7, unsent: 0 });
    expect((await again.ledger.open(REGISTER)).doc.getMap('persons').has('olga')).toBe(true);
  });

  it('[G5] the same answer twice changes nothing', async () => {
    const { db, ledger } = openTab(freshName());
    await ledger.replicas.follow([REGISTER]);
    const update = remoteUpdate('olga');
    await ledger.replicas.receive(REGISTER, { update, cursor: 7, incarnation: '' });
    const [rows, journal] = [await db.persons.toArray(), await db.journal.count()];
    await ledger.replicas.receive(REGISTER, { update, cursor: 7, incarnation: '' });
    expect(await db.persons.toArray()).toEqual(rows);
    expect(await db.journal.count()).toBe(journal);
  });

  it('a cursor never runs ahead: when the update could not be stored, the cursor stays', async () => {
    const { db, ledger } = openTab(freshName());
    await ledger.replicas.follow([REGISTER]);
    db.journal.hook('creating', () => {
      throw new DOMException('no space', 'QuotaExceededError');
    });
    const receiving = ledger.replicas.receive(REGISTER, {
      update: remoteUpdate('olga'),
      cursor: 7,
      incarnation: '',
    });
    await expect(receiving).rejects.toThrow('could not store');
    expect((await db.documents.get(REGISTER))?.cursor).toBe(0);
    await ledger.dispose();
  });

  it('a server restored from a backup is sent everything again', async () => {
    const { db, ledger } = openTab(freshName());
    await ledger.replicas.forgetReceipts('', 'first');
    await ledger.write([begin(), person('anna', 'Anna')]);
    const sent = await ledger.replicas.outgoing(REGISTER);
    await ledger.replicas.receive(REGISTER, {
      update: new Uint8Array(),
      cursor: 9,
      acknowledged: sent,
      incarnation: 'first',
    });
    await ledger.replicas.forgetReceipts('first', 'second');
    expect(await ledger.replicas.incarnation()).toBe('second');
    expect((await db.persons.get('anna'))?.unsent).toBe(1);
    const again = await ledger.replicas.outgoing(REGISTER);
    expect([again.cursor, again.update.length]).toEqual([0, sent.update.length]);
  });

  it('[G2] an answer of the server as it was before a restore is void, receipt and cursor', async () => {
    const { db, ledger } = openTab(freshName());
    const { replicas } = ledger;
    await replicas.forgetReceipts('', 'first');
    await ledger.write([begin(), person('anna', 'Anna')]);
    const sent = await replicas.outgoing(REGISTER);
    // While the answer is on its way, the service worker meets the restored server.
    await replicas.forgetReceipts('first', 'second');
    const late = { cursor: 9, acknowledged: sent, incarnation: 'first' };
    expect(await replicas.receive(REGISTER, { ...late, update: new Uint8Array() })).toBe('anotherServer');
    expect(await replicas.receive(REGISTER, { ...late, update: remoteUpdate('olga') })).toBe('anotherServer');
    expect(await db.documents.get(REGISTER)).toMatchObject({ cursor: 0, unsent: 1, held: undefined });
    expect((await db.persons.toArray()).map((row) => [row.key, row.unsent])).toEqual([
      ['anna', 1],
      ['olga', 1],
    ]);
    // What came with it is content all the same, and goes to the restored server too.
    const doc = new Y.Doc();
    Y.applyUpdateV2(doc, (await replicas.outgoing(REGISTER)).update);
    expect([...doc.getMap('persons').keys()].toSorted()).toEqual(['anna', 'olga']);
  });

  it('[G2] an answer that is being stored while the service worker meets a restored server does not survive it', async () => {
    const name = freshName();
    const [page, worker] = [openTab(name), openTab(name)];
    await page.ledger.replicas.forgetReceipts('', 'first');
    await page.ledger.write([begin(), person('anna', 'Anna')]);
    const acknowledged = await page.ledger.replicas.outgoing(REGISTER);
    const update = remoteUpdate('olga');
    await Promise.all([
      page.ledger.replicas.receive(REGISTER, { update, cursor: 9, acknowledged, incarnation: 'first' }),
      worker.ledger.replicas.forgetReceipts('first', 'second'),
    ]);
    const row = await page.db.documents.get(REGISTER);
    expect([row?.cursor, row?.unsent, row?.held]).toEqual([0, 1, undefined]);
  });

  it('[G2] receipts of the restored server stay when a second tab meets it later', async () => {
    const { db, ledger } = openTab(freshName());
    const { replicas } = ledger;
    await replicas.forgetReceipts('', 'second');
    await ledger.write([begin(), person('anna', 'Anna')]);
    const acknowledged = await replicas.outgoing(REGISTER);
    const update = new Uint8Array();
    await replicas.receive(REGISTER, { update, cursor: 1, acknowledged, incarnation: 'second' });
    await replicas.forgetReceipts('first', 'second');
    expect((await db.persons.get('anna'))?.unsent).toBe(0);
  });

  it('[G10] a part of what waits gives no second tick to the rest', async () => {
    const { db, ledger } = openTab(freshName());
    const people = Array.from({ length: 30 }, (_, index) => person(`p${index}`, `Osoba ${index}`));
    await ledger.write([begin(), ...people]);
    let parts = 0;
    for (let isWhole = false; !isWhole; parts += 1) {
      const part = await ledger.replicas.outgoing(REGISTER, { maxBytes: 400 });
      const answer = {
        update: new Uint8Array(),
        cursor: parts + 1,
        acknowledged: part,
        incarnation: '',
      };
      await ledger.replicas.receive(REGISTER, answer);
      ({ isWhole } = part);
      expect((await db.documents.get(REGISTER))?.unsent).toBe(isWhole ? 0 : 1);
      expect((await db.persons.where('unsent').equals(1).count()) === 0).toBe(isWhole);
    }
    expect(parts).toBeGreaterThan(3);
  });

  it('[G6] refused content is kept aside once, and the document goes on', async () => {
    const { db, ledger } = openTab(freshName());
    await ledger.write([begin(), person('anna', 'Anna')]);
    const sent = await ledger.replicas.outgoing(REGISTER);
    await ledger.replicas.refuse(REGISTER, 'readOnly', sent);
    await ledger.replicas.refuse(REGISTER, 'readOnly', sent);
    const kept = await db.refused.toArray();
    expect(kept.map((row) => [row.reason, row.update.length])).toEqual([['readOnly', sent.update.length]]);
    await ledger.write([person('bogdan', 'Bogdan')]);
    expect(await db.persons.count()).toBe(2);
  });

  it('the example is never among what is exchanged', async () => {
    const { ledger } = openTab(freshName());
    await ledger.write([{ ...person('ewa', 'Ewa'), name: documentName('register', 'example-1') }]);
    expect(await ledger.replicas.documents()).toEqual([]);
    await ledger.replicas.forgetReceipts('', 'other');
    expect(await ledger.replicas.documents()).toEqual([]);
  });
});
