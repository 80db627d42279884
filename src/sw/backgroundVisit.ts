// A visit to the server while no page is open, started by the browser when the connection is back (Background Sync). The
// worker fetches this script when it is installed and runs it only then, so that starting the app never pays for it.

import { planEngine } from '../documents/planEngine.ts';
import { DeviceDatabase } from '../storage/database.ts';
import { DATABASE, DOCUMENT_DATABASES } from '../storage/databaseNames.ts';
import { yIndexedDbStore } from '../storage/documentStore.ts';
import { openLedger } from '../storage/ledgerEngine.ts';
import { systemNow } from '../storage/systemClock.ts';
import { httpTo } from '../sync/http.ts';
import { visitOnce } from '../sync/visit.ts';
import { provideVisit } from './visitSlot.ts';

provideVisit(async () => {
  const db = new DeviceDatabase(DATABASE);
  const reportFailure = (failure: unknown): void => console.error(failure);
  const ledger = openLedger({
    db,
    reportFailure,
    now: systemNow,
    store: yIndexedDbStore(DOCUMENT_DATABASES),
    planEngine: async () => planEngine,
    hasServer: async () => true,
    lingerMs: 0,
  });
  try {
    return await visitOnce({
      db,
      replicas: ledger.replicas,
      http: httpTo(self.location.origin),
      now: systemNow,
      reportFailure,
    });
  } finally {
    await ledger.dispose();
    db.close();
  }
});
