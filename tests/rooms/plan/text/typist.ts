// Somebody at an editor over a section's text, without a screen: the real schema, binding and commands.
import { type Command, type Plugin, TextSelection } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import * as Y from 'yjs';
import { bindText } from '../../../../src/rooms/plan/text/binding.ts';

const SECTION = 'section:vision';

export interface Typist {
  readonly doc: Y.Doc;
  readonly fragment: Y.XmlFragment;
  readonly view: EditorView;
  /** Puts the caret behind the first occurrence of the text, or at its start. */
  readonly caretAt: (text: string, at?: 'start' | 'end') => void;
  readonly select: (text: string) => void;
  readonly type: (text: string) => void;
  readonly run: (command: Command) => boolean;
  /** What is shown, block by block. */
  readonly shown: () => string;
  readonly isUnbound: () => boolean;
  readonly setWritable: (isWritable: boolean) => void;
  readonly close: () => void;
}

export function typistAt(doc: Y.Doc, plugins: readonly Plugin[] = []): Typist {
  const fragment = doc.getXmlFragment(SECTION);
  let isUnbound = false;
  let isWritable = true;
  const host = document.body.appendChild(document.createElement('div'));
  const view = new EditorView(host, {
    state: bindText({
      fragment,
      isWritable: () => isWritable,
      onUnbindable: () => {
        isUnbound = true;
      },
      plugins,
    }),
  });
  const find = (text: string): number => {
    let found: number | undefined;
    view.state.doc.descendants((node, at) => {
      const index = node.isText ? (node.text ?? '').indexOf(text) : -1;
      if (index >= 0) found ??= at + index;
    });
    if (found === undefined) throw new Error(`"${text}" is not shown`);
    return found;
  };
  const selectFrom = (from: number, to: number): void =>
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, from, to)));
  return {
    doc,
    fragment,
    view,
    caretAt: (text, at = 'end') => {
      const place = find(text) + (at === 'end' ? text.length : 0);
      selectFrom(place, place);
    },
    select: (text) => {
      const place = find(text);
      selectFrom(place, place + text.length);
    },
    type: (text) => view.dispatch(view.state.tr.insertText(text)),
    run: (command) => command(view.state, (transaction) => view.dispatch(transaction), view),
    shown: () => view.dom.innerHTML,
    isUnbound: () => isUnbound,
    setWritable: (value) => {
      isWritable = value;
    },
    close: () => {
      view.destroy();
      host.remove();
    },
  };
}

/** Every change of one arrives at the other at once. */
export function connect(one: Y.Doc, other: Y.Doc): () => void {
  exchange(one, other);
  const to = (target: Y.Doc) => (update: Uint8Array, origin: unknown) => {
    if (origin !== 'wire') Y.applyUpdate(target, update, 'wire');
  };
  const [there, back] = [to(other), to(one)];
  one.on('update', there);
  other.on('update', back);
  return () => {
    one.off('update', there);
    other.off('update', back);
  };
}

export function exchange(one: Y.Doc, other: Y.Doc): void {
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one, Y.encodeStateVector(other)), 'wire');
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other, Y.encodeStateVector(one)), 'wire');
}

export function sectionIn(doc: Y.Doc): Y.XmlFragment {
  return doc.getXmlFragment(SECTION);
}
