// The plan's text editor: toolbar, links, tables, what was left out of a paste.
import { plural } from '../plural.ts';
import type { planEditor as polish } from '../pl/planEditor.ts';

const characters = (n: number) => `${n} ${plural('en', n, { one: 'character', other: 'characters' })}`;

export const planEditor: typeof polish = {
  toolbar: 'Look of the text',
  bold: 'Bold',
  italic: 'Italic',
  level: 'Heading',
  plain: 'Plain text',
  heading: (level) => `Heading ${level}`,
  bulletList: 'Bulleted list',
  orderedList: 'Numbered list',
  link: 'Link',
  linkAddress: 'Web address, e-mail or telephone',
  linkApply: 'Insert the link',
  linkRemove: 'Remove the link',
  linkWrong:
    'A link cannot lead to this. Type for instance www.library.org, library@commune.org or tel:123456789.',
  table: 'Table',
  insertTable: 'Insert a table',
  addRow: 'Add a row',
  addColumn: 'Add a column',
  removeRow: 'Remove the row',
  removeColumn: 'Remove the column',
  removeTable: 'Remove the table',
  undo: 'Undo your change',
  redo: 'Redo your change',
  keys: 'Alt+F10 leads to the toolbar, Escape leaves the text.',
  unbindable:
    'There is something in this section that this version of the app cannot change. You can read it. After the app is updated you can write again; nothing is lost.',
  pasteCut: (taken, whole) =>
    `The pasted text did not fit into this section: ${characters(taken)} of ${whole} were put in. The rest is still on the clipboard. Shorten the text, or divide it between sections.`,
  pasteFull:
    'There is no room left in this section for the pasted text. Nothing was put in or removed. Shorten what is there, or paste a smaller part.',
  pastePlain: 'The pasted text was so large that it was put in without its headings, lists and tables.',
  pasteImages: (n) =>
    `${n} ${plural('en', n, { one: 'picture was', other: 'pictures were' })} left out: the plan holds text only.`,
};
