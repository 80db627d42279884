// Who else is at a document right now, and where: told to those who are there, never stored. Carries states; what is in them
// is left to the editors.

import {
  applyAwarenessUpdate,
  Awareness,
  encodeAwarenessUpdate,
  removeAwarenessStates,
} from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { DocumentName } from '../schema/documentName.ts';

/** One document's awareness, held by one editor until it is released. */
export interface AwarenessHandle {
  /** For bindings of editors that speak the protocol themselves. */
  readonly awareness: Awareness;
  /** States by client, this one's among them. They come from other devices: decode them. */
  readonly states: () => ReadonlyMap<number, unknown>;
  /** What others see of this editor; `null` for gone. */
  readonly set: (state: Readonly<Record<string, unknown>> | null) => void;
  readonly subscribe: (listener: () => void) => () => void;
  readonly release: () => void;
}

export interface AwarenessHub {
  readonly open: (name: DocumentName) => AwarenessHandle;
  readonly receive: (name: DocumentName, body: Uint8Array) => void;
  /** Tells own states again, to those who may have come or been missed. */
  readonly announce: () => void;
  readonly dispose: () => void;
}

interface Shared {
  readonly awareness: Awareness;
  readonly doc: Y.Doc;
  holders: number;
}

interface AwarenessChange {
  readonly added: readonly number[];
  readonly updated: readonly number[];
  readonly removed: readonly number[];
}

const REMOTE = 'remote';

export function createAwarenessHub(send: (name: DocumentName, body: Uint8Array) => void): AwarenessHub {
  const shared = new Map<DocumentName, Shared>();

  function begin(name: DocumentName): Shared {
    const doc = new Y.Doc();
    const awareness = new Awareness(doc);
    // Opening a document is not yet being seen at it.
    awareness.setLocalState(null);
    const tell = (clients: number[]): void => send(name, encodeAwarenessUpdate(awareness, clients));
    awareness.on('update', ({ added, updated, removed }: AwarenessChange, origin: unknown) => {
      if (origin !== REMOTE) tell([...added, ...updated, ...removed]);
      // Somebody who has just come does not know who is here.
      else if (added.length > 0 && awareness.getLocalState() !== null) tell([awareness.clientID]);
    });
    return { awareness, doc, holders: 0 };
  }

  function end(name: DocumentName, { awareness, doc }: Shared): void {
    shared.delete(name);
    if (awareness.getLocalState() !== null) removeAwarenessStates(awareness, [awareness.clientID], 'local');
    awareness.destroy();
    doc.destroy();
  }

  return {
    open: (name) => {
      const entry = shared.get(name) ?? begin(name);
      shared.set(name, entry);
      entry.holders += 1;
      let isHeld = true;
      const { awareness } = entry;
      return {
        awareness,
        states: () => awareness.getStates(),
        set: (state) => awareness.setLocalState(state),
        subscribe: (listener) => {
          awareness.on('change', listener);
          return () => awareness.off('change', listener);
        },
        release: () => {
          if (!isHeld) return;
          isHeld = false;
          entry.holders -= 1;
          if (entry.holders === 0) end(name, entry);
        },
      };
    },
    receive: (name, body) => {
      const entry = shared.get(name);
      if (entry === undefined) return;
      try {
        applyAwarenessUpdate(entry.awareness, body, REMOTE);
      } catch {
        // Not decodable. It says only where somebody's cursor is, and the next one comes within seconds.
      }
    },
    announce: () => {
      for (const [name, { awareness }] of shared) {
        if (awareness.getLocalState() !== null)
          send(name, encodeAwarenessUpdate(awareness, [awareness.clientID]));
      }
    },
    dispose: () => {
      for (const [name, entry] of shared) end(name, entry);
    },
  };
}
