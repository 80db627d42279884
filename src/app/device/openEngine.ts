// Opens the ledger's engine over this browser's storage. A module of its own, so that Yjs comes with it and not before.

import type { StoreApi } from 'zustand/vanilla';
import type { Instant } from '../../domain/time.ts';
import type { DeviceDatabase } from '../../storage/database.ts';
import { DOCUMENT_DATABASES } from '../../storage/databaseNames.ts';
import { yIndexedDbStore } from '../../storage/documentStore.ts';
import type { LedgerStatus } from '../../storage/ledger.ts';
import { type LedgerEngine, openLedger } from '../../storage/ledgerEngine.ts';

export interface EngineOptions {
  readonly db: DeviceDatabase;
  readonly now: () => Instant;
  readonly status: StoreApi<LedgerStatus>;
  readonly hasServer: () => Promise<boolean>;
  readonly reportFailure: (failure: unknown) => void;
}

export function openEngine(options: EngineOptions): LedgerEngine {
  return openLedger({
    ...options,
    store: yIndexedDbStore(DOCUMENT_DATABASES),
    planEngine: async () => (await import('../../documents/planEngine.ts')).planEngine,
  });
}
