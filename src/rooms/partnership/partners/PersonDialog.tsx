// Adding a person, or correcting one: name, whom they speak for, contact data apart from it.

import { useState } from 'preact/hooks';
import type { OrganisationId, PartnershipId, PersonId, RepresentationId } from '../../../domain/ids.ts';
import { listPeople } from '../../../domain/partnerDirectory.ts';
import type { ContactData } from '../../../domain/person.ts';
import { cleanLine } from '../../../domain/text/cleanLine.ts';
import { guessOrganisationType } from '../../../domain/text/guessOrganisationType.ts';
import type { Device } from '../../../storage/device.ts';
import { watchContacts } from '../../../storage/queries.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Dialog } from '../../../ui/feedback/Dialog.tsx';
import { Form, FormRow } from '../../../ui/fields/Form.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { SaveActions } from '../../../ui/fields/SaveActions.tsx';
import { t } from '../../../ui/i18n/partnershipTexts.ts';
import { Disclosure } from '../../../ui/layout/Disclosure.tsx';
import { useObservable } from '../../../ui/useObservable.ts';
import { useSaving } from '../../../ui/useSaving.ts';
import {
  emailProblem,
  nameProblem,
  optionalTitleProblem,
  phoneProblem,
  titleProblem,
} from '../fields/textProblem.ts';
import { ErasePerson } from './ErasePerson.tsx';
import { NEW, NOBODY, type OrganisationChoice, OrganisationChoiceField } from './OrganisationChoiceField.tsx';
import { RepresentationHistory } from './RepresentationHistory.tsx';
import type { PartnerActions, PersonFields } from './partnerActions.ts';
import type { PartnerRows } from './usePartners.ts';

export interface PersonDialogProps {
  readonly device: Device;
  readonly partnershipId: PartnershipId;
  readonly rows: PartnerRows;
  readonly actions: PartnerActions;
  /** `undefined`: a new one. */
  readonly id: PersonId | undefined;
  /** For whom a new person speaks, when that is known. */
  readonly organisationId: OrganisationId | undefined;
  readonly onClose: () => void;
}

export function PersonDialog(props: PersonDialogProps) {
  const { device, partnershipId, id, onClose } = props;
  const contacts = useObservable<readonly ContactData[]>(
    () => watchContacts(device.db, partnershipId),
    [device.db, partnershipId],
  );
  const [isErasing, setErasing] = useState(false);
  const texts = t().partnership;
  const person = props.rows.persons.find((each) => each.id === id);
  if (isErasing && person !== undefined) {
    const { id: erased, name } = person;
    return (
      <Dialog open title={texts.erasing.offer} onClose={onClose}>
        <ErasePerson
          {...{ device, partnershipId, name }}
          id={erased}
          onErased={onClose}
          onBack={() => setErasing(false)}
        />
      </Dialog>
    );
  }
  const title = id === undefined ? texts.addPerson : texts.editPerson;
  return (
    <Dialog open title={title} onClose={onClose}>
      {/* The form begins with what is known; it appears when that has been read. */}
      {contacts.kind === 'ready' && (
        <PersonForm {...props} contact={contacts.value.find((contact) => contact.personId === id)} />
      )}
      {id !== undefined && (
        <Button variant="quiet" icon="trash" onClick={() => setErasing(true)}>
          {texts.erasing.offer}
        </Button>
      )}
      {contacts.kind === 'failed' && <p role="alert">{t().problems.unreadable}</p>}
    </Dialog>
  );
}

interface PersonFormProps extends PersonDialogProps {
  readonly contact: ContactData | undefined;
}

function PersonForm({ device, rows, actions, id, organisationId, contact, onClose }: PersonFormProps) {
  const texts = t().partnership;
  const [existing] = useState(() => listPeople(rows).find((entry) => entry.person.id === id));
  const current = existing?.current[0];
  // One set of ids for all attempts.
  const [ids] = useState(() => ({
    person: id ?? device.newId<PersonId>(),
    representation: device.newId<RepresentationId>(),
    organisation: device.newId<OrganisationId>(),
  }));
  const [name, setName] = useState(existing?.person.name ?? '');
  const [choice, setChoice] = useState<OrganisationChoice>(
    current?.organisationId ?? organisationId ?? NOBODY,
  );
  const [newName, setNewName] = useState('');
  const [role, setRole] = useState(current?.role ?? '');
  const [phone, setPhone] = useState(contact?.phone ?? '');
  const [email, setEmail] = useState(contact?.email ?? '');
  const [wasTried, setWasTried] = useState(false);
  const { state, save } = useSaving();

  const problems = {
    name: nameProblem(name),
    newName: choice === NEW ? titleProblem(newName) : undefined,
    role: optionalTitleProblem(role),
    phone: phoneProblem(phone),
    email: emailProblem(email),
  };
  const shown: Partial<typeof problems> = wasTried ? problems : {};

  const fields = (): PersonFields => {
    const organisation = cleanLine(newName);
    const newOrganisation =
      choice === NEW
        ? {
            id: ids.organisation,
            name: organisation,
            type: guessOrganisationType(organisation),
            status: 'invited' as const,
          }
        : undefined;
    return {
      name: cleanLine(name),
      phone: cleanLine(phone),
      email: cleanLine(email),
      newOrganisation,
      wanted: {
        organisationId: newOrganisation?.id ?? (choice === NOBODY || choice === NEW ? undefined : choice),
        role: cleanLine(role),
      },
    };
  };

  const store = async (): Promise<void> => {
    const isStored = await save(() =>
      id === undefined
        ? actions.addPerson(ids.person, ids.representation, fields())
        : actions.editPerson(id, ids.representation, current, fields()),
    );
    if (isStored) onClose();
  };

  return (
    <Form
      onSubmit={() => {
        setWasTried(true);
        const isRefused = Object.values(problems).some((problem) => problem !== undefined);
        if (!isRefused && state.kind !== 'saving') store().catch(device.reportFailure);
      }}
    >
      <TextField label={texts.personName} value={name} onChange={setName} error={shown.name} autofocus />
      <OrganisationChoiceField
        organisations={rows.organisations}
        value={choice}
        onChange={setChoice}
        newName={newName}
        onNewName={setNewName}
        error={shown.newName}
      />
      <TextField
        label={texts.role}
        hint={texts.roleHint}
        value={role}
        onChange={setRole}
        error={shown.role}
        optional
      />
      <FormRow>
        <TextField
          label={t().common.phone}
          type="tel"
          value={phone}
          onChange={setPhone}
          error={shown.phone}
          optional
        />
        <TextField
          label={t().common.email}
          type="email"
          value={email}
          onChange={setEmail}
          error={shown.email}
          optional
        />
      </FormRow>
      <Disclosure summary={texts.contactPrivacy}>
        <p>{texts.contactPrivacyText}</p>
      </Disclosure>
      {existing !== undefined && existing.former.length > 0 && (
        <RepresentationHistory former={existing.former} organisations={rows.organisations} />
      )}
      <SaveActions state={state} onCancel={onClose} />
    </Form>
  );
}
