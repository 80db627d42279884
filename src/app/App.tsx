// The whole app on the screen: the place that is open, inside the shell or without it.

import { useEffect } from 'preact/hooks';
import { useObservable } from '../ui/useObservable.ts';
import { useStore } from '../ui/useStore.ts';
import { TodayRoom } from '../rooms/today/TodayRoom.tsx';
import { writeSetting } from '../storage/settings.ts';
import type { AppParts } from './appParts.ts';
import { type Front, watchFront } from './device/watchFront.ts';
import { FirstMinuteScreen } from './screens/FirstMinuteScreen.tsx';
import { NotFoundScreen } from './screens/NotFoundScreen.tsx';
import { AppShell } from './shell/AppShell.tsx';

export interface AppProps {
  readonly parts: AppParts;
  /** What was read before the first drawing, so that nothing flickers. */
  readonly initialFront: Front;
}

export function App({ parts, initialFront }: AppProps) {
  const { device, router, rooms } = parts;
  const { place } = useStore(router.route, (route) => route);
  const observed = useObservable<Front>(() => watchFront(device.db), [device.db]);
  const front = observed.kind === 'ready' ? observed.value : initialFront;
  const chosen = place.kind === 'switchPartnership' ? place.partnershipId : undefined;

  useEffect(() => {
    if (chosen === undefined) return;
    writeSetting(device.db, 'partnershipId', chosen).then(
      () => router.replace({ kind: 'today' }),
      device.reportFailure,
    );
  }, [chosen, device, router]);

  useEffect(() => {
    if (observed.kind === 'failed') device.reportFailure(observed.cause);
  }, [observed, device]);

  const partnership = front.partnership;

  if (partnership === undefined) {
    if (place.kind === 'begin') return <rooms.begin.Screen device={device} go={router.go} />;
    return <FirstMinuteScreen isExampleComing={false} onExample={() => undefined} />;
  }
  const shared = { device, go: router.go, partnershipId: partnership.id };
  const screen = () => {
    switch (place.kind) {
      case 'today':
      case 'switchPartnership':
        return <TodayRoom {...shared} />;
      case 'begin':
      case 'meetings':
      case 'newMeeting':
      case 'partners':
      case 'partnership': {
        const { Screen } = rooms[place.kind];
        return <Screen {...shared} />;
      }
      case 'partnerships':
        return <rooms.partnership.Screen {...shared} />;
      case 'meeting':
      case 'attendance':
      case 'selfSigning':
      case 'printList': {
        const { Screen } = rooms[place.kind];
        return <Screen {...shared} meetingId={place.meetingId} />;
      }
      case 'importList':
        return place.meetingId === undefined ? (
          <rooms.importList.Screen {...shared} />
        ) : (
          <rooms.importList.Screen {...shared} meetingId={place.meetingId} />
        );
      case 'join':
      case 'people':
      case 'sync':
      case 'settings':
      case 'notFound':
        return <NotFoundScreen />;
    }
  };
  if (place.kind === 'selfSigning') return screen();
  return (
    <AppShell parts={parts} place={place} partnership={partnership}>
      {screen()}
    </AppShell>
  );
}
