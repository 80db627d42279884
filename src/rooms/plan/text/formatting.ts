// What the toolbar and the keys do to the text, and how the text at the caret looks now.

import { lift, setBlockType, toggleMark } from 'prosemirror-commands';
import type { MarkType, NodeType } from 'prosemirror-model';
import { liftListItem, wrapInList } from 'prosemirror-schema-list';
import { type Command, type EditorState, TextSelection } from 'prosemirror-state';
import type { HeadingLevel } from '../../../domain/richText/blocks.ts';
import { headingLevel } from '../../../documents/richText.ts';
import { planTextSchema } from './planTextSchema.ts';

const { nodes, marks } = planTextSchema;

/** 0 is running text. */
export type BlockLevel = 0 | HeadingLevel;

export interface TextLook {
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly level: BlockLevel;
  readonly list: 'bullet' | 'ordered' | undefined;
  /** The link at the caret. */
  readonly href: string | undefined;
}

export const toggleBold: Command = toggleMark(marks.bold);
export const toggleItalic: Command = toggleMark(marks.italic);
export const toggleBulletList: Command = toggleList(nodes.bulletList);
export const toggleOrderedList: Command = toggleList(nodes.orderedList);

export function setLevel(level: BlockLevel): Command {
  return level === 0 ? setBlockType(nodes.paragraph) : setBlockType(nodes.heading, { level });
}

/** A line within the paragraph. */
export const breakLine: Command = (state, dispatch) => {
  dispatch?.(state.tr.insertText('\n').scrollIntoView());
  return true;
};

/** On the selection; without one on the link at the caret, and where there is none the address itself is written. */
export function setLink(href: string): Command {
  return (state, dispatch) => {
    const { tr, selection } = state;
    const mark = marks.link.create({ href });
    const around = selection.empty ? linkAround(state) : selection;
    if (around === undefined) {
      tr.replaceSelectionWith(planTextSchema.text(readable(href), [mark, ...selection.$from.marks()]), false);
      tr.removeStoredMark(marks.link);
    } else {
      tr.removeMark(around.from, around.to, marks.link).addMark(around.from, around.to, mark);
    }
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

export const removeLink: Command = (state, dispatch) => {
  const { selection, tr } = state;
  const around = selection.empty ? linkAround(state) : selection;
  if (around === undefined) return false;
  dispatch?.(tr.removeMark(around.from, around.to, marks.link));
  return true;
};

export function lookOf(state: EditorState): TextLook {
  const { $from } = state.selection;
  const { parent } = $from;
  return {
    isBold: hasMark(state, marks.bold),
    isItalic: hasMark(state, marks.italic),
    level: parent.type === nodes.heading ? headingLevel(parent.attrs['level']) : 0,
    list: listAround(state)?.kind,
    href: hrefAt(state),
  };
}

function toggleList(type: NodeType): Command {
  return (state, dispatch, view) => {
    const around = listAround(state);
    if (around === undefined) return wrapInList(type)(state, dispatch);
    if (around.type !== type) {
      dispatch?.(state.tr.setNodeMarkup(around.at, type));
      return true;
    }
    // Where the item has lost its place in a list, lifting the block is what is left.
    return liftListItem(nodes.listItem)(state, dispatch) || lift(state, dispatch, view);
  };
}

interface ListPlace {
  readonly type: NodeType;
  readonly kind: 'bullet' | 'ordered';
  readonly at: number;
}

/** The innermost list around the caret. */
function listAround({ selection: { $from } }: EditorState): ListPlace | undefined {
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const { type } = $from.node(depth);
    if (type === nodes.tableCell) return undefined;
    if (type === nodes.bulletList) return { type, kind: 'bullet', at: $from.before(depth) };
    if (type === nodes.orderedList) return { type, kind: 'ordered', at: $from.before(depth) };
  }
  return undefined;
}

function hasMark(state: EditorState, type: MarkType): boolean {
  const { from, to, empty, $from } = state.selection;
  if (empty) return type.isInSet(state.storedMarks ?? $from.marks()) !== undefined;
  return state.doc.rangeHasMark(from, to, type);
}

function hrefAt(state: EditorState): string | undefined {
  const around = state.selection.empty ? linkAround(state) : state.selection;
  const link = around && marks.link.isInSet(state.doc.nodeAt(around.from)?.marks ?? []);
  const href: unknown = link?.attrs['href'];
  return typeof href === 'string' ? href : undefined;
}

/** How far the link at the caret reaches. */
function linkAround(state: EditorState): TextSelection | undefined {
  const { $from } = state.selection;
  const { parent } = $from;
  const { node, index } = parent.childBefore($from.parentOffset);
  const link = node && marks.link.isInSet(node.marks);
  if (!link) return undefined;
  const isOfLink = (at: number): boolean => {
    const child = parent.maybeChild(at);
    return child !== null && child !== undefined && link.isInSet(child.marks);
  };
  let first = index;
  while (first > 0 && isOfLink(first - 1)) first -= 1;
  let behind = index + 1;
  while (isOfLink(behind)) behind += 1;
  const sizeUpTo = (end: number): number =>
    parent.children.slice(0, end).reduce((size, { nodeSize }) => size + nodeSize, $from.start());
  return TextSelection.create(state.doc, sizeUpTo(first), sizeUpTo(behind));
}

function readable(href: string): string {
  return href.replace(/^(mailto|tel):/, '');
}
