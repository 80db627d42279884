// The toolbar of a section's text: above the text on a wide screen, above the on-screen keyboard on a phone. One stop for Tab;
// arrows move within it. Less frequent choices open as a second row, so that everything is within a thumb's reach.
import type { Command } from 'prosemirror-state';
import { redoCommand, undoCommand } from 'y-prosemirror';
import { useEffect, useRef } from 'preact/hooks';
import { classNames } from '../../../ui/classNames.ts';
import { t } from '../../../ui/i18n/planEditorTexts.ts';
import {
  type BlockLevel,
  setLevel,
  type TextLook,
  toggleBold,
  toggleBulletList,
  toggleItalic,
  toggleOrderedList,
} from './formatting.ts';
import { LinkRow } from './LinkRow.tsx';
import { addColumn, addRow, insertTable, removeColumn, removeRow, removeTable } from './tables.ts';
import styles from './Toolbar.module.css';
import { ToolbarButton } from './ToolbarButton.tsx';
import { useKeyboardInset } from './useKeyboardInset.ts';

export type ToolbarRow = 'none' | 'level' | 'link' | 'table';

export interface ToolbarState {
  readonly look: TextLook;
  readonly isInTable: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

export interface ToolbarProps extends ToolbarState {
  /** Id of the text it belongs to. */
  readonly controls: string;
  readonly row: ToolbarRow;
  readonly onRow: (row: ToolbarRow) => void;
  readonly run: (command: Command) => void;
  readonly onEscape: () => void;
  /** Raised to move the focus here. */
  readonly focusCount: number;
}

const levels: readonly BlockLevel[] = [0, 1, 2, 3];

export function Toolbar({
  controls,
  look,
  isInTable,
  canUndo,
  canRedo,
  row,
  onRow,
  run,
  onEscape,
  focusCount,
}: ToolbarProps) {
  const texts = t().planEditor;
  const bar = useRef<HTMLDivElement>(null);
  useKeyboardInset(bar);
  useEffect(() => {
    if (focusCount > 0) moveFocus(bar.current, 'first');
  }, [focusCount]);
  useEffect(() => keepOneStop(bar.current, undefined));
  const toggleRow = (wanted: ToolbarRow) => () => onRow(row === wanted ? 'none' : wanted);
  const opener = (wanted: ToolbarRow) => ({ isExpanded: row === wanted, onPress: toggleRow(wanted) });
  /** Choosing closes the row: on a phone it takes a line of the text's room. */
  const choose = (command: Command) => () => {
    run(command);
    onRow('none');
  };
  return (
    <div ref={bar} class={styles['dock']}>
      {row === 'link' && <LinkRow href={look.href} run={run} onDone={() => onRow('none')} />}
      <div
        class={styles['bar']}
        role="toolbar"
        aria-label={texts.toolbar}
        aria-controls={controls}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onEscape();
          const step = stepOf(event.key);
          if (step === undefined) return;
          event.preventDefault();
          moveFocus(bar.current, step);
        }}
        onFocusCapture={(event) => keepOneStop(bar.current, event.target)}
      >
        {row === 'level' && (
          <div class={classNames(styles['row'], styles['words'])}>
            {levels.map((level) => (
              <ToolbarButton
                key={level}
                label={level === 0 ? texts.plain : texts.heading(level)}
                keys={`Ctrl+Alt+${level}`}
                isPressed={look.level === level}
                onPress={choose(setLevel(level))}
              />
            ))}
          </div>
        )}
        {row === 'table' && (
          <div class={classNames(styles['row'], styles['words'])}>
            {isInTable ? (
              <>
                <ToolbarButton label={texts.addRow} onPress={() => run(addRow)} />
                <ToolbarButton label={texts.addColumn} onPress={() => run(addColumn)} />
                <ToolbarButton label={texts.removeRow} onPress={() => run(removeRow)} />
                <ToolbarButton label={texts.removeColumn} onPress={() => run(removeColumn)} />
                <ToolbarButton label={texts.removeTable} onPress={choose(removeTable)} />
              </>
            ) : (
              <ToolbarButton label={texts.insertTable} onPress={() => run(insertTable)} />
            )}
          </div>
        )}
        <div class={styles['row']}>
          <ToolbarButton
            icon="bold"
            label={texts.bold}
            keys="Ctrl+B"
            isPressed={look.isBold}
            onPress={() => run(toggleBold)}
          />
          <ToolbarButton
            icon="italic"
            label={texts.italic}
            keys="Ctrl+I"
            isPressed={look.isItalic}
            onPress={() => run(toggleItalic)}
          />
          <ToolbarButton icon="level" label={texts.level} isPressed={look.level > 0} {...opener('level')} />
          <ToolbarButton
            icon="bulletList"
            label={texts.bulletList}
            keys="Ctrl+Shift+8"
            isPressed={look.list === 'bullet'}
            onPress={() => run(toggleBulletList)}
          />
          <ToolbarButton
            icon="orderedList"
            label={texts.orderedList}
            keys="Ctrl+Shift+7"
            isPressed={look.list === 'ordered'}
            onPress={() => run(toggleOrderedList)}
          />
          <ToolbarButton
            icon="link"
            label={texts.link}
            keys="Ctrl+K"
            isPressed={look.href !== undefined}
            {...opener('link')}
          />
          <ToolbarButton icon="table" label={texts.table} isPressed={isInTable} {...opener('table')} />
          <ToolbarButton
            icon="undo"
            label={texts.undo}
            keys="Ctrl+Z"
            isDisabled={!canUndo}
            onPress={() => run(undoCommand)}
          />
          <ToolbarButton
            icon="redo"
            label={texts.redo}
            keys="Ctrl+Y"
            isSpare
            isDisabled={!canRedo}
            onPress={() => run(redoCommand)}
          />
        </div>
      </div>
    </div>
  );
}

type Step = 1 | -1 | 'first' | 'last';

function stepOf(key: string): Step | undefined {
  switch (key) {
    case 'ArrowRight':
      return 1;
    case 'ArrowLeft':
      return -1;
    case 'Home':
      return 'first';
    case 'End':
      return 'last';
    default:
      return undefined;
  }
}

function buttonsOf(bar: HTMLElement | null): readonly HTMLButtonElement[] {
  return [...(bar?.querySelectorAll<HTMLButtonElement>('[role="toolbar"] button') ?? [])];
}

function moveFocus(bar: HTMLElement | null, step: Step): void {
  const buttons = buttonsOf(bar);
  const here = buttons.findIndex((button) => button === document.activeElement);
  const next = step === 'first' ? 0 : step === 'last' ? -1 : (here + step) % buttons.length;
  buttons.at(next)?.focus();
}

/** Tab comes back to the button that was used last. */
function keepOneStop(bar: HTMLElement | null, focused: EventTarget | null | undefined): void {
  const buttons = buttonsOf(bar);
  const before = buttons.filter(({ tabIndex }) => tabIndex === 0);
  const stop = focused ?? (before.length === 1 ? before[0] : buttons[0]);
  for (const button of buttons) button.tabIndex = button === stop ? 0 : -1;
}
