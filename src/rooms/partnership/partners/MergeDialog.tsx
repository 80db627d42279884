// Two records of one person become one: which other record it is, and which of the two stays.

import { useState } from 'preact/hooks';
import type { PersonId } from '../../../domain/ids.ts';
import { type DirectoryPerson, listPeople } from '../../../domain/partnerDirectory.ts';
import type { Person } from '../../../domain/person.ts';
import { foldPolish } from '../../../domain/text/foldPolish.ts';
import { searchMatches } from '../../../domain/text/searchMatches.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Dialog } from '../../../ui/feedback/Dialog.tsx';
import { RadioGroup } from '../../../ui/fields/RadioGroup.tsx';
import { SearchField } from '../../../ui/fields/SearchField.tsx';
import { t } from '../../../ui/i18n/partnershipTexts.ts';
import { useSaving } from '../../../ui/useSaving.ts';
import { NotStored } from '../../../ui/feedback/NotStored.tsx';
import styles from './Partners.module.css';
import type { PartnerActions } from './partnerActions.ts';
import type { PartnerRows } from './usePartners.ts';

export interface MergeDialogProps {
  readonly rows: PartnerRows;
  readonly actions: PartnerActions;
  readonly id: PersonId;
  /** The record it is probably the same as. */
  readonly other: PersonId | undefined;
  readonly onClose: () => void;
}

/** More hits than this are not shown: typing another letter is quicker than scrolling. */
const SHOWN = 30;

export function MergeDialog({ rows, actions, id, other, onClose }: MergeDialogProps) {
  const texts = t().partnership;
  const people = listPeople(rows);
  const person = people.find((entry) => entry.person.id === id);
  const [chosen, setChosen] = useState<PersonId | undefined>(other);
  const [query, setQuery] = useState('');
  /** Which record stays; the proposed or chosen other one at first. */
  const [keeps, setKeeps] = useState<'other' | 'this'>('other');
  const { state, save } = useSaving();
  const match = people.find((entry) => entry.person.id === chosen);
  if (person === undefined) return null;

  const describe = ({ person: each, current }: DirectoryPerson<Person>): string => {
    const organisations = current.map(
      ({ organisationId }) =>
        rows.organisations.find((organisation) => organisation.id === organisationId)?.name,
    );
    return [each.name, ...organisations].filter(Boolean).join(', ');
  };
  const found = people
    .filter((entry) => entry.person.id !== id && searchMatches(foldPolish(describe(entry)), query))
    .slice(0, SHOWN);

  const merge = async (): Promise<void> => {
    if (match === undefined) return;
    const [kept, double] = keeps === 'other' ? [match, person] : [person, match];
    if (await save(() => actions.merge(kept.person, double.person))) onClose();
  };

  return (
    <Dialog
      open
      title={texts.mergeTitle}
      onClose={onClose}
      actions={
        <>
          <Button
            variant="primary"
            disabled={match === undefined}
            busy={state.kind === 'saving'}
            onClick={() => {
              void merge();
            }}
          >
            {texts.merge}
          </Button>
          <Button onClick={onClose}>{t().common.cancel}</Button>
        </>
      }
    >
      <p>{texts.mergeText(describe(person))}</p>
      {match === undefined ? (
        <>
          <SearchField label={texts.mergeSearch} value={query} onChange={setQuery} />
          <div class={styles['choices']}>
            <RadioGroup<PersonId>
              label={texts.mergeSearch}
              labelHidden
              value={chosen}
              onChange={setChosen}
              options={found.map((entry) => ({ value: entry.person.id, label: describe(entry) }))}
            />
          </div>
        </>
      ) : (
        <>
          <RadioGroup
            label={texts.mergeWhich}
            value={keeps}
            onChange={setKeeps}
            options={[
              { value: 'other', label: describe(match) },
              { value: 'this', label: describe(person) },
            ]}
          />
          <p>{texts.mergeAfter}</p>
        </>
      )}
      <NotStored state={state} />
    </Dialog>
  );
}
