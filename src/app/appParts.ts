// The parts of the app that its screens are given; put together in startApp.

import type { PartnershipId } from '../domain/ids.ts';
import type { Device } from '../storage/device.ts';
import type { SpaceWatch } from './device/watchSpace.ts';
import type { LedgerEngine } from '../storage/ledgerEngine.ts';
import type { ExampleControl } from './example/exampleControl.ts';
import type { FailureLog } from './failures/failureLog.ts';
import type { InstallOffer } from './install/installOffer.ts';
import type { Router } from './routing/router.ts';
import type { LazySync } from './sync/lazySync.ts';
import type { Updates } from './update/updates.ts';

export interface AppParts {
  readonly device: Device;
  readonly engine: () => Promise<LedgerEngine>;
  readonly router: Router;
  readonly failures: FailureLog;
  readonly sync: LazySync;
  readonly example: ExampleControl;
  readonly updates: Updates;
  readonly install: InstallOffer;
  readonly space: SpaceWatch;
  /** Opens the app anew, unless something on the screen would be lost by it: then it says so. */
  readonly reopen: () => void;
}

/** What a screen of the app's own is given. */
export interface OwnScreenProps {
  readonly parts: AppParts;
  /** `undefined` on an empty device. */
  readonly partnershipId: PartnershipId | undefined;
}
