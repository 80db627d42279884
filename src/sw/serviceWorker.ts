// The service worker: makes the whole app available without a network. It answers navigation with the app, leaves the
// relay's addresses alone, takes over from an older worker only when the page asks for it, and sends what waits when the
// connection is back and no page is open.

import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { providedVisit } from './visitSlot.ts';

declare const self: ServiceWorkerGlobalScope;
declare const __APP_VERSION__: string;

/** Background Sync is in no common typing of workers yet. */
interface SyncEvent extends ExtendableEvent {
  readonly tag: string;
}

/** What the relay answers; a page that is opened there gets the relay's answer and not the app. */
const relayPaths = [/^\/(sync|socket|auth|health|ready|metrics|invitations|members|devices)(\/|$)/];

/** Named with the version, so that a worker never runs another release's. */
const VISIT_SCRIPT = `/backgroundVisit.js?v=${encodeURIComponent(__APP_VERSION__)}`;
const SEND_TAG = 'wspolnie-send';

precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: relayPaths }));

self.addEventListener('install', () => {
  // Only what was imported while installing may be imported later, without a network too.
  importScripts(VISIT_SCRIPT);
});

self.addEventListener('message', (event) => {
  const message: unknown = event.data;
  if (
    typeof message === 'object' &&
    message !== null &&
    'type' in message &&
    message.type === 'SKIP_WAITING'
  ) {
    event.waitUntil(self.skipWaiting());
  }
});

self.addEventListener('sync', (event) => {
  if (isSync(event) && event.tag === SEND_TAG) event.waitUntil(sendWithoutPage());
});

/**
 * Rejects when something may still wait, and the browser asks again later: after a failure, and while a page is open,
 * which sends by itself but may be closed before it has.
 */
async function sendWithoutPage(): Promise<void> {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (pages.length > 0) throw new Error('the page that is open sends');
  if (providedVisit() === undefined) importScripts(VISIT_SCRIPT);
  const result = await providedVisit()?.();
  if (result?.kind === 'failed') throw new Error(`still waiting: ${result.reason}`);
}

function isSync(event: Event): event is SyncEvent {
  return 'tag' in event && typeof event.tag === 'string';
}
