// Requests of the exchange over HTTP with this device's token: complete in one round trip each, in a page or a service worker.

import { type Http, postSync, type SendRequest } from './http.ts';
import type { Identity } from './identity.ts';
import { SyncFailure } from './syncFailure.ts';

/** Signs in when there is no token yet, and once more when the server calls the kept one over. Throws SyncFailure. */
export function postRequests(identity: Identity, http: Http): SendRequest {
  return async (request) => {
    try {
      return await postSync(http, await goodToken(identity), request);
    } catch (cause) {
      if (!(cause instanceof SyncFailure) || cause.reason !== 'unauthorised') throw cause;
      return postSync(http, await goodToken(identity, 'fresh'), request);
    }
  };
}

/** Throws SyncFailure; `unknownDevice` for a device that has never joined. */
export async function goodToken(identity: Identity, need?: 'fresh'): Promise<string> {
  const result = await identity.token(need);
  switch (result.kind) {
    case 'token':
      return result.token;
    case 'alone':
      throw new SyncFailure('unknownDevice');
    case 'failed':
      throw new SyncFailure(result.reason);
  }
}
