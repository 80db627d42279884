// The ledger as rooms hold it from the first moment: its engine, with Yjs, is fetched when first needed or when the
// browser has nothing to do. The status is there at once.

import { createStore } from 'zustand/vanilla';
import type { Ledger, LedgerStatus } from '../../storage/ledger.ts';

export interface LazyLedger<Engine extends Ledger> {
  readonly ledger: Ledger;
  /** The engine itself, for those who need more of it than rooms do; fetched with this call. */
  readonly engine: () => Promise<Engine>;
}

/** A fetch that failed is tried anew with the next call. */
export function lazyLedger<Engine extends Ledger>(fetchEngine: () => Promise<Engine>): LazyLedger<Engine> {
  const status = createStore<LedgerStatus>(() => ({ kind: 'ok' }));
  let fetched: Promise<Engine> | undefined;

  const engine = (): Promise<Engine> => {
    fetched ??= fetchEngine().then(
      (ready) => {
        status.setState(ready.status.getState(), true);
        ready.status.subscribe((next) => status.setState(next, true));
        return ready;
      },
      (cause: unknown) => {
        fetched = undefined;
        throw cause;
      },
    );
    return fetched;
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
