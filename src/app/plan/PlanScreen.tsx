// The plan for whoever works here: who may write it, and who else is at it right now.

import { liveQuery } from 'dexie';
import { useCallback, useMemo } from 'preact/hooks';
import { strongestRight } from '../../domain/access.ts';
import type { PartnershipId } from '../../domain/ids.ts';
import type { PlanPlace } from '../../domain/places.ts';
import type { IsoDate } from '../../domain/time.ts';
import { PlanPageRoom } from '../../rooms/plan/PlanPageRoom.tsx';
import { PlanRoom } from '../../rooms/plan/PlanRoom.tsx';
import type { HoldPresence } from '../../rooms/plan/presence/usePresence.ts';
import { documentName } from '../../schema/documentName.ts';
import { readRawSettings } from '../../storage/settings.ts';
import { type Observed, useObservable } from '../../ui/useObservable.ts';
import type { AppParts, OwnScreenProps } from '../appParts.ts';
import { MEMBERSHIP_SETTING, rolesIn } from '../../storage/grantedRoles.ts';
import { ScreenSkeleton } from '../routing/ScreenSkeleton.tsx';
import { latePresence } from './latePresence.ts';

export interface PlanScreenProps extends OwnScreenProps {
  readonly mayKeepRegister: boolean;
  readonly place: PlanPlace;
}

export function PlanScreen({ parts, partnershipId, mayKeepRegister, place }: PlanScreenProps) {
  const today = parts.device.today();
  // The app is drawn anew with whatever waits to be sent, which is at every letter; this is not, but for a new day.
  return useMemo(
    () =>
      partnershipId === undefined ? null : (
        <Plan
          parts={parts}
          partnershipId={partnershipId}
          mayKeepRegister={mayKeepRegister}
          place={place}
          today={today}
        />
      ),
    [parts, partnershipId, mayKeepRegister, place, today],
  );
}

interface PlanOfProps {
  readonly parts: AppParts;
  readonly partnershipId: PartnershipId;
  readonly mayKeepRegister: boolean;
  readonly place: PlanPlace;
  /** Rooms ask the device for it; another one draws them anew. */
  readonly today: IsoDate;
}

function Plan({ parts, partnershipId, mayKeepRegister, place }: PlanOfProps) {
  const { device, router, sync } = parts;
  const holdPresence = useCallback<HoldPresence>(
    () =>
      latePresence(() => sync.awareness(documentName('partnership', partnershipId)), device.reportFailure),
    [sync, device, partnershipId],
  );
  const mayWrite = useMayWrite(parts, partnershipId);
  if (mayWrite.kind === 'loading') return <ScreenSkeleton />;
  // Nothing can be written where it is not known whether it would be taken.
  const mayWriteHere = mayWrite.kind === 'ready' && mayWrite.value;
  const props = {
    device,
    go: router.go,
    partnershipId,
    mayKeepRegister,
    mayWrite: mayWriteHere,
    holdPresence,
  };
  return place.kind === 'plan' ? (
    <PlanRoom {...props} />
  ) : (
    <PlanPageRoom {...props} page={place.page} item={place.item} />
  );
}

/** Without a role there (a device that works alone, a partnership that was begun here) the plan is the person's own. */
function useMayWrite({ device }: AppParts, partnershipId: PartnershipId): Observed<boolean> {
  return useObservable<boolean>(
    () =>
      liveQuery(async () => {
        const raw = await readRawSettings(device.db, [MEMBERSHIP_SETTING]);
        const roles = rolesIn(raw.get(MEMBERSHIP_SETTING), partnershipId);
        return roles.length === 0 || strongestRight(roles, 'partnership') === 'write';
      }),
    [device.db, partnershipId],
  );
}
