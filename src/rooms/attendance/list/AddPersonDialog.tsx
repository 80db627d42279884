// Puts somebody on the list who was not invited: people who are known are found as the name is typed, otherwise a new person
// is entered, with an organisation if they come for one.

import { useState } from 'preact/hooks';
import { type ListRow, isFound } from '../../../domain/attendanceView.ts';
import { type KnownPerson, findUnlisted } from '../../../domain/knownPeople.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { PartnerOrganisation } from '../../../domain/organisation.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Dialog } from '../../../ui/feedback/Dialog.tsx';
import { Form, FormActions } from '../../../ui/fields/Form.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { t } from '../../../ui/i18n/attendanceTexts.ts';
import { type NewcomerCheck, checkNewcomer } from '../changes/newcomerForm.ts';
import type { Newcomer } from '../changes/rowChange.ts';
import { OrganisationField } from './OrganisationField.tsx';
import styles from './OrganisationField.module.css';
import { newcomerProblem } from './newcomerProblem.ts';

export interface AddPersonDialogProps {
  /** What was typed in the search; `undefined` while the dialog is closed. */
  readonly typed: string | undefined;
  readonly rows: readonly ListRow[];
  readonly people: readonly KnownPerson[];
  readonly organisations: readonly PartnerOrganisation[];
  readonly onClose: () => void;
  /** Marks somebody who is known, on the list or not. */
  readonly onKnown: (id: PersonId) => void;
  /** Resolves to whether it is durable; what was typed stays when it is not. */
  readonly onNew: (newcomer: Newcomer) => Promise<boolean>;
}

export function AddPersonDialog({ typed, onClose, ...rest }: AddPersonDialogProps) {
  return (
    <Dialog open={typed !== undefined} title={t().attendance.addPerson} onClose={onClose}>
      {typed !== undefined && <AddPersonForm typed={typed} onClose={onClose} {...rest} />}
    </Dialog>
  );
}

const MOST_OFFERED = 4;

function AddPersonForm({
  typed,
  rows,
  people,
  organisations,
  onClose,
  onKnown,
  onNew,
}: AddPersonDialogProps & { readonly typed: string }) {
  const words = t().attendance;
  const [name, setName] = useState(typed);
  const [organisation, setOrganisation] = useState('');
  const [refused, setRefused] = useState<NewcomerCheck | undefined>(undefined);
  const [isBusy, setBusy] = useState(false);

  const listed = new Set(rows.map((row) => row.id));
  const onList = name.trim() === '' ? [] : rows.filter((row) => isFound(row, name));
  const offered = [...findUnlisted(people, listed, name, MOST_OFFERED), ...onList].slice(0, MOST_OFFERED);

  const submit = async () => {
    const checked = checkNewcomer({ name, organisation }, people, organisations);
    setRefused(checked);
    switch (checked.kind) {
      case 'refused':
        return;
      case 'known':
        onKnown(checked.personId);
        onClose();
        return;
      case 'new':
        setBusy(true);
        if (await onNew(checked.newcomer)) onClose();
        else setBusy(false);
    }
  };

  const problems = refused?.kind === 'refused' ? refused : undefined;
  return (
    <Form onSubmit={() => void submit()}>
      <TextField
        label={t().common.fullName}
        hint={words.addPersonText}
        value={name}
        onChange={setName}
        error={newcomerProblem(problems?.name, 'person')}
        autofocus
        enterkeyhint="done"
      />
      {offered.length > 0 && (
        <div class={styles['offered']} role="group" aria-label={words.knownPeople}>
          {offered.map((person) => (
            <Button
              key={person.id}
              size="small"
              icon={listed.has(person.id) ? 'check' : 'plus'}
              onClick={() => {
                onKnown(person.id);
                onClose();
              }}
            >
              {person.organisation === '' ? person.name : `${person.name} · ${person.organisation}`}
            </Button>
          ))}
        </div>
      )}
      <OrganisationField
        organisations={organisations}
        value={organisation}
        onChange={setOrganisation}
        error={newcomerProblem(problems?.organisation, 'organisation')}
      />
      <FormActions>
        <Button type="submit" variant="primary" icon="check" busy={isBusy}>
          {words.addAndMark}
        </Button>
        <Button onClick={onClose}>{t().common.cancel}</Button>
      </FormActions>
    </Form>
  );
}
