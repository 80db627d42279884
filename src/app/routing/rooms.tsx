// Which screen belongs to a place, and how its code is fetched. What a room does is the room's.

import type { ComponentType } from 'preact';
import type { MeetingId, PartnershipId } from '../../domain/ids.ts';
import type { Place } from '../../domain/places.ts';
import type { Device } from '../../storage/device.ts';
import { type LazyScreen, lazyScreen } from './lazyScreen.tsx';

export interface RoomProps {
  readonly device: Device;
  readonly go: (place: Place) => void;
  readonly partnershipId?: PartnershipId;
  readonly meetingId?: MeetingId;
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

export type RoomKind = keyof typeof FILES;

export type Rooms = Readonly<Record<RoomKind, LazyScreen<RoomProps>>>;

export function makeRooms(report: (failure: unknown) => void): Rooms {
  const room = (kind: RoomKind): LazyScreen<RoomProps> => {
    const [file, name] = FILES[kind];
    return lazyScreen<RoomProps>(async () => {
      const found = (await modules[`../../rooms/${file}.tsx`]?.())?.[name];
      if (found === undefined) throw new Error(`the room ${name} is not built yet`);
      return found;
    }, report);
  };
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
  };
}
