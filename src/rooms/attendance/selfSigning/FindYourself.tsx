// Finding oneself on the list by typing a surname: at most five names with their organisations, never more of anybody.

import { useState } from 'preact/hooks';
import type { PersonId } from '../../../domain/ids.ts';
import { type NamedPerson, findYourself } from '../../../domain/knownPeople.ts';
import { foldedWords } from '../../../domain/text/foldPolish.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { t } from '../../../ui/i18n/attendanceTexts.ts';
import styles from './KioskFrame.module.css';

export interface FindYourselfProps {
  readonly people: readonly NamedPerson[];
  readonly onFound: (id: PersonId) => void;
  readonly onNewcomer: () => void;
  readonly onBack: () => void;
}

export function FindYourself({ people, onFound, onNewcomer, onBack }: FindYourselfProps) {
  const words = t().signing;
  const [typed, setTyped] = useState('');
  const found = findYourself(people, typed);
  const isEnough = foldedWords(typed).some((word) => word.length >= 2);
  return (
    <>
      <div class={styles['narrow']}>
        <TextField
          label={words.findLabel}
          hint={words.findHint}
          value={typed}
          onChange={setTyped}
          autofocus
          autocomplete="off"
          enterkeyhint="search"
        />
      </div>
      <div role="status">
        {isEnough && found.length === 0 && <p>{words.findNone}</p>}
        {found.length > 0 && <p>{words.findMore}</p>}
      </div>
      {found.length > 0 && (
        <div class={styles['found']} role="group" aria-label={words.foundList}>
          {found.map(({ id, name, organisation }) => (
            <Button key={id} wide size="large" onClick={() => onFound(id)}>
              {organisation === '' ? name : `${name} · ${organisation}`}
            </Button>
          ))}
        </div>
      )}
      <div class={styles['actions']}>
        <Button icon="personAdd" onClick={onNewcomer}>
          {words.notListed}
        </Button>
        <Button icon="back" onClick={onBack}>
          {t().common.back}
        </Button>
      </div>
    </>
  );
}
