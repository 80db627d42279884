// Hands data to the person as a file that can be brought in again: everything, or what the server did not take.

import type { IsoDate } from '../../domain/time.ts';
import { saveFile } from '../../ui/saveFile.ts';

/** As "wspolnie-kopia-2026-11-22.json". */
export function saveBackup(bytes: Uint8Array, today: IsoDate): void {
  save(`kopia-${today}`, bytes);
}

/** One refused update, by its number on this device. */
export function saveRefused(bytes: Uint8Array, id: number): void {
  save(`nieprzyjete-${id}`, bytes);
}

function save(what: string, bytes: Uint8Array): void {
  saveFile(`wspolnie-${what}.json`, 'application/json', bytes);
}
