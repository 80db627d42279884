// The screen of a place. On an empty device most places lead to the first minute.

import type { Place } from '../../domain/places.ts';
import type { Row } from '../../storage/database.ts';
import type { TodayFacts } from '../../storage/todayQueries.ts';
import { TodayRoom } from '../../rooms/today/TodayRoom.tsx';
import type { AppParts } from '../appParts.ts';
import type { Front } from '../device/watchFront.ts';
import { InstallHint } from '../install/InstallHint.tsx';
import { NotFoundScreen } from '../screens/NotFoundScreen.tsx';
import { SendingCard } from '../sync/SendingCard.tsx';
import type { Waiting } from '../sync/watchWaiting.ts';
import type { Screens } from './screens.tsx';

export interface PlaceScreenProps {
  readonly parts: AppParts;
  readonly screens: Screens;
  readonly place: Place;
  readonly front: Front;
  readonly waiting: Waiting;
  /** What Dziś tells at the first drawing. */
  readonly firstToday: TodayFacts | undefined;
}

export function PlaceScreen({ place, ...props }: PlaceScreenProps) {
  const { parts, screens } = props;
  const { partnership, mayKeepRegister } = props.front;
  const { device, router } = parts;
  const own = { parts, partnershipId: partnership?.id };
  switch (place.kind) {
    case 'join':
    case 'people':
    case 'programme':
    case 'sync':
    case 'settings': {
      const { Screen } = screens[place.kind];
      return <Screen {...own} />;
    }
    case 'begin':
      return <screens.begin.Screen device={device} go={router.go} />;
    case 'today':
    case 'switchPartnership':
    case 'meetings':
    case 'newMeeting':
    case 'meeting':
    case 'attendance':
    case 'selfSigning':
    case 'printList':
    case 'plan':
    case 'planPage':
    case 'partners':
    case 'importList':
    case 'partnership':
    case 'partnerships':
    case 'notFound':
      return partnership === undefined ? (
        <screens.firstMinute.Screen {...own} />
      ) : (
        <Room
          parts={parts}
          screens={screens}
          waiting={props.waiting}
          firstToday={props.firstToday}
          place={place}
          partnership={partnership}
          mayKeepRegister={mayKeepRegister}
        />
      );
  }
}

type RoomPlaceProps = Pick<PlaceScreenProps, 'parts' | 'screens' | 'waiting' | 'firstToday'> & {
  readonly place: Exclude<
    Place,
    { readonly kind: 'join' | 'people' | 'programme' | 'sync' | 'settings' | 'begin' }
  >;
  readonly partnership: Row<'partnerships'>;
  readonly mayKeepRegister: boolean;
};

/** A room of the partnership in front; made anew when another one comes to the front. */
function Room(props: RoomPlaceProps) {
  const { parts, screens, place, partnership, mayKeepRegister, waiting } = props;
  const { device, router } = parts;
  const room = { device, go: router.go, partnershipId: partnership.id, mayKeepRegister };
  switch (place.kind) {
    case 'today':
    case 'switchPartnership':
      return (
        <TodayRoom
          device={device}
          partnershipId={partnership.id}
          partnershipName={partnership.name}
          first={props.firstToday}
          mayKeepRegister={mayKeepRegister}
          sending={<SendingCard parts={parts} waiting={waiting} />}
          installing={<InstallHint offer={parts.install} reportFailure={device.reportFailure} />}
        />
      );
    case 'meetings':
    case 'newMeeting':
    case 'partners':
    case 'partnership': {
      const { Screen } = screens[place.kind];
      return <Screen key={partnership.id} {...room} />;
    }
    case 'plan':
    case 'planPage':
      return (
        <screens.plan.Screen
          key={partnership.id}
          parts={parts}
          partnershipId={partnership.id}
          mayKeepRegister={mayKeepRegister}
          place={place}
        />
      );
    case 'partnerships':
      return <screens.partnership.Screen key={partnership.id} {...room} />;
    case 'meeting':
    case 'attendance':
    case 'selfSigning':
    case 'printList': {
      // A partner has no list: the address of one leads to its meeting.
      const { Screen } = screens[mayKeepRegister ? place.kind : 'meeting'];
      return <Screen key={place.meetingId} {...room} meetingId={place.meetingId} />;
    }
    case 'importList':
      if (!mayKeepRegister) return <NotFoundScreen />;
      return place.meetingId === undefined ? (
        <screens.importList.Screen key={partnership.id} {...room} />
      ) : (
        <screens.importList.Screen key={place.meetingId} {...room} meetingId={place.meetingId} />
      );
    case 'notFound':
      return <NotFoundScreen />;
  }
}
