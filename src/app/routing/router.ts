// Which place is open: read from the address, changed by links and by `go`. The address is the only truth; drawing the
// place is the screens'. Scroll positions live in the history entries, so that going back ends where one was.

import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Place, hrefOf, placeOf } from '../../domain/places.ts';
import { isRawRecord } from '../../schema/decode.ts';

interface Route {
  readonly place: Place;
  /** An invitation that came with the link, `#join=…`; taken out of the address, so that it stays in no history. */
  readonly invitation: string | undefined;
}

export interface Router {
  readonly route: StoreApi<Route>;
  readonly go: (place: Place) => void;
  /** The same without a way back: after something ended, or for an address that stands for another. */
  readonly replace: (place: Place) => void;
  readonly dispose: () => void;
}

/** Decides where a wish to go really leads; the same place when nothing stands against it. */
export type Guard = (place: Place) => Place;

const JOIN = /^#join=(.+)$/;
/** Rows arrive after the screen: restoring the scroll is tried this long. */
const RESTORE_FOR = 1_500;

export function startRouter(window: Window, guard: Guard): Router {
  const { history, document, location } = window;
  const route = createStore<Route>(() => ({ place: { kind: 'today' }, invitation: undefined }));
  let stopRestoring = (): void => undefined;

  /** Takes the address over; `true` when the place differs from what the address says. */
  const read = (): void => {
    const invitation = JOIN.exec(location.hash)?.[1];
    const asked: Place = invitation === undefined ? placeOf(location.pathname) : { kind: 'join' };
    const place = guard(asked);
    const href = hrefOf(place);
    if (invitation !== undefined || (place.kind !== 'notFound' && href !== location.pathname)) {
      history.replaceState(history.state, '', href);
    }
    route.setState({ place, invitation: invitation ?? route.getState().invitation }, true);
  };

  // Remembered as it changes: asking for it in a tap would have the browser lay the page out first.
  let top = window.scrollY;
  const onScroll = (): void => void (top = window.scrollY);
  const keepScroll = (): void => history.replaceState({ scroll: top }, '');

  const move = (wish: Place, how: 'push' | 'replace'): void => {
    const place = guard(wish);
    const href = hrefOf(place);
    stopRestoring();
    if (how === 'push' && href !== location.pathname) {
      keepScroll();
      history.pushState(null, '', href);
    } else {
      history.replaceState(null, '', href);
    }
    route.setState({ place, invitation: undefined }, true);
    if (top !== 0) window.scrollTo(0, 0);
  };

  const onPop = (): void => {
    const asked = placeOf(location.pathname);
    const place = guard(asked);
    // Going back out of a place that must not be left: it is put on top again.
    if (place !== asked) history.pushState(null, '', hrefOf(place));
    read();
    stopRestoring();
    stopRestoring = restoreScroll(window, scrollOf(history.state));
  };

  const onClick = (event: MouseEvent): void => {
    const place = placeOfClick(event, location);
    if (place === undefined) return;
    event.preventDefault();
    move(place, 'push');
  };

  const onHash = (): void => {
    if (JOIN.test(location.hash)) read();
  };

  history.scrollRestoration = 'manual';
  read();
  const afterReload = scrollOf(history.state);
  if (afterReload > 0) stopRestoring = restoreScroll(window, afterReload);
  window.addEventListener('popstate', onPop);
  window.addEventListener('hashchange', onHash);
  window.addEventListener('scroll', onScroll, { passive: true });
  window.addEventListener('pagehide', keepScroll);
  document.addEventListener('click', onClick);
  return {
    route,
    go: (place) => move(place, 'push'),
    replace: (place) => move(place, 'replace'),
    dispose: () => {
      stopRestoring();
      window.removeEventListener('popstate', onPop);
      window.removeEventListener('hashchange', onHash);
      window.removeEventListener('scroll', onScroll);
      window.removeEventListener('pagehide', keepScroll);
      document.removeEventListener('click', onClick);
    },
  };
}

/** The place a click leads to, when it is an ordinary click on a link into the app. */
function placeOfClick(event: MouseEvent, here: Location): Place | undefined {
  if (event.defaultPrevented || event.button !== 0) return undefined;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return undefined;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link === null || link.href === '' || link.target !== '' || link.hasAttribute('download'))
    return undefined;
  const url = new URL(link.href);
  if (url.origin !== here.origin || url.hash !== '') return undefined;
  const place = placeOf(url.pathname);
  return place.kind === 'notFound' ? undefined : place;
}

function scrollOf(state: unknown): number {
  const scroll = isRawRecord(state) ? state['scroll'] : undefined;
  return typeof scroll === 'number' ? scroll : 0;
}

/** Scrolls as soon as the page is tall enough; gives up when the person scrolls or after a while. Returns how to stop. */
function restoreScroll(window: Window, top: number): () => void {
  const until = performance.now() + RESTORE_FOR;
  let frame = 0;
  const stop = (): void => {
    window.cancelAnimationFrame(frame);
    window.removeEventListener('wheel', stop);
    window.removeEventListener('touchmove', stop);
    window.removeEventListener('keydown', stop);
  };
  const attempt = (): void => {
    window.scrollTo(0, top);
    if (Math.abs(window.scrollY - top) > 1 && performance.now() < until) {
      frame = window.requestAnimationFrame(attempt);
    } else stop();
  };
  window.addEventListener('wheel', stop, { passive: true });
  window.addEventListener('touchmove', stop, { passive: true });
  window.addEventListener('keydown', stop);
  frame = window.requestAnimationFrame(attempt);
  return stop;
}
