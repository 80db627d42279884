// The round for whoever works here: programme staff may change it, everybody else reads it.

import { liveQuery } from 'dexie';
import type { RoundId } from '../../domain/ids.ts';
import { THIRD_ROUND } from '../../domain/programme/thirdRound.ts';
import { ProgrammeRoom } from '../../rooms/programme/ProgrammeRoom.tsx';
import { readMembership } from '../../sync/membership.ts';
import { useObservable } from '../../ui/useObservable.ts';
import type { OwnScreenProps } from '../appParts.ts';

interface Standing {
  readonly roundId: RoundId;
  readonly isStaff: boolean;
}

export function ProgrammeScreen({ parts, partnershipId }: OwnScreenProps) {
  const { device } = parts;
  const observed = useObservable<Standing>(
    () =>
      liveQuery(async () => {
        const grants = (await readMembership(device.db))?.grants ?? [];
        const partnership = partnershipId && (await device.db.partnerships.get(partnershipId));
        const isStaff = grants.some(({ scope, role }) => scope === 'programme' && role === 'coordinator');
        return { roundId: partnership ? partnership.roundId : THIRD_ROUND.id, isStaff };
      }),
    [device.db, partnershipId],
  );
  const standing = observed.kind === 'ready' ? observed.value : { roundId: THIRD_ROUND.id, isStaff: false };
  return <ProgrammeRoom device={device} {...standing} />;
}
