// The databases of one simulated device: what outlives its tabs. A killed tab's open transactions are undone, its requests
// are refused from then on; writes fail on a full disk, or when the run says so; a power cut takes back what was written
// without asking for the disk.

import { IDBFactory } from 'fake-indexeddb';
import { DOCUMENT_DATABASES } from '../../../src/storage/databaseNames.ts';
import { bytesOfDatabases } from '../../sync/everyByte.ts';
import { type Place, Places } from './place.ts';
import type { Process } from './process.ts';

export interface DiskFault {
  readonly kind: 'QuotaExceededError' | 'UnknownError';
  /** Steps of the browser's database before the transaction fails. */
  readonly after: number;
}

/** Added to a document's store, which is written with relaxed durability. */
interface Relaxed {
  readonly database: string;
  readonly request: IDBRequest<IDBValidKey>;
  at: number | undefined;
}

/** After this the operating system has written what a browser did not ask it to. */
const WRITTEN_BACK_MS = 30_000;

export class Disk {
  readonly #factory = new IDBFactory();
  readonly #open = new Map<Process, { connections: Set<IDBDatabase>; transactions: Set<IDBTransaction> }>();
  #relaxed: Relaxed[] = [];
  /** Asked for each writing transaction; `undefined` lets it through. */
  faultOf: () => DiskFault | undefined = () => undefined;

  open({ process }: Place<Disk>, name: string, version: number | undefined): IDBOpenDBRequest {
    if (!process.isAlive) throw new DOMException('this tab is gone', 'UnknownError');
    const request = version === undefined ? this.#factory.open(name) : this.#factory.open(name, version);
    request.addEventListener('upgradeneeded', () => {
      this.#adopt(process, request.result);
      if (request.transaction !== null) this.#track(process, request.transaction);
    });
    request.addEventListener('success', () => this.#adopt(process, request.result));
    return request;
  }

  deleteDatabase(name: string): IDBOpenDBRequest {
    return this.#factory.deleteDatabase(name);
  }

  /** Everything that lies on it, as text in which each byte is a character. */
  bytes(): Promise<string> {
    return bytesOfDatabases(this.#factory);
  }

  /** Takes back up to `count` of the youngest writes that nobody asked to be durable. All tabs have to be gone. */
  async losePower(count: number, now: number): Promise<number> {
    const here = new Set((await this.#factory.databases()).map(({ name }) => name));
    const young = this.#relaxed.filter(
      ({ at, database }) => at !== undefined && now - at < WRITTEN_BACK_MS && here.has(database),
    );
    this.#relaxed = [];
    const lost = young.slice(Math.max(0, young.length - count));
    for (const { database, request } of lost) {
      const connection = await settled(this.#factory.open(database));
      const transaction = connection.transaction('updates', 'readwrite');
      await settled(transaction.objectStore('updates').delete(request.result));
      connection.close();
    }
    return lost.length;
  }

  #adopt(process: Process, connection: IDBDatabase): void {
    const { connections } = this.#of(process);
    if (connections.has(connection)) return;
    connections.add(connection);
    if (!process.isAlive) {
      connection.close();
      return;
    }
    const begin = connection.transaction.bind(connection);
    Object.defineProperty(connection, 'transaction', {
      value: (...given: Parameters<IDBDatabase['transaction']>): IDBTransaction => {
        if (!process.isAlive) throw new DOMException('this tab is gone', 'InvalidStateError');
        const transaction = begin(...given);
        this.#track(process, transaction);
        if (transaction.mode === 'readwrite') {
          const fault = this.faultOf();
          if (fault !== undefined) this.#fail(process, transaction, fault);
          if (connection.name.startsWith(DOCUMENT_DATABASES)) this.#noteRelaxed(process, transaction);
        }
        return transaction;
      },
    });
  }

  #track(process: Process, transaction: IDBTransaction): void {
    const { transactions } = this.#of(process);
    transactions.add(transaction);
    for (const end of ['complete', 'abort'])
      transaction.addEventListener(end, () => transactions.delete(transaction));
  }

  #fail(process: Process, transaction: IDBTransaction, { kind, after }: DiskFault): void {
    process.loop.machine(() => {
      if (after > 0) this.#fail(process, transaction, { kind, after: after - 1 });
      else if (this.#of(process).transactions.has(transaction)) abort(transaction, kind);
    });
  }

  #noteRelaxed(process: Process, transaction: IDBTransaction): void {
    const store = transaction.objectStore('updates');
    const add = store.add.bind(store);
    const added: Relaxed[] = [];
    Object.defineProperty(store, 'add', {
      value: (...given: Parameters<IDBObjectStore['add']>): IDBRequest<IDBValidKey> => {
        const request = add(...given);
        added.push({ database: transaction.db.name, request, at: undefined });
        return request;
      },
    });
    transaction.addEventListener('complete', () => {
      for (const write of added) write.at = process.loop.now;
      this.#relaxed.push(...added);
    });
  }

  #of(process: Process): { connections: Set<IDBDatabase>; transactions: Set<IDBTransaction> } {
    const known = this.#open.get(process);
    if (known !== undefined) return known;
    const fresh = { connections: new Set<IDBDatabase>(), transactions: new Set<IDBTransaction>() };
    this.#open.set(process, fresh);
    process.whenKilled(() => {
      for (const transaction of fresh.transactions) abort(transaction, 'AbortError');
      for (const connection of fresh.connections) connection.close();
      this.#open.delete(process);
    });
    return fresh;
  }
}

/** Undoes the transaction at once; one that is through already stays. */
function abort(transaction: IDBTransaction, name: string): void {
  try {
    transaction.abort();
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'InvalidStateError') return;
    throw cause;
  }
  // Read when the abort is told, which is later.
  const value = new DOMException('simulated', name);
  Object.defineProperty(transaction, 'error', { value, configurable: true, writable: true });
}

function settled<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('no reason')));
  });
}

export const diskPlaces = new Places<Disk>();

function found(name: string): { readonly place: Place<Disk>; readonly name: string } {
  const there = diskPlaces.find(name);
  if (there === undefined) throw new DOMException(`no device has a database ${name}`, 'UnknownError');
  return there;
}

/** `indexedDB` for all devices: each finds its own by the name. */
export const diskFactory = {
  open: (name: string, version?: number): IDBOpenDBRequest => {
    const { place, name: own } = found(name);
    return place.shared.open(place, own, version);
  },
  deleteDatabase: (name: string): IDBOpenDBRequest => {
    const { place, name: own } = found(name);
    return place.shared.deleteDatabase(own);
  },
  databases: (): Promise<IDBDatabaseInfo[]> => Promise.resolve([]),
};
