// Whether opening the app anew would lose or interrupt anything: changes that are only in memory, the tablet
// being passed round, an open dialog (a signature that is being drawn), a field that is being typed in.

import type { Device } from '../../storage/device.ts';
import { readKiosk } from '../../storage/kiosk.ts';

export async function isSafeToReload(device: Device, document: Document): Promise<boolean> {
  if (device.ledger.status.getState().kind !== 'ok') return false;
  if (isTyping(document)) return false;
  return (await readKiosk(device.db, device.now())) === undefined;
}

/** A field with the focus and something in it, or an open dialog: what is there may exist nowhere else. */
function isTyping(document: Document): boolean {
  if (document.querySelector('dialog[open]') !== null) return true;
  const field = document.activeElement;
  const isField = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
  return isField && field.type !== 'checkbox' && field.type !== 'radio' && field.value !== '';
}
