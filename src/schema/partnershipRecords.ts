// Decoders of the records in a `partnership` document.

import {
  type BranchId,
  type DecisionId,
  type MeetingId,
  type OrganisationId,
  type PartnershipId,
  type RoundId,
  asId,
  decodeId,
} from '../domain/ids.ts';
import type { Library, LibraryBranch } from '../domain/library.ts';
import { type Decision, MEETING_STATES, type Meeting } from '../domain/meeting.ts';
import { compareOrder } from '../domain/order.ts';
import { ORGANISATION_STATUSES, type PartnerOrganisation } from '../domain/organisation.ts';
import { ORGANISATION_TYPES } from '../domain/organisationType.ts';
import { PHASES, type Partnership, type Profile, TRACKS } from '../domain/partnership.ts';
import { type MeetingTheme, PROGRAMME_THEMES } from '../domain/programme/round.ts';
import { THIRD_ROUND } from '../domain/programme/thirdRound.ts';
import { asInstant, decodeInstant, decodeIsoDate, decodeLocalTime } from '../domain/time.ts';
import { type RawRecord, choiceField, flagField, numberField, textField } from './decode.ts';

const THEMES: readonly MeetingTheme[] = [...PROGRAMME_THEMES, 'other'];

/** What a `partnership` document holds of its library: the fields, and the branches by their ids. */
export interface RawLibrary {
  readonly fields: RawRecord;
  readonly branches: ReadonlyMap<string, RawRecord>;
}

export function decodePartnership(id: string, raw: RawRecord, library: RawLibrary): Partnership | undefined {
  const partnershipId = decodeId<PartnershipId>(id);
  const createdAt = decodeInstant(raw['createdAt']);
  // Every partnership is begun with its instant; a document without one has not arrived yet.
  if (partnershipId === undefined || createdAt === undefined) return undefined;
  return {
    id: partnershipId,
    name: textField(raw['name']),
    roundId: decodeId<RoundId>(raw['roundId']) ?? THIRD_ROUND.id,
    track: choiceField(raw['track'], TRACKS, 'project'),
    phase: choiceField(raw['phase'], PHASES, 'partnerSearch'),
    libraryName: textField(raw['libraryName']),
    gmina: textField(raw['gmina']),
    library: decodeLibrary(library),
    facilitatorName: textField(raw['facilitatorName']),
    coordinatorName: textField(raw['coordinatorName']),
    isExample: flagField(raw['isExample']),
    createdAt,
  };
}

function decodeLibrary({ fields, branches }: RawLibrary): Library | undefined {
  if (Object.keys(fields).length === 0 && branches.size === 0) return undefined;
  return {
    address: textField(fields['address']),
    phone: textField(fields['phone']),
    email: textField(fields['email']),
    enrolledOn: decodeIsoDate(fields['enrolledOn']),
    acceptedRules: textField(fields['acceptedRules']),
    branches: [...branches].flatMap(([id, branch]) => decodeBranch(id, branch) ?? []).toSorted(compareOrder),
  };
}

/** `undefined` also for one that was taken off. */
function decodeBranch(id: string, raw: RawRecord): LibraryBranch | undefined {
  const branchId = decodeId<BranchId>(id);
  if (branchId === undefined || flagField(raw['isHidden'])) return undefined;
  return { id: branchId, name: textField(raw['name']), order: textField(raw['order']) };
}

export function decodeOrganisation(id: string, raw: RawRecord): PartnerOrganisation | undefined {
  const organisationId = decodeId<OrganisationId>(id);
  if (organisationId === undefined) return undefined;
  return {
    id: organisationId,
    name: textField(raw['name']),
    type: choiceField(raw['type'], ORGANISATION_TYPES, 'other'),
    status: choiceField(raw['status'], ORGANISATION_STATUSES, 'potential'),
    isHidden: flagField(raw['isHidden']),
  };
}

export function decodeMeeting(id: string, raw: RawRecord): Meeting | undefined {
  const meetingId = decodeId<MeetingId>(id);
  if (meetingId === undefined) return undefined;
  return {
    id: meetingId,
    number: numberField(raw['number'], 0),
    theme: choiceField(raw['theme'], THEMES, 'other'),
    title: textField(raw['title']),
    date: decodeIsoDate(raw['date']),
    from: decodeLocalTime(raw['from']),
    to: decodeLocalTime(raw['to']),
    place: textField(raw['place']),
    state: choiceField(raw['state'], MEETING_STATES, 'planned'),
    openedAt: decodeInstant(raw['openedAt']),
    closedAt: decodeInstant(raw['closedAt']),
    isHidden: flagField(raw['isHidden']),
  };
}

export function decodeDecision(id: string, raw: RawRecord): Decision | undefined {
  const decisionId = decodeId<DecisionId>(id);
  const meetingId = decodeId<MeetingId>(raw['meetingId']);
  if (decisionId === undefined || meetingId === undefined) return undefined;
  return {
    id: decisionId,
    meetingId,
    text: textField(raw['text']),
    who: textField(raw['who']),
    due: decodeIsoDate(raw['due']),
    isDone: flagField(raw['isDone']),
    order: textField(raw['order']),
    isHidden: flagField(raw['isHidden']),
  };
}

/** A partnership as it is when nothing but its name is known; the starting point of `beginPartnership`. */
export function emptyPartnership(id: PartnershipId, createdAt: number): Profile {
  return {
    id,
    name: '',
    roundId: asId(THIRD_ROUND.id),
    track: 'project',
    phase: 'partnerSearch',
    libraryName: '',
    gmina: '',
    facilitatorName: '',
    coordinatorName: '',
    isExample: false,
    createdAt: asInstant(createdAt),
  };
}
