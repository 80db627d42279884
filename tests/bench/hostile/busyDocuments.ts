// Documents into which one member writes a thousand updates a second, many documents an exchange: what followers are told of.

import { randomFillSync } from 'node:crypto';
import * as Y from 'yjs';
import { type DocumentName, documentName } from '../../../src/schema/documentName.ts';
import type { TestDevice } from '../../sync-server/testDevice.ts';

const DOCUMENTS = 100;
const EXCHANGES_A_SECOND = 10;
/** Of each update: with ten readers that is more than the system keeps for them, within two seconds. */
const UPDATE_BYTES = 4_000;
const SECOND_MS = 1_000;
const NOTHING = new Uint8Array();

export interface BusyDocuments {
  readonly names: readonly DocumentName[];
  /** Writes until it is stopped; the stopping resolves with the updates that were stored. */
  readonly write: () => () => Promise<number>;
}

export async function beginBusyDocuments(librarian: TestDevice): Promise<BusyDocuments> {
  const names = Array.from({ length: DOCUMENTS }, (_each, index) =>
    documentName('partnership', `busy-${index}`),
  );
  for (const name of names) librarian.write(name, 'begun', 'yes');
  await librarian.sync();
  const cursors = new Map<DocumentName, number>();

  const exchange = async (): Promise<void> => {
    const { documents } = await librarian.exchange(
      names.map((name) => ({
        name,
        cursor: cursors.get(name) ?? 0,
        stateVector: NOTHING,
        update: content(),
      })),
    );
    for (const { name, result, cursor } of documents) {
      if (result.kind !== 'receipt') throw new Error(`${name} was not stored`);
      cursors.set(name, cursor);
    }
  };
  return {
    names,
    write: () => {
      let isOver = false;
      let stored = 0;
      const writing = (async () => {
        const began = performance.now();
        for (let each = 1; !isOver; each += 1) {
          await exchange();
          stored += DOCUMENTS;
          const due = began + (each * SECOND_MS) / EXCHANGES_A_SECOND;
          await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
        }
      })();
      return async () => {
        isOver = true;
        await writing;
        return stored;
      };
    },
  };
}

function content(): Uint8Array {
  const doc = new Y.Doc();
  doc.getMap('test').set('bytes', new Uint8Array(randomFillSync(Buffer.alloc(UPDATE_BYTES))));
  return Y.encodeStateAsUpdateV2(doc);
}
