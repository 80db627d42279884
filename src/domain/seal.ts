// Sealing an attendance list: what the fingerprint covers, and what a seal says. Hashing is left to documents.

import type { AttendanceRow } from './attendance.ts';
import type { DeviceId, MeetingId, OrganisationId, SealId } from './ids.ts';
import type { Meeting } from './meeting.ts';
import type { Instant } from './time.ts';

/** First 16 hexadecimal digits of the SHA-256 of the list's canonical text, upper case: "7F3A91C20B5D44E1". */
export type Fingerprint = string;

export interface Seal {
  readonly id: SealId;
  readonly meetingId: MeetingId;
  readonly fingerprint: Fingerprint;
  readonly kind: 'closing' | 'correction';
  /** Why it was corrected; empty for a closing. */
  readonly reason: string;
  readonly at: Instant;
  readonly by: string;
  readonly deviceId: DeviceId;
  readonly present: number;
  readonly signed: number;
}

/**
 * The text that the fingerprint is taken of: the meeting's head, then a line for each person with a mark or a
 * signature, ordered by person id. Every value is JSON-encoded, so no name can imitate a separator.
 */
export function sealedText(
  meeting: Meeting,
  rows: readonly AttendanceRow[],
  organisationName: (id: OrganisationId) => string,
): string {
  const head = [meeting.id, meeting.number, meeting.theme, meeting.title, meeting.date ?? '', meeting.place];
  const lines = rows
    .filter((row) => row.presence !== 'unmarked')
    .toSorted((a, b) => (a.person.id < b.person.id ? -1 : 1))
    .map((row) => [
      row.person.id,
      row.person.name,
      row.organisationId ? organisationName(row.organisationId) : '',
      row.presence,
      row.entry?.origin ?? '',
      row.signature ? JSON.stringify(row.signature.content) : '',
    ]);
  return [head, ...lines].map((line) => JSON.stringify(line)).join('\n');
}

/** "7F3A 91C2 0B5D 44E1" */
export function spellFingerprint(fingerprint: Fingerprint): string {
  return fingerprint.match(/.{1,4}/g)?.join(' ') ?? '';
}

/** How a list stands to its seals, the latest of which is by time, then id. */
export type SealState =
  | { readonly kind: 'unsealed' }
  | { readonly kind: 'sealed'; readonly seal: Seal }
  /** Corrected openly: the latest seal is a correction. */
  | { readonly kind: 'corrected'; readonly seal: Seal; readonly first: Seal }
  /** Something arrived after the last seal, for instance from a second tablet: the content no longer matches it. */
  | { readonly kind: 'changed'; readonly seal: Seal; readonly current: Fingerprint };

export function sealState(seals: readonly Seal[], current: Fingerprint): SealState {
  const ordered = seals.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const [first, last] = [ordered[0], ordered.at(-1)];
  if (first === undefined || last === undefined) return { kind: 'unsealed' };
  if (last.fingerprint !== current) return { kind: 'changed', seal: last, current };
  return last.kind === 'correction'
    ? { kind: 'corrected', seal: last, first }
    : { kind: 'sealed', seal: last };
}
