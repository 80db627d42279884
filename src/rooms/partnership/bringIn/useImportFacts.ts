// What the preview compares a list with, live: people, contact data, organisations, meetings.

import { useMemo } from 'preact/hooks';
import type { PartnershipId } from '../../../domain/ids.ts';
import type { Meeting } from '../../../domain/meeting.ts';
import type { PartnerOrganisation } from '../../../domain/organisation.ts';
import type { ContactData } from '../../../domain/person.ts';
import type { Device } from '../../../storage/device.ts';
import {
  type PeopleRows,
  watchContacts,
  watchMeetings,
  watchOrganisations,
  watchPeople,
} from '../../../storage/queries.ts';
import { type Observed, useObservable } from '../../../ui/useObservable.ts';
import type { PartnerFacts } from './knownPeople.ts';

export interface ImportFacts extends PartnerFacts {
  readonly meetings: readonly Meeting[];
}

export function useImportFacts({ db }: Device, id: PartnershipId): Observed<ImportFacts> {
  const people = useObservable<PeopleRows>(() => watchPeople(db, id), [db, id]);
  const contacts = useObservable<readonly ContactData[]>(() => watchContacts(db, id), [db, id]);
  const organisations = useObservable<readonly PartnerOrganisation[]>(
    () => watchOrganisations(db, id),
    [db, id],
  );
  const meetings = useObservable<readonly Meeting[]>(() => watchMeetings(db, id), [db, id]);
  return useMemo(() => {
    const failed = [people, contacts, organisations, meetings].find((each) => each.kind === 'failed');
    if (failed?.kind === 'failed') return failed;
    if (
      people.kind !== 'ready' ||
      contacts.kind !== 'ready' ||
      organisations.kind !== 'ready' ||
      meetings.kind !== 'ready'
    ) {
      return { kind: 'loading' };
    }
    return {
      kind: 'ready',
      value: {
        ...people.value,
        contacts: contacts.value,
        organisations: organisations.value,
        meetings: meetings.value,
      },
    };
  }, [people, contacts, organisations, meetings]);
}
