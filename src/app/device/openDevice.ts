// Opens what the app stands on: the database, this device's id, and what the first drawing shows. A database that does not
// open is an answer, not an exception: the recovery screen is drawn from it.

import { nanoid } from 'nanoid';
import { type AnyId, asId, type DeviceId } from '../../domain/ids.ts';
import type { DeviceDatabase, NewId } from '../../storage/database.ts';
import { readSetting, writeSetting } from '../../storage/settings.ts';
import { type StorageFailure, storageFailure } from '../../storage/storageFailure.ts';
import { type Start, type StartAsked, readStart } from './readStart.ts';

export type OpenedDevice =
  | { readonly kind: 'open'; readonly deviceId: DeviceId; readonly start: Start }
  | {
      readonly kind: 'failed';
      readonly failure: StorageFailure;
      /** Resolves should the opening that was given up come after all: the tab that held it back was closed. */
      readonly late: Promise<void>;
    };

/** An opening that takes longer than this will not come: another tab blocks it, or the browser has lost it. */
const PATIENCE = 8_000;

const NEVER = new Promise<never>(() => undefined);

/** Opens the database; the device id is made at the first start. May be called again after a failure. */
export async function openDevice(db: DeviceDatabase, newId: NewId, asked: StartAsked): Promise<OpenedDevice> {
  let opening: PromiseLike<unknown> = NEVER;
  try {
    opening = db.open();
    await withPatience(db, opening);
    const start = await readStart(db, asked);
    return { kind: 'open', deviceId: start.deviceId ?? (await makeDeviceId(db, newId)), start };
  } catch (cause) {
    const late = new Promise<void>(
      (resolve) =>
        void opening.then(
          () => resolve(),
          () => undefined,
        ),
    );
    return { kind: 'failed', failure: storageFailure(cause), late };
  }
}

/** Two tabs may start at once for the first time: the id that was stored first stays. */
function makeDeviceId(db: DeviceDatabase, newId: NewId): Promise<DeviceId> {
  const made = newId<DeviceId>();
  return db.transaction('rw', db.settings, async () => {
    const other = await readSetting(db, 'deviceId');
    if (other === undefined) await writeSetting(db, 'deviceId', made);
    return other ?? made;
  });
}

async function withPatience(db: DeviceDatabase, opening: PromiseLike<unknown>): Promise<void> {
  let onBlocked: (() => void) | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const givenUp = new Promise<never>((_resolve, reject) => {
    onBlocked = () => reject(named('BlockedError', 'another tab holds an older version open'));
    db.on('blocked', onBlocked);
    timer = setTimeout(() => reject(named('OpenFailedError', 'the database does not answer')), PATIENCE);
  });
  try {
    await Promise.race([opening, givenUp]);
  } finally {
    clearTimeout(timer);
    if (onBlocked) db.on('blocked').unsubscribe(onBlocked);
  }
}

function named(name: string, message: string): Error {
  const error = new Error(message);
  error.name = name;
  return error;
}

/** 96 random bits. */
const ID_LENGTH = 16;

/** Makes random ids of any kind. */
export const randomId: NewId = <Id extends AnyId>() => asId<Id>(nanoid(ID_LENGTH));
