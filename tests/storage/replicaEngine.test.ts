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
    await ledger.replicas.receive(REGISTER, { update: new Uint8Array(), cursor: 1, acknowledged: sent });
    expect((await db.persons.get('anna'))?.unsent).toBe(0);
    expect(await ledger.replicas.outgoing(REGISTER)).toMatchObject({ cursor: 1, update: new Uint8Array() });
  });

  it('[G10] what was changed between sending and the receipt still waits', async () => {
    const { db, ledger } = openTab(freshName());
    await ledger.write([begin(), person('anna', 'Anna')]);
    const sent = await ledger.replicas.outgoing(REGISTER);
    await ledger.write([person('bogdan', 'Bogdan')]);
    await ledger.replicas.receive(REGISTER, { update: new Uint8Array(), cursor: 1, acknowledged: sent });
    expect((await db.persons.get('anna'))?.unsent).toBe(0);
    expect((await db.persons.get('bogdan'))?.unsent).toBe(1);
    const rest = await ledger.replicas.outgoing(REGISTER);
    expect(Y.parseUpdateMetaV2(rest.update).from.size).toBe(1);
    await ledger.replicas.receive(REGISTER, { update: new Uint8Array(), cursor: 2, acknowledged: rest });
    expect((await db.persons.get('bogdan'))?.unsent).toBe(0);
  });

  it('[G10] the same record edited again waits again', async () => {
    const { db, ledger } = openTab(freshName());
    await ledger.write([begin(), mark('anna', 'present')]);
    const sent = await ledger.replicas.outgoing(REGISTER);
    await ledger.replicas.receive(REGISTER, { update: new Uint8Array(), cursor: 1, acknowledged: sent });
    await ledger.write([mark('anna', 'unmarked')]);
    expect((await db.attendance.toArray()).map((row) => row.unsent)).toEqual([1]);
  });

  it('takes a remote update in with its cursor, projects it, and does not send it back', async () => {
    const name = freshName();
    const { db, ledger, kill } = openTab(name);
    await ledger.replicas.follow([REGISTER]);
    await ledger.replicas.receive(REGISTER, { update: remoteUpdate('olga'), cursor: 7 });
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
    await ledger.replicas.receive(REGISTER, { update, cursor: 7 });
    const [rows, journal] = [await db.persons.toArray(), await db.journal.count()];
    await ledger.replicas.receive(REGISTER, { update, cursor: 7 });
    expect(await db.persons.toArray()).toEqual(rows);
    expect(await db.journal.count()).toBe(journal);
  });

  it('a cursor never runs ahead: when the update could not be stored, the cursor stays', async () => {
    const { db, ledger } = openTab(freshName());
    await ledger.replicas.follow([REGISTER]);
    db.journal.hook('creating', () => {
      throw new DOMException('no space', 'QuotaExceededError');
    });
    const receiving = ledger.replicas.receive(REGISTER, { update: remoteUpdate('olga'), cursor: 7 });
    await expect(receiving).rejects.toThrow('could not store');
    expect((await db.documents.get(REGISTER))?.cursor).toBe(0);
    await ledger.dispose();
  });

  it('a server restored from a backup is sent everything again', async () => {
    const { db, ledger } = openTab(freshName());
    await ledger.write([begin(), person('anna', 'Anna')]);
    const sent = await ledger.replicas.outgoing(REGISTER);
    await ledger.replicas.receive(REGISTER, { update: new Uint8Array(), cursor: 9, acknowledged: sent });
    await ledger.replicas.forgetReceipts('second');
    expect(await ledger.replicas.incarnation()).toBe('second');
    expect((await db.persons.get('anna'))?.unsent).toBe(1);
    const again = await ledger.replicas.outgoing(REGISTER);
    expect([again.cursor, again.update.length]).toEqual([0, sent.update.length]);
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
    await ledger.replicas.forgetReceipts('other');
    expect(await ledger.replicas.documents()).toEqual([]);
  });
});
