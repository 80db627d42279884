// A day that is stored when its field is left, with the tick beside it.

import { DateField } from '../../../ui/fields/DateField.tsx';
import { SavedRow } from './SavedRow.tsx';
import { type SavedFieldOptions, useSavedField } from './useSavedField.ts';

export interface SavedDateProps extends Omit<SavedFieldOptions, 'clean'> {
  readonly label: string;
  readonly hint?: string | undefined;
}

export function SavedDate({ label, hint, ...options }: SavedDateProps) {
  const field = useSavedField({ ...options, clean: (day) => day });
  return (
    <SavedRow tick={field.tick}>
      <DateField
        label={label}
        hint={hint}
        value={field.shown}
        onChange={field.type}
        onBlur={field.leave}
        error={field.error}
      />
    </SavedRow>
  );
}
