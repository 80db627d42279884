// A button that shows only an icon; its label is spoken and appears as a tooltip.
import { classNames } from '../classNames.ts';
import { Icon } from '../icons/Icon.tsx';
import type { IconName } from '../icons/paths.ts';
import styles from './IconButton.module.css';

export type IconButtonProps = {
  readonly icon: IconName;
  readonly label: string;
  readonly onClick?: ((event: MouseEvent) => void) | undefined;
  /** Makes it a link. */
  readonly href?: string | undefined;
  readonly tone?: 'plain' | 'danger' | undefined;
  /** A border, for one that stands alone. */
  readonly outlined?: boolean | undefined;
  readonly pressed?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  /** -1 where arrows move within a list and the Tab key passes it by. */
  readonly tabIndex?: number | undefined;
};

export const IconButton = ({
  icon,
  label,
  onClick,
  href,
  tone = 'plain',
  outlined = false,
  pressed,
  disabled,
  tabIndex,
}: IconButtonProps) => {
  const look = classNames(styles['button'], styles[tone], outlined && styles['outlined']);
  return href === undefined ? (
    <button
      type="button"
      class={look}
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      disabled={disabled}
      tabIndex={tabIndex}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  ) : (
    <a class={look} aria-label={label} title={label} href={href} onClick={onClick}>
      <Icon name={icon} />
    </a>
  );
};
