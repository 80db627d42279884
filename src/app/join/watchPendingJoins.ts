// Invitations accepted on this device that wait for the server or were refused, as they change.

import { type Observable, liveQuery } from 'dexie';
import type { DeviceDatabase } from '../../storage/database.ts';
import { type PendingJoin, readJoins } from '../../sync/joining.ts';

export function watchPendingJoins(db: DeviceDatabase): Observable<readonly PendingJoin[]> {
  return liveQuery(() => readJoins({ db }));
}
