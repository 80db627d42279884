// What the app gives to every screen of the plan.

import type { PartnershipId } from '../../domain/ids.ts';
import type { Place } from '../../domain/places.ts';
import type { PlanFront } from '../../storage/planFrontQueries.ts';
import type { Device } from '../../storage/device.ts';
import { planWork, type PlanWork } from './planWork.ts';
import type { HoldPresence } from './presence/usePresence.ts';
import type { PresentAs } from './text/presence.ts';

export interface PlanProps {
  readonly device: Device;
  readonly go: (place: Place) => void;
  readonly partnershipId: PartnershipId;
  /** Whether the person's role lets them write the plan. */
  readonly mayWrite: boolean;
  /** Librarian and animator: they also write down what partners say. */
  readonly mayKeepRegister: boolean;
  readonly holdPresence: HoldPresence;
}

export function workOf(props: PlanProps, front: PlanFront, isVersionWritable: boolean): PlanWork {
  const { device, go, partnershipId, mayWrite, mayKeepRegister } = props;
  return planWork({
    device,
    go,
    partnershipId,
    personName: front.personName,
    organisationId: front.ownOrganisation,
    maySpeakForPartners: mayKeepRegister,
    readOnly: mayWrite ? (isVersionWritable ? undefined : 'version') : 'role',
  });
}

/** How this device is seen by others at the plan: without an organisation, by its own colour. */
export function presentAs(
  { personName, ownOrganisation, organisations }: PlanFront,
  deviceId: string,
): PresentAs {
  const organisation = organisations.find(({ id }) => id === ownOrganisation);
  return {
    name: personName,
    organisationId: organisation?.id ?? deviceId,
    organisation: organisation?.name ?? '',
  };
}
