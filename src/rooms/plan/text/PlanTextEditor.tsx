// The editor of one narrative section: bound to the section's text in the open document, whose changes are stored by the
// ledger. Opening and closing the document, comments and suggestions themselves are the room's.
import { type Command, type EditorState, Plugin } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { yUndoPluginKey } from 'y-prosemirror';
import type * as Y from 'yjs';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { canBeBound } from '../../../documents/richTextShape.ts';
import { classNames } from '../../../ui/classNames.ts';
import { Banner } from '../../../ui/feedback/Banner.tsx';
import { t } from '../../../ui/i18n/planEditorTexts.ts';
import { bindText } from './binding.ts';
import { cursors } from './cursors.ts';
import { lookOf } from './formatting.ts';
import { keys } from './keys.ts';
import { type Passage, type PassageMark, passageAt, passagePlace, passages, showMarks } from './passages.ts';
import { pasting, type PasteReport } from './paste/pasting.ts';
import styles from './PlanText.module.css';
import type { PlanPresence } from './presence.ts';
import { isInTable, selectionWithinCell } from './tables.ts';
import { UnboundText } from './UnboundText.tsx';
import { Toolbar, type ToolbarRow, type ToolbarState } from './Toolbar.tsx';

/** What the room may ask of an open editor. */
export interface PlanTextHandle {
  readonly focus: () => void;
  /** The selected passage, to comment on it or propose another. */
  readonly passage: () => Passage | undefined;
  /** Scrolls to a passage and puts the caret there; false when it is no longer in the text. */
  readonly goTo: (mark: PassageMark) => boolean;
}

export interface PlanTextEditorProps {
  /** The section's text in the open document. */
  readonly fragment: Y.XmlFragment;
  /** The section's id. That this one is in it, the room tells by `presence.enter`. */
  readonly section: string;
  /** Spoken name of the text. */
  readonly label: string;
  /** Shown while the text is empty. */
  readonly hint: string;
  readonly isWritable: boolean;
  readonly presence?: PlanPresence | undefined;
  readonly marks?: readonly PassageMark[] | undefined;
  readonly onMark?: ((id: string) => void) | undefined;
  readonly onFocusChange?: ((hasFocus: boolean) => void) | undefined;
  readonly onReady?: ((handle: PlanTextHandle | undefined) => void) | undefined;
}

const noMarks: readonly PassageMark[] = [];

