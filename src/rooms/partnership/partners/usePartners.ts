// The rows of the partners' screen, live. Contact data is not among them: it is read where it is edited.

import { useMemo } from 'preact/hooks';
import type { PartnershipId } from '../../../domain/ids.ts';
import type { Row } from '../../../storage/database.ts';
import type { Device } from '../../../storage/device.ts';
import { type PeopleRows, watchOrganisations, watchPeople } from '../../../storage/queries.ts';
import { type Observed, useObservable } from '../../../ui/useObservable.ts';

export interface PartnerRows extends PeopleRows {
  readonly organisations: readonly Row<'organisations'>[];
}

export function usePartners(device: Device, partnershipId: PartnershipId): Observed<PartnerRows> {
  const people = useObservable<PeopleRows>(
    () => watchPeople(device.db, partnershipId),
    [device.db, partnershipId],
  );
  const organisations = useObservable<readonly Row<'organisations'>[]>(
    () => watchOrganisations(device.db, partnershipId),
    [device.db, partnershipId],
  );
  return useMemo(() => {
    if (people.kind === 'failed') return people;
    if (organisations.kind === 'failed') return organisations;
    if (people.kind === 'loading' || organisations.kind === 'loading') return { kind: 'loading' };
    return { kind: 'ready', value: { ...people.value, organisations: organisations.value } };
  }, [people, organisations]);
}
