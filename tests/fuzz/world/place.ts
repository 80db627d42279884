// Tabs of one device share their databases and channels by name. Here many devices live in one process, so each tab puts
// its key before its names, and what it reaches is its own device's.

import type { Process } from './process.ts';

/** A tab or service worker, and what it shares with the others of its device. */
export interface Place<Shared> {
  readonly process: Process;
  readonly shared: Shared;
}

const SEPARATOR = '/';

export class Places<Shared> {
  readonly #places = new Map<string, Place<Shared>>();

  add(key: string, place: Place<Shared>): void {
    this.#places.set(key, place);
  }

  remove(key: string): void {
    this.#places.delete(key);
  }

  /** Whose name it is, and what is left of the name. */
  find(name: string): { readonly place: Place<Shared>; readonly name: string } | undefined {
    const end = name.indexOf(SEPARATOR);
    const place = this.#places.get(name.slice(0, Math.max(0, end)));
    return place && { place, name: name.slice(end + 1) };
  }
}

/** "device-1.tab-2/wspolnie" */
export function nameIn(key: string, name: string): string {
  return key + SEPARATOR + name;
}
