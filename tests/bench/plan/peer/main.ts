// The peer's page: ProseMirror bound by y-prosemirror to a text of a document that lies in y-indexeddb and goes over Hocuspocus'
// own provider, put together as their documentations show it. Opened by a tap, or at once.

import { HocuspocusProvider } from '@hocuspocus/provider';
import { baseKeymap } from 'prosemirror-commands';
import { keymap } from 'prosemirror-keymap';
import { EditorState, Plugin } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { IndexeddbPersistence } from 'y-indexeddb';
import { initProseMirrorDoc, yCursorPlugin, ySyncPlugin, yUndoPlugin } from 'y-prosemirror';
import * as Y from 'yjs';
import { peerSchema } from './peerSchema.ts';

const asked = new URLSearchParams(location.search);

async function open(): Promise<void> {
  const [port, name, text, place] = [
    asked.get('socket'),
    asked.get('document'),
    asked.get('text'),
    document.getElementById('text'),
  ];
  if (port === null || name === null || text === null || place === null) throw new Error('nothing to open');
  const doc = new Y.Doc();
  await new IndexeddbPersistence(name, doc).whenSynced;
  const provider = new HocuspocusProvider({ url: `ws://127.0.0.1:${port}`, name, document: doc });
  const { awareness } = provider;
  if (awareness === null) throw new Error('a provider without awareness');
  provider.setAwarenessField('user', { name: `Ewa ${doc.clientID % 100}`, color: '#a05a2c' });
  const fragment = doc.getXmlFragment(text);
  const { doc: shown, mapping } = initProseMirrorDoc(fragment, peerSchema);
  const plugins: readonly unknown[] = [
    ySyncPlugin(fragment, { mapping }),
    yCursorPlugin(awareness),
    yUndoPlugin(),
    keymap(baseKeymap),
  ];
  const isPlugin = (plugin: unknown): plugin is Plugin => plugin instanceof Plugin;
  const state = EditorState.create({ schema: peerSchema, doc: shown, plugins: plugins.filter(isPlugin) });
  new EditorView(place, { state }).focus();
}

document.getElementById('open')?.addEventListener('click', () => void open());
if (asked.has('open')) await open();
