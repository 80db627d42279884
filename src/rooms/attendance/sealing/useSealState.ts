// Whether a closed list is still what was sealed. The fingerprint is taken after painting: it reads every signature.

import { useEffect, useState } from 'preact/hooks';
import { attendanceRows } from '../../../domain/attendance.ts';
import { type SealState, sealState, sealedText } from '../../../domain/seal.ts';
import type { List } from '../list/useList.ts';

/** Entries, signatures and seals arrive in several steps: only what stays a moment is judged. */
const QUIET_MS = 120;

/** `undefined` while it is being found out, and for a list that is not closed. */
export function useSealState(
  list: Pick<List, 'meeting' | 'facts' | 'organisationName' | 'seals'>,
  reportFailure: (failure: unknown) => void,
): SealState | undefined {
  const [state, setState] = useState<SealState | undefined>(undefined);
  const { meeting, facts, organisationName, seals } = list;
  const isClosed = meeting.state === 'closed';

  useEffect(() => {
    if (!isClosed) {
      setState(undefined);
      return undefined;
    }
    let isGone = false;
    const find = async () => {
      const { fingerprintOf } = await import('../../../documents/fingerprint.ts');
      if (isGone) return;
      setState(sealState(seals, fingerprintOf(sealedText(meeting, attendanceRows(facts), organisationName))));
    };
    const timer = setTimeout(() => void find().catch(reportFailure), QUIET_MS);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [isClosed, meeting, facts, organisationName, seals, reportFailure]);

  return state;
}
