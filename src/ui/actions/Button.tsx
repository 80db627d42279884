// The button of the product, and the link that looks like one (`href`). One primary a screen.
import type { ComponentChildren } from 'preact';
import { classNames } from '../classNames.ts';
import { Spinner } from '../feedback/Spinner.tsx';
import { Icon } from '../icons/Icon.tsx';
import type { IconName } from '../icons/paths.ts';
import styles from './Button.module.css';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

export type ButtonProps = {
  readonly children: ComponentChildren;
  readonly variant?: ButtonVariant | undefined;
  /** `large` is for the one action of a screen, `small` for a row of a table (the touch area stays 48 px). */
  readonly size?: 'small' | 'normal' | 'large' | undefined;
  readonly icon?: IconName | undefined;
  /** Work is under way: a spinner, and further presses are ignored while the focus stays. */
  readonly busy?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  /** Takes the whole width of its container. */
  readonly wide?: boolean | undefined;
  /** Makes it a link. */
  readonly href?: string | undefined;
  /** With `href`: the file name to save under. */
  readonly download?: string | undefined;
  readonly onClick?: ((event: MouseEvent) => void) | undefined;
  readonly type?: 'button' | 'submit' | undefined;
  /** A toggle: whether it is pressed now. */
  readonly pressed?: boolean | undefined;
  readonly id?: string | undefined;
  readonly 'aria-label'?: string | undefined;
  readonly 'aria-describedby'?: string | undefined;
  readonly 'aria-expanded'?: boolean | undefined;
  readonly 'aria-controls'?: string | undefined;
  readonly 'aria-haspopup'?: 'menu' | 'dialog' | undefined;
  readonly popovertarget?: string | undefined;
  readonly autofocus?: boolean | undefined;
  /** -1 where arrows move within a list and the Tab key passes it by. */
  readonly tabIndex?: number | undefined;
};

export const Button = ({
  children,
  variant = 'secondary',
  size = 'normal',
  icon,
  busy = false,
  wide = false,
  href,
  download,
  onClick,
  type = 'button',
  pressed,
  disabled,
  popovertarget,
  autofocus,
  ...rest
}: ButtonProps) => {
  const look = classNames(styles['button'], styles[variant], styles[size], wide && styles['wide']);
  const content = (
    <>
      {busy ? <Spinner /> : icon !== undefined && <Icon name={icon} size={size === 'small' ? 20 : 22} />}
      <span class={styles['label']}>{children}</span>
    </>
  );
  if (href !== undefined) {
    return (
      <a {...rest} class={look} href={href} download={download} onClick={onClick}>
        {content}
      </a>
    );
  }
  return (
    <button
      {...rest}
      type={type}
      class={look}
      disabled={disabled}
      autofocus={autofocus}
      popovertarget={popovertarget}
      aria-disabled={busy ? true : undefined}
      aria-busy={busy ? true : undefined}
      aria-pressed={pressed}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {content}
    </button>
  );
};
