// Keys and what is typed at a line's start. What the toolbar offers has a key; Escape leaves the text, since Tab has its own
// work in lists and tables.

import { baseKeymap, chainCommands } from 'prosemirror-commands';
import { inputRules, wrappingInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import { liftListItem, sinkListItem, splitListItem } from 'prosemirror-schema-list';
import { type Command, Plugin } from 'prosemirror-state';
import { redoCommand, undoCommand } from 'y-prosemirror';
import {
  breakLine,
  setLevel,
  toggleBold,
  toggleBulletList,
  toggleItalic,
  toggleOrderedList,
} from './formatting.ts';
import { planTextSchema } from './planTextSchema.ts';
import { goToFormerCell, goToNextCell, leaveTable } from './tables.ts';

const { nodes } = planTextSchema;

export interface KeyActions {
  readonly openLink: () => void;
  readonly goToToolbar: () => void;
}

export function keys({ openLink, goToToolbar }: KeyActions): readonly Plugin[] {
  const does =
    (action: () => void): Command =>
    () => {
      action();
      return true;
    };
  const leave: Command = (_state, _dispatch, view) => {
    view?.dom.blur();
    return true;
  };
  return [
    keymap({
      'Mod-z': undoCommand,
      'Mod-y': redoCommand,
      'Shift-Mod-z': redoCommand,
      'Mod-b': toggleBold,
      'Mod-i': toggleItalic,
      'Mod-k': does(openLink),
      'Mod-Alt-0': setLevel(0),
      'Mod-Alt-1': setLevel(1),
      'Mod-Alt-2': setLevel(2),
      'Mod-Alt-3': setLevel(3),
      'Shift-Mod-7': toggleOrderedList,
      'Shift-Mod-8': toggleBulletList,
      Enter: splitListItem(nodes.listItem),
      'Shift-Enter': breakLine,
      'Mod-Enter': leaveTable,
      Tab: chainCommands(goToNextCell, sinkListItem(nodes.listItem)),
      'Shift-Tab': chainCommands(goToFormerCell, liftListItem(nodes.listItem)),
      'Alt-F10': does(goToToolbar),
      Escape: leave,
    }),
    keymap(baseKeymap),
    inputRules({
      rules: [
        wrappingInputRule(/^\s*[-*•]\s$/, nodes.bulletList),
        wrappingInputRule(/^\s*1[.)]\s$/, nodes.orderedList),
      ],
    }),
    browserUndo,
  ];
}

/** Undo from a menu or by shaking the phone: the browser's own knows nothing of what others wrote in between. */
const browserUndo = new Plugin({
  props: {
    handleDOMEvents: {
      beforeinput: (view, event) => {
        if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return false;
        event.preventDefault();
        (event.inputType === 'historyUndo' ? undoCommand : redoCommand)(view.state, view.dispatch);
        return true;
      },
    },
  },
});
