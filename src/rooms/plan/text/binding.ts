// Ties an editor to a section's Y.XmlFragment (y-prosemirror), and translates places between the two. The binding writes into the
// document whatever differs from what it shows; here it may do so only after somebody changed the text.

import { EditorState, Plugin } from 'prosemirror-state';
import {
  absolutePositionToRelativePosition,
  initProseMirrorDoc,
  ProsemirrorBinding,
  relativePositionToAbsolutePosition,
  ySyncPlugin,
  ySyncPluginKey,
  yUndoPlugin,
} from 'y-prosemirror';
import * as Y from 'yjs';
import { canBeBound } from '../../../documents/richTextShape.ts';
import { planTextSchema } from './planTextSchema.ts';

export interface BoundText {
  readonly fragment: Y.XmlFragment;
  /** Asked at each change, so that a right taken away or given holds at once. */
  readonly isWritable: () => boolean;
  /** Something came that no editor can show without harm: this one has let go of the document, and is to be closed. */
  readonly onUnbindable: () => void;
  /** The rest of the editor. They see the document as the binding left it. */
  readonly plugins: readonly Plugin[];
}

/** The state of an editor over the fragment. Nothing is written until somebody types. */
export function bindText({ fragment, isWritable, onUnbindable, plugins }: BoundText): EditorState {
  const { doc, mapping } = initProseMirrorDoc(fragment, planTextSchema);
  // Empty, or with things that cannot stand at the top: the binding lets the editor put them right, on the screen only.
  const isWhole = doc.type.validContent(doc.content);
  const sync: unknown = ySyncPlugin(fragment, isWhole ? { mapping } : {});
  if (!(sync instanceof Plugin)) throw new Error('the binding is no plugin');
  return EditorState.create({
    schema: planTextSchema,
    ...(isWhole && { doc }),
    plugins: [guarded(sync, fragment, onUnbindable), yUndoPlugin(), writingOnlyWhere(isWritable), ...plugins],
  });
}

/** The binding of this state, once its view stands. */
export function bindingOf(state: EditorState): ProsemirrorBinding | undefined {
  const shared: unknown = ySyncPluginKey.getState(state);
  const binding: unknown = isRecord(shared) ? shared['binding'] : undefined;
  return binding instanceof ProsemirrorBinding ? binding : undefined;
}

/** Whether the change came from the document: others, an undo, another tab. */
export function isFromDocument(meta: unknown): boolean {
  return isRecord(meta) && meta['isChangeOrigin'] === true;
}

/** A place that moves with the text; `undefined` while the binding does not know the place yet. */
export function anchorAt(state: EditorState, place: number): Y.RelativePosition | undefined {
  const binding = bindingOf(state);
  if (binding === undefined) return undefined;
  try {
    const anchor: unknown = absolutePositionToRelativePosition(place, binding.type, binding.mapping);
    return anchor instanceof Y.RelativePosition ? anchor : undefined;
  } catch {
    // Its own walk gives up on places beside blocks that were drawn in the place of others.
    return undefined;
  }
}

/** Where the anchor is now; `undefined` when its text is not here yet or no longer. */
export function placeOf(state: EditorState, anchor: Y.RelativePosition): number | undefined {
  const binding = bindingOf(state);
  if (binding === undefined) return undefined;
  // Anchors come from other devices, and another root would be made in the document by being looked up.
  if (anchor.tname !== null && anchor.tname !== Y.findRootTypeKey(binding.type)) return undefined;
  try {
    const place = relativePositionToAbsolutePosition(binding.doc, binding.type, anchor, binding.mapping);
    return place === null ? undefined : Math.max(0, Math.min(place, state.doc.content.size));
  } catch {
    return undefined;
  }
}

function guarded(sync: Plugin, fragment: Y.XmlFragment, onUnbindable: () => void): Plugin {
  return new Plugin({
    ...sync.spec,
    view: (view) => {
      let isLoose = false;
      // Before the binding's own observer, which would throw in the middle of others' changes.
      const guard = (events: readonly Y.YEvent<Y.XmlText | Y.XmlFragment>[]): void => {
        const isTextOnly = events.every(({ target }) => target instanceof Y.XmlText);
        if (isLoose || isTextOnly || canBeBound(fragment)) return;
        isLoose = true;
        bindingOf(view.state)?.destroy();
        onUnbindable();
      };
      fragment.observeDeep(guard);
      const inner = sync.spec.view?.(view);
      return {
        update: (current, before) => {
          if (!isLoose && current.state.doc !== before.doc) inner?.update?.(current, before);
        },
        destroy: () => {
          fragment.unobserveDeep(guard);
          inner?.destroy?.();
        },
      };
    },
  });
}

function writingOnlyWhere(isWritable: () => boolean): Plugin {
  return new Plugin({
    props: { editable: () => isWritable() },
    filterTransaction: (transaction) =>
      !transaction.docChanged || isWritable() || isFromDocument(transaction.getMeta(ySyncPluginKey)),
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
