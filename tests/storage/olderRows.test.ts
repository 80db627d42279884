// Query rows that an older release left on the device.
import 'fake-indexeddb/auto';
import * as Y from 'yjs';
import { describe, expect, it, vi } from 'vitest';
import { editLibrary } from '../../src/documents/partnershipCommands.ts';
import { documentName } from '../../src/schema/documentName.ts';
import { yIndexedDbStore } from '../../src/storage/documentStore.ts';
import { renewOlderRows } from '../../src/storage/olderRows.ts';
import { readSetting, writeSetting } from '../../src/storage/settings.ts';
import { PARTNERSHIP_VERSION_1 } from '../compat/partnershipVersion1.ts';
import { PARTNERSHIP, begin, freshName, openTab, person } from './testLedger.ts';

describe('[G9] query rows of an older release', () => {
  it('are projected anew once, and hold afterwards what the older release did not know', async () => {
    const tab = openTab(freshName());
    await tab.ledger.write([
      {
        name: documentName('partnership', PARTNERSHIP),
        run: (doc) => {
          Y.applyUpdateV2(doc, PARTNERSHIP_VERSION_1);
          editLibrary(doc, { acceptedRules: '2' });
        },
      },
    ]);
    // As the older release would have left the row: it did not know of the library.
    const { library: _library, ...older } = (await tab.db.partnerships.get(PARTNERSHIP)) ?? {};
    await tab.db.table('partnerships').put(older);
    expect((await tab.db.partnerships.get(PARTNERSHIP))?.library).toBeUndefined();

    const rebuild = vi.fn<() => Promise<void>>(() => tab.ledger.rebuild());
    await renewOlderRows(tab.db, { rebuild });
    await renewOlderRows(tab.db, { rebuild });
    expect(rebuild).toHaveBeenCalledTimes(1);
    expect((await tab.db.partnerships.get(PARTNERSHIP))?.library?.acceptedRules).toBe('2');
    expect(tab.failures).toEqual([]);
  });

  it('are not looked for on an empty device, nor written off when the rebuild fails', async () => {
    const empty = openTab(freshName());
    const rebuild = vi.fn<() => Promise<void>>(() => Promise.reject(new Error('full')));
    await renewOlderRows(empty.db, { rebuild });
    expect(rebuild).not.toHaveBeenCalled();

    const tab = openTab(freshName());
    await tab.ledger.write([begin()]);
    await writeSetting(tab.db, 'rowsVersion', 1);
    await expect(renewOlderRows(tab.db, { rebuild })).rejects.toThrow('full');
    expect(await readSetting(tab.db, 'rowsVersion')).toBe(1);
  });

  it('a rebuild does not hide what another tab commits while it runs', async () => {
    const name = freshName();
    const other = openTab(name);
    const later = documentName('register', 'zawada');
    await other.ledger.write([begin(), person('anna', 'Anna')]);
    await other.ledger.write([{ ...begin(), name: later }]);
    const store = yIndexedDbStore(`${name}-doc-`);
    let met = 0;
    const tab = openTab(name, {
      store: {
        ...store,
        // The other tab writes into a document that was projected already, while the next one is being opened.
        attach: async (document, doc) => {
          if (document === later && (met += 1) === 1) await other.ledger.write([person('bogdan', 'Bogdan')]);
          return store.attach(document, doc);
        },
      },
    });
    await tab.ledger.rebuild();
    expect(met).toBeGreaterThan(0);
    expect((await tab.db.persons.toArray()).map((row) => row.name).sort()).toEqual(['Anna', 'Bogdan']);
  });
});
