// A device as rooms are given it, on a real ledger over fake-indexeddb, with ids and a day that are the same every time.
import { type AnyId, asId } from '../../src/domain/ids.ts';
import { asInstant, decodeIsoDate } from '../../src/domain/time.ts';
import type { Device } from '../../src/storage/device.ts';
import { toasts } from '../../src/ui/feedback/toasts.ts';
import { DEVICE, type TestTab, freshName, openTab, rebuildAlone } from '../storage/testLedger.ts';

export interface TestDevice extends Device {
  readonly tab: TestTab;
}

export function openDevice(day = '2026-11-22'): TestDevice {
  toasts.setState({ shown: [] });
  const tab = openTab(freshName());
  const today = decodeIsoDate(day);
  if (today === undefined) throw new Error(`no day: ${day}`);
  let made = 0;
  return {
    id: DEVICE,
    db: tab.db,
    ledger: tab.ledger,
    rebuildRegister: rebuildAlone(tab.ledger),
    newId: <Id extends AnyId>() => {
      made += 1;
      return asId<Id>(`id${made}`);
    },
    now: () => asInstant(1_790_000_000_000),
    today: () => today,
    reportFailure: (failure) => {
      throw failure;
    },
    tab,
  };
}

/** Presses "Cofnij" on the latest toast. */
export function undoLatest(): void {
  const action = toasts.getState().shown.at(-1)?.action;
  if (action === undefined) throw new Error('no toast with a way back');
  toasts.setState({ shown: [] });
  action.run();
}
