// The screens whose code comes when they are first opened: the rooms, and the app's own beside Dziś. What a screen does is
// its own.

import type { ComponentType } from 'preact';
import type { MeetingId, PartnershipId } from '../../domain/ids.ts';
import type { Place } from '../../domain/places.ts';
import type { Device } from '../../storage/device.ts';
import type { AppParts } from '../appParts.ts';
import { type LazyScreen, lazyScreen } from './lazyScreen.tsx';

export interface RoomProps {
  readonly device: Device;
  readonly go: (place: Place) => void;
  readonly partnershipId?: PartnershipId;
  readonly meetingId?: MeetingId;
}

export interface OwnScreenProps {
  readonly parts: AppParts;
  /** `undefined` on an empty device. */
  readonly partnershipId: PartnershipId | undefined;
}

type RoomModule = Readonly<Record<string, ComponentType<RoomProps>>>;

const modules = import.meta.glob<RoomModule>([
  '../../rooms/meetings/*.tsx',
  '../../rooms/partnership/*.tsx',
  '../../rooms/attendance/*.tsx',
  '../../rooms/attendance/print/*.tsx',
]);

/** Where the rooms of a partnership live, by the kind of place. */
const FILES = {
  begin: ['partnership/BeginPartnership', 'BeginPartnership'],
  meetings: ['meetings/MeetingsRoom', 'MeetingsRoom'],
  newMeeting: ['meetings/NewMeeting', 'NewMeetingRoom'],
  meeting: ['meetings/MeetingRoom', 'MeetingRoom'],
  attendance: ['attendance/AttendanceRoom', 'AttendanceRoom'],
  selfSigning: ['attendance/SelfSigningRoom', 'SelfSigningRoom'],
  printList: ['attendance/print/PrintListRoom', 'PrintListRoom'],
  partners: ['partnership/PartnersRoom', 'PartnersRoom'],
  importList: ['partnership/ImportListRoom', 'ImportListRoom'],
  partnership: ['partnership/PartnershipRoom', 'PartnershipRoom'],
} as const;

type RoomKind = keyof typeof FILES;
type OwnKind = 'firstMinute' | 'join' | 'programme' | 'people' | 'sync' | 'settings';

export type Screens = Readonly<Record<RoomKind, LazyScreen<RoomProps>>> &
  Readonly<Record<OwnKind, LazyScreen<OwnScreenProps>>>;

export function makeScreens(report: (failure: unknown) => void): Screens {
  const room = (kind: RoomKind): LazyScreen<RoomProps> => {
    const [file, name] = FILES[kind];
    return lazyScreen<RoomProps>(async () => {
      const found = (await modules[`../../rooms/${file}.tsx`]?.())?.[name];
      if (found === undefined) throw new Error(`the room ${name} is not built yet`);
      return found;
    }, report);
  };
  const own = (load: () => Promise<ComponentType<OwnScreenProps>>): LazyScreen<OwnScreenProps> =>
    lazyScreen(load, report);
  return {
    begin: room('begin'),
    meetings: room('meetings'),
    newMeeting: room('newMeeting'),
    meeting: room('meeting'),
    attendance: room('attendance'),
    selfSigning: room('selfSigning'),
    printList: room('printList'),
    partners: room('partners'),
    importList: room('importList'),
    partnership: room('partnership'),
    firstMinute: own(async () => (await import('../screens/FirstMinuteScreen.tsx')).FirstMinuteScreen),
    join: own(async () => (await import('../join/JoinScreen.tsx')).JoinScreen),
    programme: own(async () => (await import('../programme/ProgrammeScreen.tsx')).ProgrammeScreen),
    people: own(async () => (await import('../people/PeopleScreen.tsx')).PeopleScreen),
    sync: own(async () => (await import('../sync/SyncScreen.tsx')).SyncScreen),
    settings: own(async () => (await import('../settings/SettingsScreen.tsx')).SettingsScreen),
  };
}
