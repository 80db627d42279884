// What is shown of the exchange: one value, changed by events through a pure reducer. It says how the connection does and
// what the last attempt came to; whether a row is safe at the server is said by its receipt alone (its tick), never by this.

import type { Instant } from '../domain/time.ts';
import { isNoConnection, type SyncFailureReason } from './syncFailure.ts';

export type Connection =
  /** The device has not joined anything: it works alone, and that is no fault. */
  | { readonly kind: 'noServer' }
  | { readonly kind: 'offline'; readonly since: Instant }
  | { readonly kind: 'connecting' }
  | { readonly kind: 'online'; readonly since: Instant };

export type ExchangeState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'sending'; readonly documents: number }
  | { readonly kind: 'failed'; readonly reason: SyncFailureReason; readonly at: Instant };

export interface SyncStatus {
  readonly connection: Connection;
  readonly exchange: ExchangeState;
  /** When an exchange last went through whole, by this device's clock. */
  readonly lastSuccess: Instant | undefined;
  /** By how much this device's clock is ahead of the server's, in whole minutes; 0 when it is about right. */
  readonly clockSkewMinutes: number;
}

export type SyncEvent =
  | { readonly kind: 'alone' }
  | { readonly kind: 'connecting' }
  | { readonly kind: 'connected'; readonly at: Instant }
  /** A connection that stood has gone; it is being taken up again. */
  | { readonly kind: 'lost' }
  /** An attempt to connect failed. `isAsked` when a person waits for its result. */
  | { readonly kind: 'notConnected'; readonly reason: SyncFailureReason; readonly at: Instant }
  | { readonly kind: 'sending'; readonly documents: number }
  | { readonly kind: 'succeeded'; readonly at: Instant }
  | { readonly kind: 'failed'; readonly reason: SyncFailureReason; readonly at: Instant }
  | { readonly kind: 'remembered'; readonly lastSuccess: Instant }
  | { readonly kind: 'clockCompared'; readonly skewMinutes: number };

const MINUTE_MS = 60_000;
/** Below this a clock is right for everything that is done with it here. */
const TOLERATED_SKEW_MS = 2 * MINUTE_MS;

export const INITIAL_STATUS: SyncStatus = {
  connection: { kind: 'connecting' },
  exchange: { kind: 'idle' },
  lastSuccess: undefined,
  clockSkewMinutes: 0,
};

export function reduceStatus(status: SyncStatus, event: SyncEvent): SyncStatus {
  switch (event.kind) {
    case 'alone':
      return { ...status, connection: { kind: 'noServer' }, exchange: { kind: 'idle' } };
    case 'connecting':
      // An attempt that is made every minute in a hall without internet is no news: it stays offline since it was.
      return status.connection.kind === 'noServer'
        ? { ...status, connection: { kind: 'connecting' } }
        : status;
    case 'connected':
      if (status.connection.kind === 'online') return status;
      return { ...status, connection: { kind: 'online', since: event.at } };
    case 'lost':
      return {
        ...status,
        connection: { kind: 'connecting' },
        exchange: status.exchange.kind === 'sending' ? { kind: 'idle' } : status.exchange,
      };
    case 'notConnected':
      return {
        ...status,
        connection:
          status.connection.kind === 'offline' ? status.connection : { kind: 'offline', since: event.at },
        exchange: isNoConnection(event.reason) ? settled(status.exchange) : failed(event.reason, event.at),
      };
    case 'sending':
      return { ...status, exchange: { kind: 'sending', documents: event.documents } };
    case 'succeeded':
      return { ...status, exchange: { kind: 'idle' }, lastSuccess: event.at };
    case 'failed':
      return { ...status, exchange: failed(event.reason, event.at) };
    case 'remembered':
      return { ...status, lastSuccess: status.lastSuccess ?? event.lastSuccess };
    case 'clockCompared':
      // Told with every answer: what is no news is not to be drawn anew.
      return status.clockSkewMinutes === event.skewMinutes
        ? status
        : { ...status, clockSkewMinutes: event.skewMinutes };
  }
}

/**
 * By how many whole minutes a device is ahead of a server that answered `serverTime` to a question asked at `askedAt` and
 * answered at `answeredAt`, both by the device's clock. The time on the way is no skew.
 */
export function skewMinutes(askedAt: Instant, answeredAt: Instant, serverTime: number): number {
  const skew =
    serverTime < askedAt ? askedAt - serverTime : serverTime > answeredAt ? answeredAt - serverTime : 0;
  return Math.abs(skew) < TOLERATED_SKEW_MS ? 0 : Math.round(skew / MINUTE_MS);
}

function failed(reason: SyncFailureReason, at: Instant): ExchangeState {
  return { kind: 'failed', reason, at };
}

/** Nothing is being sent any more; a failure that was told stays told. */
function settled(exchange: ExchangeState): ExchangeState {
  return exchange.kind === 'sending' ? { kind: 'idle' } : exchange;
}
