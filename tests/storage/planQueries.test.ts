// The plan's table on a device: filled by the ledger, asked by kinds.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { addPlanRows, castVote, type PlanHand } from '../../src/documents/planCommands.ts';
import { beginPartnership } from '../../src/documents/partnershipCommands.ts';
import { sectionText } from '../../src/documents/planTexts.ts';
import { asId } from '../../src/domain/ids.ts';
import { asInstant } from '../../src/domain/time.ts';
import { documentName } from '../../src/schema/documentName.ts';
import { emptyPartnership } from '../../src/schema/partnershipRecords.ts';
import { DeviceDatabase } from '../../src/storage/database.ts';
import { readPlan, watchPlan } from '../../src/storage/planQueries.ts';
import { goal, need } from '../domain/plan/planRows.ts';
import { freshName, openTab, PARTNERSHIP } from './testLedger.ts';

const HAND: PlanHand = { at: asInstant(1), by: { organisationId: undefined, name: 'Anna' } };
const OTHER = asId<typeof PARTNERSHIP>('zawada');

const planOf = (id: typeof PARTNERSHIP, needs: readonly string[]) => ({
  name: documentName('partnership', id),
  run: (doc: Parameters<typeof beginPartnership>[0]) => {
    beginPartnership(doc, emptyPartnership(id, 1));
    addPlanRows(
      doc,
      'needs',
      needs.map((each) => need(each)),
      HAND,
    );
    sectionText(doc, 'vision');
  },
});

describe('the plan’s table', () => {
  it('is asked by kinds, and holds the plans of several partnerships apart', async () => {
    const tab = openTab(freshName());
    await tab.ledger.write([planOf(PARTNERSHIP, ['n', 'o']), planOf(OTHER, ['p'])]);
    const { needs, goals, authors } = await readPlan(tab.db, PARTNERSHIP, ['needs', 'goals', 'authors']);
    expect(needs).toEqual([
      { ...need('n'), unsent: 1 },
      { ...need('o'), unsent: 1 },
    ]);
    expect(goals).toEqual([]);
    expect(authors).toMatchObject([{ name: 'Anna' }]);
    expect((await readPlan(tab.db, OTHER, ['needs'])).needs.map(({ id }) => id)).toEqual(['p']);
    expect(tab.failures).toEqual([]);
  });

  it('tells anew what was asked for when it changes, and nothing else', async () => {
    const tab = openTab(freshName());
    const plan = planOf(PARTNERSHIP, ['n']);
    await tab.ledger.write([plan]);
    const seen: string[][] = [];
    const subscription = watchPlan(tab.db, PARTNERSHIP, ['needs']).subscribe(({ needs }) =>
      seen.push(needs.map(({ id }) => id)),
    );
    await expect.poll(() => seen).toEqual([['n']]);
    await tab.ledger.write([{ name: plan.name, run: (doc) => addPlanRows(doc, 'goals', [goal('g')], HAND) }]);
    await tab.ledger.write([
      { name: plan.name, run: (doc) => castVote(doc, asId('n'), asId('osp'), false, HAND) },
    ]);
    await tab.ledger.write([{ name: plan.name, run: (doc) => addPlanRows(doc, 'needs', [need('o')], HAND) }]);
    await expect.poll(() => seen).toEqual([['n'], ['n', 'o']]);
    subscription.unsubscribe();
  });

  it('[G9] comes into the database of an older release, whose rows stay', async () => {
    const name = freshName();
    const older = new Dexie(name);
    older.version(1).stores({ settings: 'key', documents: 'name, partnershipId, unsent' });
    await older.table('settings').put({ key: 'personName', value: 'Anna' });
    older.close();
    const db = new DeviceDatabase(name);
    expect(await db.settings.get('personName')).toEqual({ key: 'personName', value: 'Anna' });
    expect(await db.plan.count()).toBe(0);
    db.close();
  });
});