export function PlanTextEditor(props: PlanTextEditorProps) {
  const { fragment, section, label, hint, isWritable, presence, marks = noMarks } = props;
  const texts = t().planEditor;
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | undefined>(undefined);
  const latest = useRef(props);
  latest.current = props;
  const [state, setState] = useState<ToolbarState | undefined>(undefined);
  const [row, setRow] = useState<ToolbarRow>('none');
  const [report, setReport] = useState<PasteReport | undefined>(undefined);
  const [focusCount, setFocusCount] = useState(0);
  const [isBindable, setIsBindable] = useState(() => canBeBound(fragment));

  useEffect(() => setIsBindable(canBeBound(fragment)), [fragment]);
  useEffect(() => {
    const host = place.current;
    if (host === null || !isBindable) return undefined;
    const watching = new Plugin({
      view: () => ({ update: ({ state: now }) => setState((before) => keepSame(before, toolbarState(now))) }),
    });
    const made = new EditorView(host, {
      state: bindText({
        fragment,
        isWritable: () => latest.current.isWritable,
        onUnbindable: () => setIsBindable(false),
        plugins: [
          ...keys({
            openLink: () => setRow('link'),
            goToToolbar: () => setFocusCount((count) => count + 1),
          }),
          pasting(setReport),
          selectionWithinCell,
          passages([], (mark) => latest.current.onMark?.(mark)),
          ...(presence === undefined ? [] : [cursors(presence, section)]),
          watching,
        ],
      }),
      attributes: (now) => attributesOf(now, latest.current, id),
      // The toolbar stands over the lower edge of a phone's screen.
      scrollMargin: { top: 48, right: 8, bottom: 120, left: 8 },
      scrollThreshold: { top: 48, right: 0, bottom: 120, left: 0 },
      handleDOMEvents: {
        focus: () => latest.current.onFocusChange?.(true),
        blur: () => latest.current.onFocusChange?.(false),
      },
    });
    view.current = made;
    setState(toolbarState(made.state));
    latest.current.onReady?.(handleOf(made));
    return () => {
      latest.current.onReady?.(undefined);
      view.current = undefined;
      made.destroy();
    };
  }, [fragment, section, presence, id, isBindable]);

  // The view asks for these when it is drawn anew.
  useEffect(() => {
    view.current?.setProps({});
  }, [isWritable, label, hint]);
  useEffect(() => {
    if (view.current !== undefined) showMarks(view.current, marks);
  }, [marks, fragment, section, presence, isBindable]);

  const run = (command: Command): void => {
    const now = view.current;
    if (now === undefined) return;
    command(now.state, (transaction) => now.dispatch(transaction), now);
    if (document.activeElement?.closest('[role="toolbar"]') === null) now.focus();
  };

  if (!isBindable) return <UnboundText fragment={fragment} onBindable={() => setIsBindable(true)} />;
  return (
    <div class={classNames(styles['editor'], !isWritable && styles['readOnly'])}>
      {isWritable && state !== undefined && (
        <Toolbar
          {...state}
          controls={id}
          row={row}
          onRow={(next) => {
            setRow(next);
            if (next === 'none') view.current?.focus();
          }}
          run={run}
          onEscape={() => view.current?.focus()}
          focusCount={focusCount}
        />
      )}
      {report !== undefined && (
        <Banner tone="amber" onDismiss={() => setReport(undefined)}>
          {wordsOf(report)}
        </Banner>
      )}
      <div ref={place} />
      <p id={`${id}-keys`} hidden>
        {texts.keys}
      </p>
    </div>
  );
}

function attributesOf(
  { doc }: EditorState,
  { label, hint, isWritable }: PlanTextEditorProps,
  id: string,
): Record<string, string> {
  const [first] = doc.children;
  const isEmpty = doc.childCount === 1 && first?.isTextblock === true && first.content.size === 0;
  return {
    id,
    class: classNames(styles['text'], isEmpty && styles['empty']),
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-label': label,
    'aria-describedby': `${id}-keys`,
    'data-hint': hint,
    ...(isWritable ? {} : { 'aria-readonly': 'true', tabindex: '0' }),
  };
}

function toolbarState(state: EditorState): ToolbarState {
  const undo = yUndoPluginKey.getState(state)?.undoManager;
  return {
    look: lookOf(state),
    isInTable: isInTable(state),
    canUndo: (undo?.undoStack.length ?? 0) > 0,
    canRedo: (undo?.redoStack.length ?? 0) > 0,
  };
}

/** The toolbar is drawn anew only when it has changed: not at every keystroke. */
function keepSame(before: ToolbarState | undefined, now: ToolbarState): ToolbarState {
  return before !== undefined && JSON.stringify(before) === JSON.stringify(now) ? before : now;
}

function handleOf(view: EditorView): PlanTextHandle {
  return {
    focus: () => view.focus(),
    passage: () => passageAt(view.state),
    goTo: (mark) => {
      const found = passagePlace(view.state, mark);
      if (found === undefined) return false;
      view.focus();
      view.domAtPos(found[0]).node.parentElement?.scrollIntoView({ block: 'center' });
      return true;
    },
  };
}

function wordsOf({ taken, whole, images, isPlain }: PasteReport): string {
  const texts = t().planEditor;
  const said = [
    ...(taken < whole ? [taken === 0 ? texts.pasteFull : texts.pasteCut(taken, whole)] : []),
    ...(isPlain ? [texts.pastePlain] : []),
    ...(images > 0 ? [texts.pasteImages(images)] : []),
  ];
  return said.join(' ');
}
