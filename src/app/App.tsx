// The whole app on the screen: the place that is open, inside the shell or without it.

import { useEffect, useReducer, useRef } from 'preact/hooks';
import { type MeetingId, type PartnershipId, decodeId } from '../domain/ids.ts';
import { hrefOf } from '../domain/places.ts';
import type { Device } from '../storage/device.ts';
import { writeSetting } from '../storage/settings.ts';
import { Toaster } from '../ui/feedback/Toaster.tsx';
import { onLanguageChange } from '../ui/i18n/firstTexts.ts';
import { type Observable, useObservable } from '../ui/useObservable.ts';
import { useStore } from '../ui/useStore.ts';
import type { AppParts } from './appParts.ts';
import type { Start } from './device/readStart.ts';
import { watchFront } from './device/watchFront.ts';
import { ScreenGuard } from './routing/ScreenGuard.tsx';
import { PlaceScreen } from './routing/PlaceScreen.tsx';
import type { Screens } from './routing/screens.tsx';
import { AppShell } from './shell/AppShell.tsx';
import { BareFrame } from './shell/BareFrame.tsx';
import { Notices } from './shell/Notices.tsx';
import { NOTHING_WAITS, type Waiting, watchWaiting } from './sync/watchWaiting.ts';

/** How long after midnight the new day may still be missed. */
const LOOK_AT_THE_DAY_MS = 30_000;

export interface AppProps {
  readonly parts: AppParts;
  readonly screens: Screens;
  /** What was read before the first drawing, so that it is the only one. */
  readonly first: Pick<Start, 'front' | 'today'>;
}

export function App({ parts, screens, first }: AppProps) {
  const { device, router } = parts;
  const { place } = useStore(router.route, (route) => route);
  const front = useLatest(() => watchFront(device.db), first.front, parts);
  const waiting = useLatest<Waiting>(() => watchWaiting(device.db), NOTHING_WAITS, parts);
  const [, drawAnew] = useReducer((count: number) => count + 1, 0);
  useEffect(() => onLanguageChange(() => drawAnew(undefined)), []);
  // Known for the first drawing only: later Dziś reads by itself what is so by then.
  const firstToday = useRef(first.today);
  useEffect(() => void (firstToday.current = undefined), []);
  useNewDay(device, drawAnew);
  useMeetingsPartnership(parts, 'meetingId' in place ? place.meetingId : undefined, front.partnership?.id);
  useChosenPartnership(parts, place.kind === 'switchPartnership' ? place.partnershipId : undefined);

  const { partnership } = front;
  const screen = (
    <ScreenGuard key={hrefOf(place)} onReopen={parts.reopen} reportFailure={device.reportFailure}>
      <PlaceScreen
        parts={parts}
        screens={screens}
        place={place}
        front={front}
        waiting={waiting}
        firstToday={firstToday.current}
      />
    </ScreenGuard>
  );
  return (
    <>
      {framed()}
      <Toaster />
    </>
  );

  function framed() {
    // Whoever holds the passed-round tablet sees one screen and no way out of it.
    if (place.kind === 'selfSigning') return screen;
    // What is only passed through stands alone; so it stays the same when a partnership arrives meanwhile.
    if (partnership === undefined || place.kind === 'join' || place.kind === 'begin')
      return <BareFrame notices={<Notices parts={parts} isExample={false} />}>{screen}</BareFrame>;
    return (
      <AppShell parts={parts} place={place} partnership={partnership} waiting={waiting}>
        {screen}
      </AppShell>
    );
  }
}

/** A tablet stays open overnight: "dziś" must not go on meaning yesterday. */
function useNewDay(device: Device, drawAnew: (nothing: undefined) => void): void {
  useEffect(() => {
    let shown = device.today();
    const timer = setInterval(() => {
      if (device.today() === shown) return;
      shown = device.today();
      drawAnew(undefined);
    }, LOOK_AT_THE_DAY_MS);
    return () => clearInterval(timer);
  }, [device, drawAnew]);
}

/** The latest value of a live query, `initial` until the first comes; a failed query is reported and keeps the last. */
function useLatest<Value>(make: () => Observable<Value>, initial: Value, { device }: AppParts): Value {
  const observed = useObservable<Value>(make, [device.db], initial);
  useEffect(() => {
    if (observed.kind === 'failed') device.reportFailure(observed.cause);
  }, [observed, device]);
  return observed.kind === 'ready' ? observed.value : initial;
}

/** Following a link to another partnership brings it to the front and ends at Dziś. */
function useChosenPartnership({ device, router }: AppParts, chosen: PartnershipId | undefined): void {
  useEffect(() => {
    if (chosen === undefined) return;
    writeSetting(device.db, 'partnershipId', chosen).then(
      () => router.replace({ kind: 'today' }),
      device.reportFailure,
    );
  }, [chosen, device, router]);
}

/** A link to a meeting of another partnership brings that partnership to the front. */
function useMeetingsPartnership(
  { device }: AppParts,
  meetingId: MeetingId | undefined,
  front: PartnershipId | undefined,
): void {
  useEffect(() => {
    if (meetingId === undefined || front === undefined) return;
    const bringToFront = async (): Promise<void> => {
      const owner = decodeId<PartnershipId>((await device.db.meetings.get(meetingId))?.partnershipId);
      if (owner !== undefined && owner !== front) await writeSetting(device.db, 'partnershipId', owner);
    };
    bringToFront().catch(device.reportFailure);
  }, [device, meetingId, front]);
}
