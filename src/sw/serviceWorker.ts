// The service worker: makes the whole app available without a network. It answers navigation with the app, leaves the
// relay's addresses alone, and takes over from an older worker only when the page asks for it.
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope;

/** What the relay answers; a page that is opened there gets the relay's answer and not the app. */
const relayPaths = [/^\/(sync|socket|auth|health|invitations|members|devices|files|downloads|metrics)(\/|$)/];

precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: relayPaths }));

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
