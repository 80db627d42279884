// A choice that is stored as soon as it is made, with the tick beside it.

import { useState } from 'preact/hooks';
import { type Option, SelectField } from '../../../ui/fields/SelectField.tsx';
import { t } from '../../../ui/i18n/partnershipTexts.ts';
import { useSaving } from '../../../ui/useSaving.ts';
import { SavedRow } from './SavedRow.tsx';
import { tickOf } from './tickOf.ts';

export interface SavedChoiceProps<V extends string> {
  readonly label: string;
  readonly hint?: string;
  readonly value: V;
  readonly options: readonly Option<V>[];
  /** Whether the server holds the stored value. */
  readonly isSent: boolean;
  readonly onSave: (value: V) => Promise<void>;
  readonly reportFailure: (failure: unknown) => void;
}

export function SavedChoice<V extends string>(props: SavedChoiceProps<V>) {
  const { label, hint, value, options, isSent, onSave, reportFailure } = props;
  /** Chosen and not stored yet. */
  const [chosen, setChosen] = useState<V | undefined>(undefined);
  const { state, save } = useSaving();
  const choose = async (next: V): Promise<void> => {
    setChosen(next);
    if (await save(() => onSave(next))) setChosen((now) => (now === next ? undefined : now));
  };
  return (
    <SavedRow tick={tickOf(state, isSent)}>
      <SelectField
        label={label}
        hint={hint}
        value={chosen ?? value}
        options={options}
        onChange={(next) => {
          choose(next).catch(reportFailure);
        }}
        error={state.kind === 'failed' ? t().common.notStored.title : undefined}
      />
    </SavedRow>
  );
}
