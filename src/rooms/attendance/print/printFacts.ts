// From what the device has stored to the facts of a printed list.

import { attendanceRows } from '../../../domain/attendance.ts';
import type { OrganisationId } from '../../../domain/ids.ts';
import { sealedText, sealState } from '../../../domain/seal.ts';
import { fingerprintOf } from '../../../documents/fingerprint.ts';
import type { ListFacts } from '../../../outputs/attendanceList.ts';
import type { PrintFacts } from '../../../storage/printQueries.ts';

export function listFactsOf(stored: PrintFacts): ListFacts {
  const { round, partnership, meeting, attendance, organisations, seals, contacts, userName } = stored;
  const names = new Map(organisations.map(({ id, name }) => [id, name]));
  const organisationName = (id: OrganisationId): string => names.get(id) ?? '';
  const rows = attendanceRows(attendance);
  const fingerprint = fingerprintOf(sealedText(meeting, rows, organisationName));
  return {
    round,
    partnership,
    meeting,
    rows,
    organisationName,
    fingerprint,
    seal: sealState(seals, fingerprint),
    preparer: userName || partnership.coordinatorName,
    contacts,
    persons: attendance.persons,
  };
}
