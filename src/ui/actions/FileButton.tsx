// A button that opens the device's file chooser. What is in the files is for the caller to decode.
import type { ComponentChildren } from 'preact';
import { classNames } from '../classNames.ts';
import { Icon } from '../icons/Icon.tsx';
import type { IconName } from '../icons/paths.ts';
import type { ButtonVariant } from './Button.tsx';
import button from './Button.module.css';
import styles from './FileButton.module.css';

export type FileButtonProps = {
  readonly children: ComponentChildren;
  /** At least one file. */
  readonly onFiles: (files: readonly File[]) => void;
  /** Such as `.csv,.txt,text/plain`; a hint for the chooser, not a check. */
  readonly accept?: string | undefined;
  readonly multiple?: boolean | undefined;
  readonly variant?: ButtonVariant | undefined;
  readonly icon?: IconName | undefined;
  readonly disabled?: boolean | undefined;
};

export const FileButton = ({
  children,
  onFiles,
  accept,
  multiple,
  variant = 'secondary',
  icon = 'upload',
  disabled,
}: FileButtonProps) => (
  <label class={classNames(button['button'], button[variant], styles['file'])}>
    <Icon name={icon} size={22} />
    <span class={button['label']}>{children}</span>
    <input
      class={styles['input']}
      type="file"
      accept={accept}
      multiple={multiple}
      disabled={disabled}
      onChange={(event) => {
        const files = [...(event.currentTarget.files ?? [])];
        // Choosing the same file again must be noticed too.
        event.currentTarget.value = '';
        if (files.length > 0) onFiles(files);
      }}
    />
  </label>
);
