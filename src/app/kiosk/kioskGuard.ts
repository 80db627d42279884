// While the tablet is passed round for signing, every other place is shut: whatever is asked for, signing is opened.
// Switching it on and off, and the PIN, are the attendance room's.

import type { Place } from '../../domain/places.ts';
import type { Instant } from '../../domain/time.ts';
import type { DeviceDatabase } from '../../storage/database.ts';
import { type Kiosk, kioskEnd, readKiosk, watchKiosk } from '../../storage/kiosk.ts';

export interface KioskGuard {
  readonly guard: (place: Place) => Place;
  readonly current: () => Kiosk | undefined;
  readonly dispose: () => void;
}

export interface KioskGuardOptions {
  readonly db: DeviceDatabase;
  readonly now: () => Instant;
  /** Goes there; called when a place that was shut turns out to be open. */
  readonly go: (place: Place) => void;
  /** Another tab has switched signing on: this one must show it too. */
  readonly onEntered: (kiosk: Kiosk) => void;
  readonly reportFailure: (failure: unknown) => void;
}

export function startKioskGuard(initial: Kiosk | undefined, options: KioskGuardOptions): KioskGuard {
  const { db, now, reportFailure } = options;
  let kiosk = initial;

  const subscription = watchKiosk(db, now).subscribe({
    next: (next) => {
      const isNew = kiosk === undefined && next !== undefined;
      kiosk = next;
      if (isNew) options.onEntered(next);
    },
    error: reportFailure,
  });

  /** The live query lags a little behind the PIN that was just given: before a place stays shut the database is asked. */
  const askAgain = async (wished: Place): Promise<void> => {
    kiosk = await readKiosk(db, now());
    if (kiosk === undefined) options.go(wished);
  };

  return {
    current: () => kiosk,
    guard: (place) => {
      if (kiosk === undefined || now() >= kioskEnd(kiosk)) return place;
      if (place.kind === 'selfSigning' && place.meetingId === kiosk.meetingId) return place;
      askAgain(place).catch(reportFailure);
      return { kind: 'selfSigning', meetingId: kiosk.meetingId };
    },
    dispose: () => subscription.unsubscribe(),
  };
}
