// A line of text that is stored when its field is left, with the tick beside it.

import { cleanLine } from '../../../domain/text/cleanLine.ts';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { SavedRow } from './SavedRow.tsx';
import { type SavedFieldOptions, useSavedField } from './useSavedField.ts';

export interface SavedTextProps extends Omit<SavedFieldOptions, 'clean'> {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly hint?: string | undefined;
  readonly type?: 'text' | 'email' | 'tel';
}

export function SavedText({ label, labelHidden, hint, type, ...options }: SavedTextProps) {
  const field = useSavedField({ ...options, clean: cleanLine });
  return (
    <SavedRow tick={field.tick}>
      <TextField
        label={label}
        labelHidden={labelHidden}
        hint={hint}
        type={type}
        value={field.shown}
        onChange={field.type}
        onBlur={field.leave}
        error={field.error}
      />
    </SavedRow>
  );
}
