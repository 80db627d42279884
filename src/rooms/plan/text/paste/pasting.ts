// Takes over what is pasted or dropped: cleaned, as much as the section holds, in one step that can be undone, and with a word
// about what was left out. Nothing that stood there is lost to a paste that brings nothing.

import { Plugin, TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { yUndoPluginKey } from 'y-prosemirror';
import type { RichText } from '../../../../domain/richText/blocks.ts';
import { safeHref } from '../../../../domain/richText/safeHref.ts';
import { setLink } from '../formatting.ts';
import { isInTable } from '../tables.ts';
import { sliceOf, withoutTables } from '../textSlice.ts';
import { cleanHtml } from './cleanHtml.ts';
import { fitBlocks, sizeOf } from './fitBlocks.ts';
import { plainBlocks } from './plainBlocks.ts';

/** Characters of a section, about thirty pages: one change of that size still leaves over a slow line, and a phone draws it. */
export const SECTION_MAX = 60_000;
/** Characters of HTML that a phone reads without standing still; from more only its plain text is taken. */
const HTML_MAX = 3_000_000;

export interface PasteReport {
  /** Characters that were put in, and that there were. */
  readonly taken: number;
  readonly whole: number;
  readonly images: number;
  /** There was too much HTML: the text came without its headings, lists and tables. */
  readonly isPlain: boolean;
}

interface Brought {
  readonly blocks: RichText;
  readonly images: number;
  readonly isPlain: boolean;
}

/** `onReport` hears only of pastes of which something was left out. */
export function pasting(onReport: (report: PasteReport) => void): Plugin {
  const insert = (view: EditorView, data: DataTransfer): boolean => {
    if (!view.editable) return true;
    const brought = readTransfer(data);
    if (brought === undefined) return false;
    const report = insertBrought(view, brought);
    if (report.images > 0 || report.taken < report.whole || report.isPlain) onReport(report);
    return true;
  };
  // Before the view's own handlers, which would first read all of it in their way.
  return new Plugin({
    props: {
      handleDOMEvents: {
        paste: (view, event) => {
          const data = event.clipboardData;
          if (data === null || !(linkSelection(view, data) || insert(view, data))) return false;
          event.preventDefault();
          return true;
        },
        drop: (view, event) => {
          const data = event.dataTransfer;
          if (view.dragging !== null || data === null) return false;
          const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
          if (at !== null) {
            const near = TextSelection.near(view.state.doc.resolve(at.pos));
            view.dispatch(view.state.tr.setSelection(near));
          }
          if (!insert(view, data)) return false;
          event.preventDefault();
          return true;
        },
      },
    },
  });
}

function readTransfer(data: DataTransfer): Brought | undefined {
  const html = data.getData('text/html');
  const text = data.getData('text/plain');
  const isPlain = html.length > HTML_MAX && text !== '';
  if (html !== '' && !isPlain) {
    return { ...cleanHtml(html), isPlain };
  }
  if (text !== '') return { blocks: plainBlocks(text), images: 0, isPlain };
  return data.files.length > 0 ? { blocks: [], images: data.files.length, isPlain } : undefined;
}

function insertBrought(view: EditorView, { blocks, images, isPlain }: Brought): PasteReport {
  const { state } = view;
  const wanted = isInTable(state) ? withoutTables(blocks) : blocks;
  const { from, to } = state.selection;
  const staying = state.doc.textContent.length - state.doc.textBetween(from, to).length;
  const fitting = fitBlocks(wanted, Math.max(0, SECTION_MAX - staying));
  if (fitting.length > 0) {
    yUndoPluginKey.getState(state)?.undoManager.stopCapturing();
    const pasted = state.tr.replaceSelection(sliceOf(fitting)).scrollIntoView();
    view.dispatch(pasted.setMeta('paste', true).setMeta('uiEvent', 'paste'));
  }
  return { taken: sizeOf(fitting), whole: sizeOf(wanted), images, isPlain };
}

/** An address pasted over words makes them a link. */
function linkSelection(view: EditorView, data: DataTransfer): boolean {
  const text = data.getData('text/plain').trim();
  const { selection } = view.state;
  if (selection.empty || !selection.$from.sameParent(selection.$to) || !/^https?:\/\/\S+$/.test(text))
    return false;
  const href = safeHref(text);
  return view.editable && href !== undefined && setLink(href)(view.state, view.dispatch);
}
