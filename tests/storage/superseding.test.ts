// A rebuilt register takes the place of the former one on a device: tabs, backups, interruptions, and no server at all.
import { describe, expect, it, vi } from 'vitest';
import type * as Y from 'yjs';
import { rebuildWithout } from '../../src/documents/rebuildWithout.ts';
import { editContact } from '../../src/documents/registerCommands.ts';
import { asId, type PersonId, type SealId } from '../../src/domain/ids.ts';
import { asInstant } from '../../src/domain/time.ts';
import { documentName } from '../../src/schema/documentName.ts';
import type { DeviceDatabase } from '../../src/storage/database.ts';
import type { LedgerEngine } from '../../src/storage/ledgerEngine.ts';
import { bytesOfDatabases } from '../sync/everyByte.ts';
import { begin, DEVICE, freshName, mark, openTab, PARTNERSHIP, person, REGISTER } from './testLedger.ts';

const REBUILT = documentName('register', PARTNERSHIP, 1);
const ANNA = asId<PersonId>('anna');

function withoutAnna(old: Y.Doc, epoch: number): Y.Doc {
  return rebuildWithout(old, {
    persons: [ANNA],
    at: asInstant(9),
    epoch,
    lists: [],
    seal: { by: '', deviceId: DEVICE, newId: () => asId<SealId>('never') },
  });
}

const names = (db: DeviceDatabase) => db.documents.toCollection().primaryKeys();
/** A name that no other test of this process uses, so that the scan finds this test's only. */
const secret = (name: string) => `Anna ${name}`;

async function expectGone(text: string): Promise<void> {
  await vi.waitFor(async () => expect(await bytesOfDatabases()).not.toContain(text), { timeout: 5_000 });
}

/** The rebuilt register arrives as from the server, and is not put in place. */
async function arriving(ledger: LedgerEngine): Promise<void> {
  const { update } = await ledger.replicas.rotation(REGISTER, withoutAnna);
  await ledger.replicas.follow([REBUILT]);
  const incarnation = await ledger.replicas.incarnation();
  await ledger.replicas.receive(REBUILT, { update, cursor: 1, incarnation });
}

