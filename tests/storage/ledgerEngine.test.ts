import 'fake-indexeddb/auto';
import * as Y from 'yjs';
import { describe, expect, it, vi } from 'vitest';
import { beginPartnership } from '../../src/documents/partnershipCommands.ts';
import { editPerson } from '../../src/documents/registerCommands.ts';
import { asId, type PartnershipId, type PersonId } from '../../src/domain/ids.ts';
import { asInstant } from '../../src/domain/time.ts';
import { documentName } from '../../src/schema/documentName.ts';
import { emptyPartnership } from '../../src/schema/partnershipRecords.ts';
import { SCHEMA_VERSION } from '../../src/schema/version.ts';
import { TABLE_NAMES, type DeviceDatabase } from '../../src/storage/database.ts';
import { yIndexedDbStore } from '../../src/storage/documentStore.ts';
import { StorageFailure } from '../../src/storage/storageFailure.ts';
import { REGISTER, begin, freshName, mark, openTab, person } from './testLedger.ts';

async function queryRows(db: DeviceDatabase): Promise<unknown> {
  const tables = await Promise.all(TABLE_NAMES.map((name) => db.table(name).orderBy('key').toArray()));
  return Object.fromEntries(TABLE_NAMES.map((name, index) => [name, tables[index]]));
}

/** Makes the next commits fail as a full disk does, until the returned function is called. */
function fillDisk(db: DeviceDatabase): () => void {
  const fail = (): never => {
    throw new DOMException('no space', 'QuotaExceededError');
  };
  db.journal.hook('creating', fail);
  return () => db.journal.hook('creating').unsubscribe(fail);
}

