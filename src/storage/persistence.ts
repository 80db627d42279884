// The browser's promise to keep our storage, and how full it is. Asked for at the first real piece of work.

export type Persistence = 'kept' | 'mayBeCleared' | 'unknown';

/** Asks the browser never to clear this device's data by itself. */
export async function askPersistence(): Promise<Persistence> {
  if (navigator.storage?.persist === undefined) return 'unknown';
  return (await navigator.storage.persist()) ? 'kept' : 'mayBeCleared';
}

export async function readPersistence(): Promise<Persistence> {
  if (navigator.storage?.persisted === undefined) return 'unknown';
  return (await navigator.storage.persisted()) ? 'kept' : 'mayBeCleared';
}

export interface Space {
  /** Bytes in use and at most available to us, as the browser estimates them. */
  readonly used: number;
  readonly quota: number;
  /** Under 50 MB or a tenth of the quota is left: the person is warned before anything fails. */
  readonly isNearlyFull: boolean;
}

const WARN_BYTES = 50_000_000;
const WARN_SHARE = 0.1;

export async function readSpace(): Promise<Space | undefined> {
  if (navigator.storage?.estimate === undefined) return undefined;
  const { usage, quota } = await navigator.storage.estimate();
  if (usage === undefined || quota === undefined || quota === 0) return undefined;
  const left = quota - usage;
  return { used: usage, quota, isNearlyFull: left < WARN_BYTES || left < quota * WARN_SHARE };
}
