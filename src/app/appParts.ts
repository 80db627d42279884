// The parts of the app that its screens are given; put together in startApp.

import type { Device } from '../storage/device.ts';
import type { FailureLog } from './failures/failureLog.ts';
import type { Router } from './routing/router.ts';
import type { Rooms } from './routing/rooms.tsx';

export interface AppParts {
  readonly device: Device;
  readonly router: Router;
  readonly rooms: Rooms;
  readonly failures: FailureLog;
}
