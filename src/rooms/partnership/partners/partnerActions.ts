// What the partners' screen writes, as named actions. Each resolves when it is durable and throws StorageFailure when it is
// not; the ones with a way back say so in a toast.

import {
  type NewOrganisation,
  addOrganisations,
  editOrganisation,
} from '../../../documents/partnershipCommands.ts';
import {
  addPersons,
  editContact,
  editPerson,
  recordRepresentation,
} from '../../../documents/registerCommands.ts';
import type { OrganisationId, PartnershipId, PersonId, RepresentationId } from '../../../domain/ids.ts';
import type { PartnerOrganisation, Representation } from '../../../domain/organisation.ts';
import type { Person } from '../../../domain/person.ts';
import { type WantedRepresentation, changeRepresentation } from '../../../domain/representationChange.ts';
import { documentName } from '../../../schema/documentName.ts';
import type { Device } from '../../../storage/device.ts';
import type { DocumentChange } from '../../../storage/ledger.ts';
import { showToast } from '../../../ui/feedback/toasts.ts';
import { t } from '../../../ui/i18n/partnershipTexts.ts';

/** A person as the form holds it, cleaned. */
export interface PersonFields {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly wanted: WantedRepresentation;
  /** An organisation that is entered together with the person. */
  readonly newOrganisation: NewOrganisation | undefined;
}

export interface PartnerActions {
  readonly addOrganisation: (organisation: NewOrganisation) => Promise<void>;
  readonly editOrganisation: (
    id: OrganisationId,
    fields: Partial<Omit<PartnerOrganisation, 'id'>>,
  ) => Promise<void>;
  readonly addPerson: (
    id: PersonId,
    representationId: RepresentationId,
    fields: PersonFields,
  ) => Promise<void>;
  readonly editPerson: (
    id: PersonId,
    representationId: RepresentationId,
    current: Representation | undefined,
    fields: PersonFields,
  ) => Promise<void>;
  readonly hideOrganisation: (organisation: PartnerOrganisation) => void;
  readonly hidePerson: (person: Person) => void;
  readonly showOrganisation: (id: OrganisationId) => void;
  readonly showPerson: (id: PersonId) => void;
  readonly endRepresentation: (person: Person, representation: Representation) => void;
  /** The double folds into the other; what contact data the other lacks is taken over. */
  readonly merge: (kept: Person, double: Person) => Promise<void>;
}

export function partnerActions(device: Device, partnershipId: PartnershipId): PartnerActions {
  const inPartnership = (run: DocumentChange['run']): DocumentChange => ({
    name: documentName('partnership', partnershipId),
    run,
  });
  const inRegister = (run: DocumentChange['run']): DocumentChange => ({
    name: documentName('register', partnershipId),
    run,
  });
  const store = (...changes: readonly DocumentChange[]): Promise<void> => device.ledger.write(changes);
  const run = (work: Promise<void>): void => {
    work.catch(device.reportFailure);
  };
  /** Does it, and offers the way back once it is done. */
  const runWithUndo = (text: string, change: DocumentChange, undo: DocumentChange): void => {
    const offer = (): void => {
      showToast({ text, action: { label: t().common.undo, run: () => run(store(undo)) } });
    };
    store(change).then(offer, device.reportFailure);
  };

  function writePerson(fields: PersonFields, write: DocumentChange['run']): Promise<void> {
    const { newOrganisation } = fields;
    const organisation = newOrganisation && inPartnership((doc) => addOrganisations(doc, [newOrganisation]));
    return store(...(organisation ? [organisation] : []), inRegister(write));
  }

  return {
    addOrganisation: (organisation) => store(inPartnership((doc) => addOrganisations(doc, [organisation]))),
    editOrganisation: (id, fields) => store(inPartnership((doc) => editOrganisation(doc, id, fields))),
    addPerson: (id, representationId, fields) =>
      writePerson(fields, (doc) => {
        const { organisationId, role } = fields.wanted;
        const representation = organisationId && {
          id: representationId,
          organisationId,
          role,
          from: device.today(),
        };
        addPersons(doc, [{ ...fields, id, createdAt: device.now(), representation }]);
      }),
    editPerson: (id, representationId, current, fields) =>
      writePerson(fields, (doc) => {
        editPerson(doc, id, { name: fields.name });
        editContact(doc, id, fields);
        for (const write of changeRepresentation(current, fields.wanted, device.today())) {
          if (write.kind === 'change') recordRepresentation(doc, write.id, write.fields);
          else {
            const { organisationId, role, from } = write;
            recordRepresentation(doc, representationId, { personId: id, organisationId, role, from });
          }
        }
      }),
    hideOrganisation: ({ id, name }) => {
      const change = (isHidden: boolean) => inPartnership((doc) => editOrganisation(doc, id, { isHidden }));
      runWithUndo(t().partnership.removed(name), change(true), change(false));
    },
    hidePerson: ({ id, name }) => {
      const change = (isHidden: boolean) => inRegister((doc) => editPerson(doc, id, { isHidden }));
      runWithUndo(t().partnership.removed(name), change(true), change(false));
    },
    showOrganisation: (id) =>
      run(store(inPartnership((doc) => editOrganisation(doc, id, { isHidden: false })))),
    showPerson: (id) => run(store(inRegister((doc) => editPerson(doc, id, { isHidden: false })))),
    endRepresentation: ({ name }, { id }) => {
      const change = (to: Representation['to']) => inRegister((doc) => recordRepresentation(doc, id, { to }));
      runWithUndo(t().partnership.ended(name), change(device.today()), change(undefined));
    },
    merge: async (kept, double) => {
      const [own, other] = await device.db.contacts.bulkGet([kept.id, double.id]);
      await store(
        inRegister((doc) => {
          editPerson(doc, double.id, { mergedInto: kept.id });
          editContact(doc, kept.id, {
            ...(!own?.phone && other?.phone && { phone: other.phone }),
            ...(!own?.email && other?.email && { email: other.email }),
          });
        }),
      );
      const undo = inRegister((doc) => editPerson(doc, double.id, { mergedInto: undefined }));
      showToast({
        text: t().partnership.merged(kept.name),
        action: { label: t().common.undo, run: () => run(store(undo)) },
      });
    },
  };
}
