// The ledger as rooms hold it from the first moment: its engine, with Yjs, is fetched when first needed or when the
// browser has nothing to do. The status is there at once.

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Ledger, LedgerStatus } from '../../storage/ledger.ts';

export interface LazyLedger<Engine extends Ledger> {
  readonly ledger: Ledger;
  /** The engine itself, for those who need more of it than rooms do; fetched with the first call. */
  readonly engine: () => Promise<Engine>;
}

/** `fetchEngine` is given the status that the engine is to keep. A fetch that failed is tried anew with the next call. */
export function lazyLedger<Engine extends Ledger>(
  fetchEngine: (status: StoreApi<LedgerStatus>) => Promise<Engine>,
): LazyLedger<Engine> {
  const status = createStore<LedgerStatus>(() => ({ kind: 'ok' }));
  let fetched: Promise<Engine> | undefined;

  const engine = async (): Promise<Engine> => {
    fetched ??= fetchEngine(status);
    try {
      return await fetched;
    } catch (cause) {
      fetched = undefined;
      throw cause;
    }
  };

  return {
    engine,
    ledger: {
      status,
      write: async (changes, within) => (await engine()).write(changes, within),
      open: async (name) => (await engine()).open(name),
      retry: async () => (await engine()).retry(),
      exportAll: async () => (await engine()).exportAll(),
    },
  };
}
