// Which version's acceptance the plan shows: of the latest version that anybody has accepted, else the latest one.

import type { Fingerprint } from '../seal.ts';
import type { ShownAcceptance } from './planContent.ts';
import type { Acceptance, PlanVersion } from './planVersion.ts';

/** `undefined` where no version has been proposed. */
export function versionShown(
  versions: readonly PlanVersion[],
  acceptances: readonly Acceptance[],
): Omit<ShownAcceptance, 'hasChangedSince'> | undefined {
  const latestFirst = versions.toSorted((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
  const isAccepted = ({ id }: PlanVersion): boolean => acceptances.some(({ versionId }) => versionId === id);
  const version = latestFirst.find(isAccepted) ?? latestFirst[0];
  return (
    version && {
      version,
      acceptances: acceptances
        .filter(({ versionId }) => versionId === version.id)
        .toSorted((a, b) => a.at - b.at || (a.organisationId < b.organisationId ? -1 : 1)),
    }
  );
}

export function acceptanceShown(
  versions: readonly PlanVersion[],
  acceptances: readonly Acceptance[],
  current: Fingerprint,
): ShownAcceptance | undefined {
  const shown = versionShown(versions, acceptances);
  return shown && { ...shown, hasChangedSince: shown.version.fingerprint !== current };
}
