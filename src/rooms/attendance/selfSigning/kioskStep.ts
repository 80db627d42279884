// Where somebody is on the tablet that is passed round, and how that outlives a reload: only who is signing is remembered, for
// as long as the browser's tab lives.

import { type PersonId, decodeId } from '../../../domain/ids.ts';
import { checkPersonName, checkTitleLike } from '../../../domain/text/checkedText.ts';
import type { Newcomer, NewcomerOrganisation } from '../changes/rowChange.ts';

export type KioskStep =
  | { readonly kind: 'start' }
  | { readonly kind: 'find' }
  | { readonly kind: 'newcomer' }
  | { readonly kind: 'sign'; readonly personId: PersonId; readonly newcomer: Newcomer | undefined }
  | { readonly kind: 'thanks' };

export const START: KioskStep = { kind: 'start' };

const KEY = 'wspolnie-signing';

/** Remembers who is signing; any other step forgets it. Without storage, a reload begins anew. */
export function rememberStep(storage: Storage, step: KioskStep): void {
  try {
    if (step.kind === 'sign') storage.setItem(KEY, JSON.stringify(step));
    else storage.removeItem(KEY);
  } catch {
    // Private windows may refuse; nothing is lost but the place.
  }
}

export function recallStep(storage: Storage): KioskStep {
  try {
    return decodeStep(JSON.parse(storage.getItem(KEY) ?? 'null'));
  } catch {
    return START;
  }
}

/** The step that was remembered; the start for anything else. */
export function decodeStep(raw: unknown): KioskStep {
  if (!isFields(raw)) return START;
  const personId = decodeId<PersonId>(raw['personId']);
  if (raw['kind'] !== 'sign' || personId === undefined) return START;
  if (raw['newcomer'] === undefined) return { kind: 'sign', personId, newcomer: undefined };
  const newcomer = decodeNewcomer(raw['newcomer']);
  return newcomer ? { kind: 'sign', personId, newcomer } : START;
}

function decodeNewcomer(raw: unknown): Newcomer | undefined {
  if (!isFields(raw)) return undefined;
  const name = checkPersonName(textOf(raw['name']));
  const organisation = decodeOrganisation(raw['organisation']);
  return name.kind === 'ok' && organisation ? { name: name.value, organisation } : undefined;
}

function decodeOrganisation(raw: unknown): NewcomerOrganisation | undefined {
  if (!isFields(raw)) return undefined;
  switch (raw['kind']) {
    case 'none':
      return { kind: 'none' };
    case 'known': {
      const id = decodeId<Extract<NewcomerOrganisation, { kind: 'known' }>['id']>(raw['id']);
      return id && { kind: 'known', id };
    }
    case 'new': {
      const name = checkTitleLike(textOf(raw['name']));
      return name.kind === 'ok' ? { kind: 'new', name: name.value } : undefined;
    }
    default:
      return undefined;
  }
}

function isFields(raw: unknown): raw is Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}

function textOf(raw: unknown): string {
  return typeof raw === 'string' ? raw : '';
}
