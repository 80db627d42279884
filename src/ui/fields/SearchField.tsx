// Search within a list: one line whose placeholder never wraps, a button and Esc that clear it.
import type { Ref } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { IconButton } from '../actions/IconButton.tsx';
import { classNames } from '../classNames.ts';
import { Icon } from '../icons/Icon.tsx';
import { t } from '../i18n/firstTexts.ts';
import field from './Field.module.css';
import styles from './SearchField.module.css';

export type SearchFieldProps = {
  /** Spoken; the place and the placeholder say it to the eye. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Enter. */
  readonly onSubmit?: (() => void) | undefined;
  readonly placeholder?: string | undefined;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
};

export const SearchField = ({
  label,
  value,
  onChange,
  onSubmit,
  placeholder,
  inputRef,
}: SearchFieldProps) => {
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const clear = () => {
    onChange('');
    frame.current?.querySelector('input')?.focus();
  };
  return (
    <div class={styles['frame']} ref={frame} role="search">
      <label class={field['hidden']} for={id}>
        {label}
      </label>
      <span class={styles['glass']}>
        <Icon name="search" size={22} />
      </span>
      <input
        id={id}
        ref={inputRef ?? null}
        class={classNames(field['control'], styles['input'])}
        type="search"
        value={value}
        placeholder={placeholder ?? label}
        autocomplete="off"
        spellcheck={false}
        enterkeyhint="search"
        onInput={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && onSubmit !== undefined && !event.isComposing) {
            // The same Enter must not press the button that the focus may go to.
            event.preventDefault();
            onSubmit();
          }
          if (event.key === 'Escape' && value !== '') {
            // The first Esc clears the search; a dialog around it stays open.
            event.preventDefault();
            event.stopPropagation();
            clear();
          }
        }}
      />
      {value !== '' && (
        <span class={styles['clear']}>
          <IconButton icon="close" label={t().common.clear} onClick={clear} />
        </span>
      )}
    </div>
  );
};
