// What the operator does on the list, as changes of rows with the words that tell of them.

import type { Origin, Presence } from '../../../domain/attendance.ts';
import type { ListRow } from '../../../domain/attendanceView.ts';
import type { PersonId, SignatureId } from '../../../domain/ids.ts';
import type { KnownPerson } from '../../../domain/knownPeople.ts';
import type { SignatureContent } from '../../../domain/signature.ts';
import { t } from '../../../ui/i18n/attendanceTexts.ts';
import type { ListTarget } from '../changes/listWrites.ts';
import {
  type Newcomer,
  type RowChange,
  changePresence,
  signedOnPaper,
  togglePresence,
} from '../changes/rowChange.ts';
import { saidOf } from './rowWords.ts';
import type { MarksControl } from './useMarks.ts';

/** How marks are made now: by the operator as people come, or typed in from paper, with the signatures on it or not. */
export type MarkMode = { readonly kind: 'operator' } | { readonly kind: 'paper'; readonly isSigned: boolean };

export interface ListActions {
  readonly toggle: (row: ListRow) => void;
  readonly setPresence: (row: ListRow, presence: Presence) => void;
  readonly sign: (row: ListRow, id: SignatureId, content: SignatureContent) => Promise<boolean>;
  readonly voidSignature: (row: ListRow) => void;
  /** Marks somebody who is known, on the list or not. */
  readonly addKnown: (person: Pick<KnownPerson, 'id' | 'name'>) => void;
  /** Enters somebody new and marks them; resolves to whether it is durable. */
  readonly addNew: (newcomer: Newcomer, id: PersonId) => Promise<boolean>;
}

export function useListActions(
  target: ListTarget,
  mode: MarkMode,
  { rows, make }: MarksControl,
): ListActions {
  const { device, meetingId } = target;
  const origin: Origin = mode.kind;

  /** From paper, whoever is marked present has signed there. */
  const withPaper = (change: RowChange, row: ListRow | undefined): RowChange => {
    const isMeant = mode.kind === 'paper' && mode.isSigned && change.presence === 'present';
    if (!isMeant || row?.signature !== undefined) return change;
    const signature = signedOnPaper({
      id: device.newId<SignatureId>(),
      meetingId,
      personId: change.personId,
      at: device.now(),
      deviceId: device.id,
    });
    return { ...change, signing: { kind: 'sign', signature } };
  };
  const tell = (change: RowChange, row: ListRow | undefined, said: string) => {
    void make(withPaper(change, row), said);
  };
  const present = (personId: PersonId): RowChange => ({
    personId,
    presence: 'present',
    origin,
    signing: { kind: 'unchanged' },
  });

  return {
    toggle: (row) => {
      const change = togglePresence(row, origin);
      tell(change, row, saidOf(row.name, change.presence));
    },
    setPresence: (row, presence) =>
      tell(changePresence(row, presence, origin), row, saidOf(row.name, presence)),
    sign: (row, id, content) => {
      const at = device.now();
      const signature = {
        id,
        meetingId,
        personId: row.id,
        content,
        at,
        deviceId: device.id,
        voidedAt: undefined,
      };
      const change: RowChange = { ...present(row.id), signing: { kind: 'sign', signature } };
      return make(change, t().attendance.signed(row.name), at);
    },
    voidSignature: (row) => {
      if (row.signature === undefined) return;
      const change: RowChange = {
        personId: row.id,
        presence: row.presence,
        origin: row.origin ?? origin,
        signing: { kind: 'void', signature: row.signature },
      };
      void make(change, t().attendance.voided(row.name));
    },
    addKnown: ({ id, name }) => {
      const row = rows.find((each) => each.id === id);
      if (row?.presence === 'present') return;
      tell(present(id), row, saidOf(name, 'present'));
    },
    addNew: (newcomer, id) => {
      const said = saidOf(newcomer.name, 'present');
      return make({ ...withPaper(present(id), undefined), newcomer }, said);
    },
  };
}