describe('superseding', () => {
  it('[G8] a device that works alone erases at once, and goes on writing under the old name', async () => {
    const name = freshName();
    const { db, ledger, failures } = openTab(name);
    await ledger.write([
      begin(),
      person('anna', secret(name)),
      person('bogdan', 'Bogdan'),
      mark('anna', 'present'),
    ]);
    expect(await bytesOfDatabases()).toContain(secret(name));
    await ledger.rebuildHere(REGISTER, withoutAnna);
    await expectGone(secret(name));
    expect(await names(db)).toEqual([REBUILT]);
    await ledger.write([person('celina', 'Celina')]);
    expect((await db.persons.toArray()).map((row) => [row.key, row.name, row.doc])).toEqual([
      ['anna', '', REBUILT],
      ['bogdan', 'Bogdan', REBUILT],
      ['celina', 'Celina', REBUILT],
    ]);
    expect(await db.attendance.toArray()).toMatchObject([{ personId: 'anna', presence: 'present' }]);
    await ledger.rebuild();
    expect(await db.persons.count()).toBe(3);
    expect(failures).toEqual([]);
    await ledger.dispose();
  });

  it('shows the former register until the rebuilt one is in place', async () => {
    const { db, ledger } = openTab(freshName(), { hasServer: true });
    await ledger.write([begin(), person('anna', 'Anna'), person('bogdan', 'Bogdan')]);
    await arriving(ledger);
    expect(await db.persons.get('anna')).toMatchObject({ name: 'Anna', doc: REGISTER });
    await ledger.write([mark('bogdan', 'excused')]);
    expect(await ledger.replicas.supersede(REBUILT)).toBe('carried');
    expect(await db.persons.get('anna')).toMatchObject({ name: '', doc: REBUILT });
    expect(await db.attendance.toArray()).toMatchObject([{ presence: 'excused', doc: REBUILT, unsent: 1 }]);
    await ledger.dispose();
  });

  it('[G3] waits for the whole of it, and keeps the former one till then', async () => {
    const { db, ledger } = openTab(freshName(), { hasServer: true });
    await ledger.write([begin(), person('anna', 'Anna')]);
    await ledger.replicas.follow([REBUILT]);
    expect(await ledger.replicas.supersede(REBUILT)).toBe('waiting');
    expect(await names(db)).toEqual([REGISTER, REBUILT]);
    await ledger.dispose();
  });

  it('[G1] [G8] cut off before it was stored, it is done at the next start', async () => {
    const name = freshName();
    const first = openTab(name, { hasServer: true });
    await first.ledger.write([begin(), person('anna', secret(name)), mark('anna', 'present')]);
    await arriving(first.ledger);
    await first.ledger.write([person('celina', 'Celina')]);
    first.kill();
    await first.ledger.dispose();
    const second = openTab(name, { hasServer: true });
    await expectGone(secret(name));
    expect(await names(second.db)).toEqual([REBUILT]);
    expect(await second.db.persons.get('celina')).toMatchObject({ name: 'Celina', unsent: 1 });
    await second.ledger.dispose();
  });

  it('[G4] shows afterwards what was written while the disk would not put it in place', async () => {
    const { db, ledger } = openTab(freshName(), { hasServer: true });
    await ledger.write([begin(), person('anna', 'Anna')]);
    await arriving(ledger);
    const fail = (): never => {
      throw new DOMException('no space', 'QuotaExceededError');
    };
    db.documents.hook('deleting', fail);
    await expect(ledger.replicas.supersede(REBUILT)).rejects.toMatchObject({ reason: 'full' });
    // Long enough for a document that nobody holds to be closed.
    await new Promise((resolve) => setTimeout(resolve, 50));
    await expect(ledger.write([person('celina', 'Celina')])).rejects.toMatchObject({ reason: 'full' });
    db.documents.hook('deleting').unsubscribe(fail);
    await ledger.retry();
    expect((await db.persons.toArray()).map((row) => [row.key, row.name, row.doc])).toEqual([
      ['anna', '', REBUILT],
      ['celina', 'Celina', REBUILT],
    ]);
    await ledger.dispose();
  });

  it('[G1] takes over what another tab stored at the last moment, though that tab is killed', async () => {
    const name = freshName();
    const [first, second] = [openTab(name, { hasServer: true }), openTab(name, { hasServer: true })];
    await first.ledger.write([begin(), person('anna', 'Anna')]);
    await arriving(first.ledger);
    const transaction: (...given: never[]) => unknown = first.db.transaction.bind(first.db);
    let isFirst = true;
    Object.defineProperty(first.db, 'transaction', {
      value: async (...given: never[]): Promise<unknown> => {
        if (isFirst) {
          isFirst = false;
          await second.ledger.write([person('celina', 'Celina')]);
          second.kill();
        }
        return transaction(...given);
      },
    });
    expect(await first.ledger.replicas.supersede(REBUILT)).toBe('carried');
    expect(await names(first.db)).toEqual([REBUILT]);
    expect(await first.db.persons.get('celina')).toMatchObject({ name: 'Celina', doc: REBUILT, unsent: 1 });
    await first.ledger.dispose();
    await second.ledger.dispose();
  });

  it('[G3] [G8] another tab lets go of the former register, and what it writes goes into the rebuilt one', async () => {
    const name = freshName();
    const [first, second] = [openTab(name), openTab(name)];
    await first.ledger.write([begin(), person('anna', secret(name)), person('bogdan', 'Bogdan')]);
    const open = await second.ledger.open(REGISTER);
    await first.ledger.rebuildHere(REGISTER, withoutAnna);
    // Told or not told yet: nothing of this tab comes into the former one any more.
    await second.ledger.write([
      mark('bogdan', 'present'),
      { name: REGISTER, run: (doc) => editContact(doc, ANNA, { phone: secret(name) }) },
    ]);
    await expectGone(secret(name));
    expect(await second.db.attendance.toArray()).toMatchObject([{ personId: 'bogdan', doc: REBUILT }]);
    expect(await names(second.db)).toEqual([REBUILT]);
    open.release();
    expect([...first.failures, ...second.failures]).toEqual([]);
    await first.ledger.dispose();
    await second.ledger.dispose();
  });

  it('[G8] a backup from before brings back what is missing, and nobody who was erased', async () => {
    const name = freshName();
    const { db, ledger } = openTab(name);
    await ledger.write([begin(), person('anna', secret(name)), person('bogdan', 'Bogdan')]);
    const elsewhere = openTab(freshName());
    await elsewhere.ledger.importBackup(await ledger.exportAll());
    await elsewhere.ledger.write([person('celina', 'Celina'), mark('anna', 'present')]);
    const backup = await elsewhere.ledger.exportAll();
    await elsewhere.ledger.rebuildHere(REGISTER, withoutAnna);
    await ledger.rebuildHere(REGISTER, withoutAnna);
    await ledger.importBackup(backup);
    await ledger.importBackup(backup);
    expect(await names(db)).toEqual([REBUILT]);
    expect((await db.persons.toArray()).map((row) => row.name)).toEqual(['', 'Bogdan', 'Celina']);
    expect(await db.attendance.count()).toBe(1);
    await expectGone(secret(name));
    await ledger.dispose();
    await elsewhere.ledger.dispose();
  });

  it('[G8] a backup from after it takes the place of the register that is here', async () => {
    const name = freshName();
    const { db, ledger } = openTab(name);
    await ledger.write([begin(), person('anna', secret(name))]);
    const elsewhere = openTab(freshName());
    await elsewhere.ledger.importBackup(await ledger.exportAll());
    await elsewhere.ledger.rebuildHere(REGISTER, withoutAnna);
    await ledger.write([person('celina', 'Celina')]);
    await ledger.importBackup(await elsewhere.ledger.exportAll());
    expect(await names(db)).toEqual([REBUILT]);
    expect((await db.persons.toArray()).map((row) => row.name)).toEqual(['', 'Celina']);
    await expectGone(secret(name));
    await ledger.dispose();
    await elsewhere.ledger.dispose();
  });
});
