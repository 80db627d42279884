// Which epochs of a document this device has. The earliest is the one that is shown and written: a later one is only arriving
// until it has taken the place of the earlier (superseding.ts), in one transaction that takes the earlier one away.

import {
  type DocumentName,
  decodeDocumentName,
  epochBounds,
  epochOf,
  isEarlierEpoch,
} from '../schema/documentName.ts';
import type { DeviceDatabase } from './database.ts';

/** The epochs of a document on this device, the earliest first. */
export async function epochsHere(db: DeviceDatabase, name: DocumentName): Promise<readonly DocumentName[]> {
  const [after, before] = epochBounds(name);
  return namesIn(await db.documents.where('name').between(after, before).primaryKeys());
}

/** Whether all that this device has of the document is of later epochs. */
export async function isSuperseded(db: DeviceDatabase, name: DocumentName): Promise<boolean> {
  const [earliest] = await epochsHere(db, name);
  return earliest !== undefined && isEarlierEpoch(name, earliest);
}

export interface PresentEpochs {
  /** The name under which this device has the document; the one asked for when it has none. */
  readonly resolve: (name: DocumentName) => Promise<DocumentName>;
  /** A document has been taken over by its successor, in memory; the database follows. */
  readonly replace: (successor: DocumentName) => void;
  /** Something else than this tab may have changed it: the database is asked again. */
  readonly refresh: () => void;
}

export function presentEpochs(db: DeviceDatabase): PresentEpochs {
  /** Documents that are not in their first epoch, by their name without it. */
  let known: Promise<Map<string, DocumentName>> | undefined;

  async function load(): Promise<Map<string, DocumentName>> {
    const earliest = new Map<string, DocumentName>();
    for (const name of namesIn(await db.documents.toCollection().primaryKeys()).toReversed())
      earliest.set(documentOf(name), name);
    return new Map([...earliest].filter(([, name]) => epochOf(name) > 0));
  }

  async function present(): Promise<Map<string, DocumentName>> {
    known ??= load();
    try {
      return await known;
    } catch (cause) {
      known = undefined;
      throw cause;
    }
  }

  return {
    resolve: async (name) => (await present()).get(documentOf(name)) ?? name,
    replace: (successor) => {
      known = known?.then((names) => new Map([...names, [documentOf(successor), successor]]));
    },
    refresh: () => {
      known = undefined;
    },
  };
}

function documentOf(name: DocumentName): string {
  return epochBounds(name)[0];
}

function namesIn(keys: readonly string[]): readonly DocumentName[] {
  return keys.flatMap((key) => decodeDocumentName(key) ?? []).toSorted((a, b) => epochOf(a) - epochOf(b));
}
