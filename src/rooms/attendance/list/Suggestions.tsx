// Below a search: people who are known but not on this list, and the typed name as somebody new. One tap puts them on the list
// as present.

import type { KnownPerson } from '../../../domain/knownPeople.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Card } from '../../../ui/layout/Card.tsx';
import { t } from '../../../ui/i18n/attendanceTexts.ts';
import { cleanLine } from '../../../domain/text/cleanLine.ts';
import styles from './OrganisationField.module.css';

export interface SuggestionsProps {
  readonly query: string;
  readonly known: readonly KnownPerson[];
  readonly onKnown: (person: KnownPerson) => void;
  readonly onNew: (name: string) => void;
}

export function Suggestions({ query, known, onKnown, onNew }: SuggestionsProps) {
  const words = t().attendance;
  const typed = cleanLine(query);
  if (typed === '') return null;
  return (
    <Card tone="sunken" title={words.notOnList}>
      <div class={styles['offered']}>
        {known.map((person) => (
          <Button key={person.id} icon="plus" onClick={() => onKnown(person)}>
            {words.addNamed(
              person.organisation === '' ? person.name : `${person.name} · ${person.organisation}`,
            )}
          </Button>
        ))}
        <Button icon="personAdd" onClick={() => onNew(typed)}>
          {words.addNew(typed)}
        </Button>
      </div>
    </Card>
  );
}
