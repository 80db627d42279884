// A merge that overrules a value, as the ledger of a device takes it in from the server.
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { addPlanRows, editPlanRow } from '../../src/documents/planCommands.ts';
import { asId } from '../../src/domain/ids.ts';
import type { Role } from '../../src/domain/access.ts';
import { documentName } from '../../src/schema/documentName.ts';
import { MEMBERSHIP_SETTING } from '../../src/storage/grantedRoles.ts';
import { readPlan } from '../../src/storage/planQueries.ts';
import { goal } from '../domain/plan/planRows.ts';
import { begunPlan, hand } from '../documents/planReplicas.ts';
import { freshName, openTab, PARTNERSHIP, type TestTab } from './testLedger.ts';

const NAME = documentName('partnership', PARTNERSHIP);

/** A device that has set a title, and what another one made of the same goal a little earlier by its clock. */
async function overruled(role: Role): Promise<{ readonly tab: TestTab; readonly update: Uint8Array }> {
  const tab = openTab(freshName());
  await tab.db.settings.put({
    key: MEMBERSHIP_SETTING,
    value: { kind: 'joined', grants: [{ scope: PARTNERSHIP, role }] },
  });
  const other = begunPlan();
  // Yjs lets the higher client stand.
  other.clientID = 2 ** 32 - 1;
  addPlanRows(other, 'goals', [goal('g')], hand('Anna', 1));
  const first = Y.encodeStateAsUpdateV2(other);
  await tab.ledger.replicas.receive(NAME, { update: first, cursor: 1, incarnation: '' });
  await tab.ledger.write([
    {
      name: NAME,
      run: (doc) => editPlanRow(doc, 'goals', asId('g'), { title: 'Klub gier' }, hand('Bogdan', 9)),
    },
  ]);
  editPlanRow(other, 'goals', asId('g'), { title: 'Klub filmu' }, hand('Anna', 5));
  return { tab, update: Y.encodeStateAsUpdateV2(other) };
}

describe('a value of this device that a merge overruled by chance', () => {
  it('[G4] is put back in place where its member may write, committed with the merge, and waits to be sent', async () => {
    const { tab, update } = await overruled('partner');
    const sent = await tab.ledger.replicas.outgoing(NAME);
    await tab.ledger.replicas.receive(NAME, { update, cursor: 2, acknowledged: sent, incarnation: '' });
    const { goals, overruled: stories } = await readPlan(tab.db, PARTNERSHIP, ['goals', 'overruled']);
    expect(goals).toMatchObject([{ title: 'Klub gier', unsent: 1 }]);
    expect(stories).toMatchObject([
      { field: 'title', lost: { value: 'Klub filmu' }, stood: { value: 'Klub gier' }, unsent: 1 },
    ]);
    const onServer = new Y.Doc();
    for (const part of [sent.update, update, (await tab.ledger.replicas.outgoing(NAME)).update])
      Y.applyUpdateV2(onServer, part);
    const row = onServer.getMap('goals').get('g');
    expect(row instanceof Y.Map ? row.get('title') : undefined).toMatchObject([
      'Klub gier',
      9,
      expect.any(Number),
    ]);
    expect(tab.failures).toEqual([]);
  });

  it('[G7] is left to others where its member may only read', async () => {
    const { tab, update } = await overruled('coordinator');
    const sent = await tab.ledger.replicas.outgoing(NAME);
    await tab.ledger.replicas.receive(NAME, { update, cursor: 2, acknowledged: sent, incarnation: '' });
    expect((await tab.ledger.replicas.outgoing(NAME)).update).toEqual(new Uint8Array());
    expect((await readPlan(tab.db, PARTNERSHIP, ['overruled'])).overruled).toEqual([]);
  });
});
