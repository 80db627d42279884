// The hand of a person in a run: notes in the truth what each command writes and what it replaces, and knows what people may
// find on their screens.

import * as Y from 'yjs';
import { type RootName, rootMap } from '../../src/documents/roots.ts';
import { type AnyId, asId, type MeetingId, type PartnershipId, type PersonId } from '../../src/domain/ids.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { THIRD_ROUND } from '../../src/domain/programme/thirdRound.ts';
import { decodeIsoDate } from '../../src/domain/time.ts';
import { type DocumentName, documentName } from '../../src/schema/documentName.ts';
import type { DocumentChange } from '../../src/storage/ledger.ts';
import type { Random } from '../sync/random.ts';
import { epochIn } from './epochs.ts';
import { type Drawing, type Erasure, type Place, valueAt, type Write } from './ledgerOfTruth.ts';

export const PARTNERSHIP = asId<PartnershipId>('zalesie');
export const NAMES = {
  partnership: documentName('partnership', PARTNERSHIP),
  register: documentName('register', PARTNERSHIP),
  programme: documentName('programme', THIRD_ROUND.id),
} as const;

export const FIRST_MEETING = asId<MeetingId>('meeting-0');

export function plannedMeeting(id: MeetingId, place: string): Meeting {
  return {
    id,
    number: 1,
    theme: 'other',
    title: '',
    date: decodeIsoDate('2026-11-22'),
    from: undefined,
    to: undefined,
    place,
    state: 'planned',
    openedAt: undefined,
    closedAt: undefined,
    isHidden: false,
  };
}

/** Gives each value of a run its number, and knows what people may find on their screens. */
export class Editing {
  #last = 0;
  readonly random: Random;
  readonly writes: Write[] = [];
  readonly drawings: Drawing[] = [];
  readonly erasures: Erasure[] = [];
  readonly persons = [asId<PersonId>('anna'), asId<PersonId>('bogdan')];
  readonly meetings: MeetingId[] = [];
  readonly ids: Partial<Record<RootName, string[]>> = {};

  constructor(random: Random) {
    this.random = random;
  }

  number(): number {
    this.#last += 1;
    return this.#last;
  }

  newId<Id extends AnyId>(kind: string): Id {
    return asId<Id>(`${kind}-${this.number()}`);
  }
}

export interface Hand {
  readonly editing: Editing;
  readonly device: string;
  /** Filled when the commands run. */
  readonly made: Write[];
}

export type Edit = (hand: Hand) => readonly DocumentChange[];

/** Notes the value that `command` writes at a place, or at several. */
export function put(
  hand: Hand,
  doc: Y.Doc,
  places: Place | readonly Place[],
  token: string | number,
  command: () => void,
): void {
  const seen = [places].flat().map((place) => ({ place, saw: valueAt(doc, place) }));
  command();
  for (const { place, saw } of seen) note(hand, doc, { place, kind: 'value', token, saw });
}

export function note(hand: Hand, doc: Y.Doc, what: Pick<Write, 'place' | 'kind' | 'token' | 'saw'>): void {
  const clock = Y.getState(doc.store, doc.clientID);
  const { clientID: client } = doc;
  const write = { ...what, device: hand.device, epoch: epochIn(doc), client, clock, hasTick: false };
  hand.made.push(write);
  hand.editing.writes.push(write);
}

/** A change of one document; `run` is left out where the record has not arrived on the device: nobody could edit it there. */
export function onRecord(
  name: DocumentName,
  root: RootName,
  key: string | undefined,
  run: (doc: Y.Doc, key: string) => void,
): readonly DocumentChange[] {
  return [
    {
      name,
      run: (doc) => {
        if (key !== undefined && rootMap(doc, root).has(key)) run(doc, key);
      },
    },
  ];
}

export function known(hand: Hand, root: RootName): string | undefined {
  const ids = hand.editing.ids[root];
  return ids === undefined ? undefined : hand.editing.random.pick(ids);
}

export function begun(hand: Hand, root: RootName, id: string): void {
  (hand.editing.ids[root] ??= []).push(id);
}
