// Somebody who is not on the list puts themselves on it. Whoever is known already is recognised without being shown.

import { useState } from 'preact/hooks';
import type { PersonId } from '../../../domain/ids.ts';
import type { KnownPerson } from '../../../domain/knownPeople.ts';
import type { PartnerOrganisation } from '../../../domain/organisation.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Form, FormActions } from '../../../ui/fields/Form.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { t } from '../../../ui/i18n/attendanceTexts.ts';
import { type NewcomerCheck, checkNewcomer } from '../changes/newcomerForm.ts';
import type { Newcomer } from '../changes/rowChange.ts';
import { OrganisationField } from '../list/OrganisationField.tsx';
import { newcomerProblem } from '../list/newcomerProblem.ts';
import styles from './KioskFrame.module.css';

export interface NewcomerFormProps {
  readonly people: readonly KnownPerson[];
  readonly organisations: readonly PartnerOrganisation[];
  readonly onKnown: (id: PersonId) => void;
  readonly onNew: (newcomer: Newcomer) => void;
  readonly onBack: () => void;
}

export function NewcomerForm({ people, organisations, onKnown, onNew, onBack }: NewcomerFormProps) {
  const [name, setName] = useState('');
  const [organisation, setOrganisation] = useState('');
  const [refused, setRefused] = useState<NewcomerCheck | undefined>(undefined);
  const problems = refused?.kind === 'refused' ? refused : undefined;

  const submit = () => {
    const checked = checkNewcomer({ name, organisation }, people, organisations);
    switch (checked.kind) {
      case 'refused':
        setRefused(checked);
        return;
      case 'known':
        onKnown(checked.personId);
        return;
      case 'new':
        onNew(checked.newcomer);
    }
  };

  return (
    <div class={styles['narrow']}>
      <Form onSubmit={submit}>
        <TextField
          label={t().common.fullName}
          value={name}
          onChange={setName}
          error={newcomerProblem(problems?.name, 'person')}
          autocomplete="off"
          enterkeyhint="next"
          autofocus
        />
        <OrganisationField
          organisations={organisations}
          value={organisation}
          onChange={setOrganisation}
          error={newcomerProblem(problems?.organisation, 'organisation')}
        />
        <FormActions>
          <Button type="submit" variant="primary" icon="forward">
            {t().common.next}
          </Button>
          <Button icon="back" onClick={onBack}>
            {t().common.back}
          </Button>
        </FormActions>
      </Form>
    </div>
  );
}
