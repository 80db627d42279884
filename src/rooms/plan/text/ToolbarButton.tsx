// One button of the text's toolbar. Pressed with a finger or mouse it leaves the focus, and with it the on-screen keyboard,
// where they are.
import type { ComponentChildren } from 'preact';
import { classNames } from '../../../ui/classNames.ts';
import styles from './Toolbar.module.css';

const paths = {
  bold: 'M7 5h6a3.5 3.5 0 0 1 0 7H7zM7 12h7a3.5 3.5 0 0 1 0 7H7z',
  italic: 'M10 5h7M7 19h7M13.5 5l-3 14',
  level: 'M5 5v14M15 5v14M5 12h10M18.5 12l2-1.5V19',
  bulletList: 'M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01',
  orderedList: 'M10 6h10M10 12h10M10 18h10M4 4.5l1.5-1V8.5M3.8 14.2c.3-.8 2.6-1 2.6.4 0 1-2.6 2-2.6 3.4h2.7',
  link: 'M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7L11.7 7.3M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7l1.6-1.6',
  table: 'M4 5h16v14H4zM4 10h16M4 14.5h16M12 5v14',
  undo: 'M8.5 5 4.5 9l4 4M4.5 9H14a5.5 5.5 0 0 1 0 11H8.5',
  redo: 'M15.5 5l4 4-4 4M19.5 9H10a5.5 5.5 0 0 0 0 11h5.5',
} as const;

type ToolbarIcon = keyof typeof paths;

export interface ToolbarButtonProps {
  readonly label: string;
  /** Drawn in the place of the label. */
  readonly icon?: ToolbarIcon | undefined;
  /** Keys that do the same, as they are called: "Ctrl+B". */
  readonly keys?: string | undefined;
  readonly isPressed?: boolean | undefined;
  /** Opens or closes a row of further buttons. */
  readonly isExpanded?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
  /** On a phone it gives its room away while it can do nothing. */
  readonly isSpare?: boolean | undefined;
  readonly onPress: () => void;
}

export function ToolbarButton({
  label,
  icon,
  keys,
  isPressed,
  isExpanded,
  isDisabled = false,
  isSpare = false,
  onPress,
}: ToolbarButtonProps) {
  return (
    <button
      type="button"
      class={classNames(
        styles['button'],
        icon === undefined && styles['worded'],
        isSpare && isDisabled && styles['spare'],
      )}
      aria-label={icon === undefined ? undefined : label}
      title={keys === undefined ? label : `${label} (${keys})`}
      aria-pressed={isPressed}
      aria-expanded={isExpanded}
      // It stays reachable: what cannot be done now is told, not skipped.
      aria-disabled={isDisabled}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        if (!isDisabled) onPress();
      }}
    >
      {icon === undefined ? label : <ToolbarGlyph path={paths[icon]} />}
    </button>
  );
}

function ToolbarGlyph({ path }: { readonly path: string }): ComponentChildren {
  return (
    <svg viewBox="0 0 24 24" class={styles['glyph']} aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
