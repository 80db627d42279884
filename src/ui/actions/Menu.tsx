// Further actions of a row or a screen, in a native popover: arrows move, Enter chooses, Esc closes.
import { useId, useRef } from 'preact/hooks';
import { classNames } from '../classNames.ts';
import { Icon } from '../icons/Icon.tsx';
import type { IconName } from '../icons/paths.ts';
import button from './Button.module.css';
import iconButton from './IconButton.module.css';
import { placeBelow } from './placeBelow.ts';
import styles from './Menu.module.css';

export type MenuItem = {
  readonly label: string;
  readonly icon?: IconName | undefined;
  readonly onSelect?: (() => void) | undefined;
  /** Makes the item a link. */
  readonly href?: string | undefined;
  readonly danger?: boolean | undefined;
  readonly disabled?: boolean | undefined;
};

export type MenuProps = {
  /** What the menu is about, spoken: "Anna Wiśniewska: więcej czynności". */
  readonly label: string;
  readonly items: readonly MenuItem[];
  /** Shows this text on the button; without it the button is three dots. */
  readonly text?: string | undefined;
  readonly icon?: IconName | undefined;
};

const step = (list: readonly HTMLElement[], from: number, key: string): HTMLElement | undefined => {
  switch (key) {
    case 'ArrowDown':
      return list[(from + 1) % list.length];
    case 'ArrowUp':
      return list[(from - 1 + list.length) % list.length];
    case 'Home':
      return list[0];
    case 'End':
      return list[list.length - 1];
    default:
      return undefined;
  }
};

export const Menu = ({
  label,
  items,
  text,
  icon = text === undefined ? 'more' : 'chevronDown',
}: MenuProps) => {
  const id = useId();
  const trigger = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const choices = () => [
    ...(panel.current?.querySelectorAll<HTMLElement>('[role="menuitem"]:not(:disabled)') ?? []),
  ];

  return (
    <>
      <button
        ref={trigger}
        type="button"
        class={
          text === undefined
            ? classNames(iconButton['button'], iconButton['plain'])
            : classNames(button['button'], button['secondary'])
        }
        popovertarget={id}
        aria-haspopup="menu"
        aria-label={label}
        title={text === undefined ? label : undefined}
      >
        {text}
        <Icon name={icon} size={text === undefined ? 24 : 20} />
      </button>
      <div
        ref={panel}
        id={id}
        class={styles['panel']}
        popover="auto"
        role="menu"
        aria-label={label}
        onToggle={(event) => {
          if (event.newState !== 'open') return;
          if (trigger.current !== null) placeBelow(event.currentTarget, trigger.current);
          choices()[0]?.focus();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Tab') panel.current?.hidePopover();
          const list = choices();
          const target = step(
            list,
            list.findIndex((item) => item === document.activeElement),
            event.key,
          );
          if (target === undefined) return;
          event.preventDefault();
          target.focus();
        }}
      >
        {items.map((item) => {
          const look = classNames(styles['item'], item.danger && styles['danger']);
          const choose = () => {
            panel.current?.hidePopover();
            item.onSelect?.();
          };
          const content = (
            <>
              {item.icon !== undefined && <Icon name={item.icon} size={22} />}
              {item.label}
            </>
          );
          return item.href === undefined ? (
            <button
              key={item.label}
              type="button"
              role="menuitem"
              tabIndex={-1}
              class={look}
              disabled={item.disabled}
              onClick={choose}
            >
              {content}
            </button>
          ) : (
            <a key={item.label} role="menuitem" tabIndex={-1} class={look} href={item.href} onClick={choose}>
              {content}
            </a>
          );
        })}
      </div>
    </>
  );
};
