// One icon of the set. It is decoration unless it gets a label; its size follows the text beside it.
import { iconPaths } from './paths.ts';
import type { IconName } from './paths.ts';
import styles from './Icon.module.css';

export type IconProps = {
  readonly name: IconName;
  /** Edge in px at the default text size, 24 unless told. */
  readonly size?: number | undefined;
  /** Spoken name; without it the icon is hidden from assistive technology. */
  readonly label?: string | undefined;
};

export const Icon = ({ name, size = 24, label }: IconProps) => (
  <svg
    class={styles['icon']}
    viewBox="0 0 24 24"
    style={{ width: `${size / 16}rem`, height: `${size / 16}rem` }}
    {...(label === undefined
      ? { 'aria-hidden': 'true' as const }
      : { role: 'img' as const, 'aria-label': label })}
  >
    <path d={iconPaths[name]} />
  </svg>
);