describe('the ledger of a device', () => {
  it('[G1] a write that resolved is there after the tab was killed', async () => {
    const name = freshName();
    const first = openTab(name);
    await first.ledger.write([begin(), person('anna', 'Anna Wiśniewska'), mark('anna', 'present')]);
    first.kill();

    const second = openTab(name);
    const open = await second.ledger.open(REGISTER);
    expect(open.doc.getMap('persons').has('anna')).toBe(true);
    expect((await second.db.attendance.toArray()).map((row) => row.presence)).toEqual(['present']);
    expect(second.failures).toEqual([]);
  });

  it('[G1] the journal alone brings a change back when the document store lost it', async () => {
    const name = freshName();
    const first = openTab(name);
    await first.ledger.write([begin(), person('anna', 'Anna Wiśniewska')]);
    await first.ledger.dispose();
    await yIndexedDbStore(`${name}-doc-`).erase(REGISTER);

    const second = openTab(name);
    const open = await second.ledger.open(REGISTER);
    expect(open.doc.getMap('persons').has('anna')).toBe(true);
  });

  it('[G1] the journal keeps what the document store was given again, for as long as the store may lose it again', async () => {
    const name = freshName();
    const store = yIndexedDbStore(`${name}-doc-`);
    let now = 1_000;
    const openNow = () => openTab(name, { now: () => asInstant(now) });
    const closed = async () => {
      const tab = openNow();
      (await tab.ledger.open(REGISTER)).release();
      await tab.ledger.dispose();
    };
    const first = openNow();
    await first.ledger.write([begin(), person('anna', 'Anna Wiśniewska')]);
    await first.ledger.dispose();
    await store.erase(REGISTER);
    now += 11 * 60_000;
    await closed();
    await closed();
    await store.erase(REGISTER);
    const last = openNow();
    expect((await last.ledger.open(REGISTER)).doc.getMap('persons').has('anna')).toBe(true);
  });

  it('writes several documents as one transaction, together with the rows of the caller', async () => {
    const tab = openTab(freshName());
    const partnership = documentName('partnership', 'stare-pole');
    const record = { ...emptyPartnership(asId<PartnershipId>('stare-pole'), 5), name: 'Stare Pole razem' };
    await tab.ledger.write(
      [{ name: partnership, run: (doc) => beginPartnership(doc, record) }, begin()],
      (db) => db.settings.put({ key: 'partnershipId', value: 'stare-pole' }),
    );
    expect((await tab.db.partnerships.toArray())[0]).toMatchObject({ name: 'Stare Pole razem', unsent: 1 });
    expect(await tab.db.settings.get('partnershipId')).toEqual({ key: 'partnershipId', value: 'stare-pole' });
  });

  it('[G10] a write that the disk refuses is told, stays in memory, and is stored by itself later', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const tab = openTab(freshName());
    await tab.ledger.write([begin()]);
    const makeRoom = fillDisk(tab.db);
    const editor = await tab.ledger.open(REGISTER);

    const refused = tab.ledger.write([person('anna', 'Anna Wiśniewska')]);
    await expect(refused).rejects.toThrow(StorageFailure);
    expect(tab.ledger.status.getState()).toEqual({ kind: 'failing', reason: 'full', pending: 1 });
    expect(await tab.db.persons.count()).toBe(0);
    expect(editor.doc.getMap('persons').has('anna')).toBe(true);

    makeRoom();
    vi.useRealTimers();
    await tab.ledger.retry();
    expect(tab.ledger.status.getState()).toEqual({ kind: 'ok' });
    expect((await tab.db.persons.toArray()).map((row) => row.name)).toEqual(['Anna Wiśniewska']);
  });

  it('[G4] what was not stored before the tab was killed is nowhere afterwards, the document store included', async () => {
    const name = freshName();
    const first = openTab(name);
    await first.ledger.write([begin()]);
    fillDisk(first.db);
    const editor = await first.ledger.open(REGISTER);
    await expect(first.ledger.write([person('anna', 'Anna Wiśniewska')])).rejects.toThrow(StorageFailure);
    expect(editor.doc.getMap('persons').has('anna')).toBe(true);
    // Time in which the document store would have written it.
    await new Promise((resolve) => setTimeout(resolve, 50));
    first.kill();

    const second = openTab(name);
    const open = await second.ledger.open(REGISTER);
    expect(open.doc.getMap('persons').has('anna')).toBe(false);
    expect((await second.db.documents.get(REGISTER))?.revision).toBe(1);
  });

  it('[G4] rows show what two tabs changed in one record at the same moment', async () => {
    const name = freshName();
    const [one, other] = [openTab(name), openTab(name)];
    await one.ledger.write([begin(), person('anna', 'Anna')]);
    const held = [await one.ledger.open(REGISTER), await other.ledger.open(REGISTER)];
    const anna = asId<PersonId>('anna');
    await Promise.all([
      one.ledger.write([
        { name: REGISTER, run: (doc) => editPerson(doc, anna, { name: 'Anna Wiśniewska' }) },
      ]),
      other.ledger.write([{ name: REGISTER, run: (doc) => editPerson(doc, anna, { isHidden: true }) }]),
    ]);
    expect(await one.db.persons.get('anna')).toMatchObject({ name: 'Anna Wiśniewska', isHidden: true });
    for (const open of held) open.release();
  });

  it('[G9] changes none of several documents when one of them asks for a newer app, and says so', async () => {
    const tab = openTab(freshName());
    const partnership = documentName('partnership', 'stare-pole');
    await tab.ledger.write([
      begin(),
      { name: partnership, run: (doc) => doc.getMap('meta').set('leastWriter', SCHEMA_VERSION + 1) },
    ]);
    const both = [person('anna', 'Anna Wiśniewska'), { name: partnership, run: () => undefined }];
    await expect(tab.ledger.write(both)).rejects.toMatchObject({
      name: 'StorageFailure',
      reason: 'newerApp',
    });
    const open = await tab.ledger.open(REGISTER);
    expect(open.doc.getMap('persons').has('anna')).toBe(false);
    expect(await tab.db.persons.count()).toBe(0);
  });

  it('a later write carries along what an earlier one could not store, and repeats the caller’s rows', async () => {
    const tab = openTab(freshName());
    await tab.ledger.write([begin()]);
    const makeRoom = fillDisk(tab.db);
    const refused = tab.ledger.write([person('anna', 'Anna')], (db) =>
      db.drafts.put({ key: 'draft', strokes: [] }),
    );
    await expect(refused).rejects.toThrow(StorageFailure);
    makeRoom();
    await tab.ledger.write([person('bogdan', 'Bogdan')]);
    expect((await tab.db.persons.toArray()).map((row) => row.name).sort()).toEqual(['Anna', 'Bogdan']);
    expect(await tab.db.drafts.count()).toBe(1);
  });

  it('opens its database again after the browser closed it', async () => {
    const tab = openTab(freshName());
    await tab.ledger.write([begin()]);
    tab.db.close();
    await tab.ledger.write([person('anna', 'Anna')]);
    expect(await tab.db.persons.count()).toBe(1);
  });

  it('what memory holds can be exported when the disk is full, and brought in on another device', async () => {
    const tab = openTab(freshName());
    await tab.ledger.write([begin()]);
    fillDisk(tab.db);
    await expect(tab.ledger.write([person('anna', 'Anna Wiśniewska')])).rejects.toThrow(StorageFailure);
    const file = await tab.ledger.exportAll();

    const other = openTab(freshName());
    expect((await other.ledger.importBackup(file)).kind).toBe('backup');
    expect((await other.ledger.importBackup(file)).kind).toBe('backup');
    expect((await other.db.persons.toArray()).map((row) => row.name)).toEqual(['Anna Wiśniewska']);
    const noise = new TextEncoder().encode(
      '{"format":"wspolnie-backup","version":1,"documents":[{"name":"x"}]}',
    );
    expect(await other.ledger.importBackup(noise)).toEqual({ kind: 'refused', reason: 'notABackup' });
  });

  it('two tabs on one device show the same, whoever wrote', async () => {
    const name = freshName();
    const [left, right] = [openTab(name), openTab(name)];
    await left.ledger.write([begin(), person('anna', 'Anna')]);
    const rightDocument = await right.ledger.open(REGISTER);
    const leftDocument = await left.ledger.open(REGISTER);
    await left.ledger.write([person('bogdan', 'Bogdan')]);
    await right.ledger.write([person('celina', 'Celina')]);
    await vi.waitFor(() => {
      expect([...rightDocument.doc.getMap('persons').keys()].sort()).toEqual(['anna', 'bogdan', 'celina']);
      expect([...leftDocument.doc.getMap('persons').keys()].sort()).toEqual(['anna', 'bogdan', 'celina']);
    });
    expect(await right.db.persons.count()).toBe(3);
    expect([...left.failures, ...right.failures]).toEqual([]);
  });

  it('undo made outside a named command is stored as well', async () => {
    const tab = openTab(freshName());
    await tab.ledger.write([begin(), person('anna', 'Anna')]);
    const open = await tab.ledger.open(REGISTER);
    const undo = new Y.UndoManager(open.doc.getMap('persons'), { trackedOrigins: new Set(['local']) });
    await tab.ledger.write([
      { name: REGISTER, run: (doc) => editPerson(doc, asId<PersonId>('anna'), { name: 'Hanna' }) },
    ]);
    undo.undo();
    await vi.waitFor(async () => expect((await tab.db.persons.get('anna'))?.name).toBe('Anna'));
  });

  it('query tables equal a rebuild from the documents after any history', async () => {
    const tab = openTab(freshName());
    await tab.ledger.write([begin()]);
    const ids = ['anna', 'bogdan', 'celina', 'daniel'];
    for (let step = 0; step < 60; step += 1) {
      const id = ids[(step * 7) % ids.length] ?? 'anna';
      const presence = (['present', 'excused', 'unmarked', 'absent'] as const)[(step * 5) % 4] ?? 'present';
      await tab.ledger.write(step % 3 === 0 ? [person(id, `${id} ${step}`)] : [mark(id, presence, step)]);
    }
    const before = await queryRows(tab.db);
    await tab.ledger.rebuild();
    expect(await queryRows(tab.db)).toEqual(before);
    expect(await tab.db.attendance.count()).toBeGreaterThan(0);
  });

  it('[G3] the journal lets a row go only when the store gave it back, it is old, and no server waits for it', async () => {
    const name = freshName();
    const hour = 3_600_000;
    const tab = openTab(name, { now: () => asInstant(hour) });
    await tab.ledger.write([begin(), person('anna', 'Anna')]);
    await tab.ledger.dispose();

    const reopen = async (at: number, hasServer: boolean): Promise<number> => {
      const later = openTab(name, { now: () => asInstant(at), hasServer });
      await later.ledger.open(REGISTER);
      const rows = await later.db.journal.count();
      await later.ledger.dispose();
      return rows;
    };
    expect(await reopen(hour + 1_000, false)).toBe(1); // young
    expect(await reopen(2 * hour, true)).toBe(1); // unsent, and there is a server
    await yIndexedDbStore(`${name}-doc-`).erase(REGISTER);
    expect(await reopen(2 * hour, false)).toBe(1); // the store did not give it back
    expect(await reopen(2 * hour, false)).toBe(1); // the store was only just given it
    expect(await reopen(3 * hour, false)).toBe(0);
    const last = openTab(name);
    expect((await last.ledger.open(REGISTER)).doc.getMap('persons').has('anna')).toBe(true);
  });

  it('the example goes whole and leaves the rest; any other partnership is not removed like this', async () => {
    const tab = openTab(freshName());
    await tab.ledger.write([begin(), person('anna', 'Anna')]);
    const example = documentName('register', 'example-1');
    await tab.ledger.write([{ ...person('ewa', 'Ewa'), name: example }]);
    expect((await tab.db.persons.get('ewa'))?.unsent).toBe(2);
    await tab.ledger.removeExample('example-1');
    expect((await tab.db.persons.toArray()).map((row) => row.name)).toEqual(['Anna']);
    expect(await tab.db.documents.count()).toBe(1);
    await expect(tab.ledger.removeExample('stare-pole')).rejects.toThrow('only the example');
  });
});
