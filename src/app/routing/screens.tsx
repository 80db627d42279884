// The screens whose code comes when they are first opened: the rooms, and the app's own beside Dziś. What a screen does is
// its own.

import type { ComponentType } from 'preact';
import type { MeetingId, PartnershipId } from '../../domain/ids.ts';
import type { Place, PlanPlace } from '../../domain/places.ts';
import type { Device } from '../../storage/device.ts';
import type { OwnScreenProps } from '../appParts.ts';
import { type LazyScreen, type LazyScreenOptions, lazyScreen } from './lazyScreen.tsx';

interface BeginProps {
  readonly device: Device;
  readonly go: (place: Place) => void;
}

interface RoomProps extends BeginProps {
  readonly partnershipId: PartnershipId;
}

/** For rooms that show a partner less. */
interface Standing {
  /** Whether the person may see and keep the partnership's people and lists; partners may not. */
  readonly mayKeepRegister: boolean;
}

interface PlanProps extends OwnScreenProps, Standing {
  readonly place: PlanPlace;
}

interface MeetingProps extends RoomProps {
  readonly meetingId: MeetingId;
}

interface ImportProps extends RoomProps {
  readonly meetingId?: MeetingId;
}

export interface Screens {
  readonly begin: LazyScreen<BeginProps>;
  readonly meetings: LazyScreen<RoomProps & Standing>;
  readonly newMeeting: LazyScreen<RoomProps>;
  readonly meeting: LazyScreen<MeetingProps & Standing>;
  readonly attendance: LazyScreen<MeetingProps>;
  readonly selfSigning: LazyScreen<MeetingProps>;
  readonly printList: LazyScreen<MeetingProps>;
  readonly plan: LazyScreen<PlanProps>;
  readonly partners: LazyScreen<RoomProps & Standing>;
  readonly importList: LazyScreen<ImportProps & Standing>;
  readonly partnership: LazyScreen<RoomProps & Standing>;
  readonly firstMinute: LazyScreen<OwnScreenProps>;
  readonly join: LazyScreen<OwnScreenProps>;
  readonly programme: LazyScreen<OwnScreenProps>;
  readonly people: LazyScreen<OwnScreenProps>;
  readonly sync: LazyScreen<OwnScreenProps>;
  readonly settings: LazyScreen<OwnScreenProps>;
}

export function makeScreens(options: LazyScreenOptions): Screens {
  const lazy = <Props extends object>(load: () => Promise<ComponentType<Props>>): LazyScreen<Props> =>
    lazyScreen(load, options);
  return {
    begin: lazy(async () => (await import('../../rooms/partnership/BeginPartnership.tsx')).BeginPartnership),
    meetings: lazy(async () => (await import('../../rooms/meetings/MeetingsRoom.tsx')).MeetingsRoom),
    newMeeting: lazy(async () => (await import('../../rooms/meetings/NewMeeting.tsx')).NewMeetingRoom),
    meeting: lazy(async () => (await import('../../rooms/meetings/MeetingRoom.tsx')).MeetingRoom),
    attendance: lazy(async () => (await import('../../rooms/attendance/AttendanceRoom.tsx')).AttendanceRoom),
    selfSigning: lazy(
      async () => (await import('../../rooms/attendance/SelfSigningRoom.tsx')).SelfSigningRoom,
    ),
    printList: lazy(
      async () => (await import('../../rooms/attendance/print/PrintListRoom.tsx')).PrintListRoom,
    ),
    plan: lazy(async () => (await import('../plan/PlanScreen.tsx')).PlanScreen),
    partners: lazy(async () => (await import('../../rooms/partnership/PartnersRoom.tsx')).PartnersRoom),
    importList: lazy(async () => (await import('../../rooms/partnership/ImportListRoom.tsx')).ImportListRoom),
    partnership: lazy(
      async () => (await import('../../rooms/partnership/PartnershipRoom.tsx')).PartnershipRoom,
    ),
    firstMinute: lazy(async () => (await import('../screens/FirstMinuteScreen.tsx')).FirstMinuteScreen),
    join: lazy(async () => (await import('../join/JoinScreen.tsx')).JoinScreen),
    programme: lazy(async () => (await import('../programme/ProgrammeScreen.tsx')).ProgrammeScreen),
    people: lazy(async () => (await import('../people/PeopleScreen.tsx')).PeopleScreen),
    sync: lazy(async () => (await import('../sync/SyncScreen.tsx')).SyncScreen),
    settings: lazy(async () => (await import('../settings/SettingsScreen.tsx')).SettingsScreen),
  };
}
