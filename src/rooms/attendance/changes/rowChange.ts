// One change of one person's row, and the change that undoes it. Storing it is listWrites.

import type { Origin, Presence } from '../../../domain/attendance.ts';
import type { ListRow } from '../../../domain/attendanceView.ts';
import type { OrganisationId, PersonId } from '../../../domain/ids.ts';
import type { Signature } from '../../../domain/signature.ts';

/** What happens to the person's signature. */
type SigningChange =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'sign'; readonly signature: Signature }
  | { readonly kind: 'void'; readonly signature: Signature }
  | { readonly kind: 'restore'; readonly signature: Signature };

/** The organisation of a newcomer. */
export type NewcomerOrganisation =
  | { readonly kind: 'none' }
  | { readonly kind: 'known'; readonly id: OrganisationId }
  | { readonly kind: 'new'; readonly name: string };

/** Somebody who is not among the people of the partnership yet; entered together with the mark. */
export interface Newcomer {
  readonly name: string;
  readonly organisation: NewcomerOrganisation;
}

export interface RowChange {
  readonly personId: PersonId;
  readonly presence: Presence;
  readonly origin: Origin;
  readonly signing: SigningChange;
  readonly newcomer?: Newcomer;
}

/** The signature that stands after a change. */
export function signatureAfter(row: ListRow | undefined, change: RowChange): Signature | undefined {
  switch (change.signing.kind) {
    case 'unchanged':
      return row?.signature;
    case 'sign':
    case 'restore':
      return change.signing.signature;
    case 'void':
      return undefined;
  }
}

/** The change that brings a row back to what it was before `change`. */
export function undoOf(row: ListRow | undefined, change: RowChange): RowChange {
  return {
    personId: change.personId,
    presence: row?.presence ?? 'unmarked',
    origin: row?.origin ?? change.origin,
    signing: undoSigning(row?.signature, change.signing),
  };
}

function undoSigning(before: Signature | undefined, change: SigningChange): SigningChange {
  switch (change.kind) {
    case 'unchanged':
      return change;
    case 'sign':
    case 'restore':
      // Whoever had signed before still has that signature: the latest valid one counts.
      return { kind: 'void', signature: change.signature };
    case 'void':
      return before === undefined
        ? { kind: 'unchanged' }
        : { kind: 'restore', signature: { ...before, voidedAt: undefined } };
  }
}

/** A drawing is not taken back by a stray tap; a mark, or a confirmation without drawing, is made again in one. */
export function isProtected(row: ListRow): boolean {
  return row.signature?.content.kind === 'drawn';
}

/** A tap on the presence button: present, and back again. */
export function togglePresence(row: ListRow, origin: Origin): RowChange {
  const isPresent = row.presence === 'present';
  return changePresence(row, isPresent ? 'unmarked' : 'present', origin);
}

/** Any other presence than `present` takes the signature back: a valid one would mean that the person was there. */
export function changePresence(row: ListRow, presence: Presence, origin: Origin): RowChange {
  const isSigned = row.signature !== undefined && presence !== 'present';
  return {
    personId: row.id,
    presence,
    origin,
    signing: isSigned && row.signature ? { kind: 'void', signature: row.signature } : { kind: 'unchanged' },
  };
}

/** A confirmation without drawing, for a list that was signed on paper. */
export function signedOnPaper(
  base: Pick<Signature, 'id' | 'meetingId' | 'personId' | 'at' | 'deviceId'>,
): Signature {
  return { ...base, content: { kind: 'confirmed', reason: 'signedOnPaper' }, voidedAt: undefined };
}
