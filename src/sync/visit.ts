// One whole visit to the server: join what waits to be joined, take up the documents that the member may read, exchange
// everything, tell of invitations. What a tablet does when it comes back into range, in a page or a service worker.

import type { DeviceDatabase } from '../storage/database.ts';
import type { ReplicaStore } from '../storage/replicaStore.ts';
import { exchange, type ExchangeOutcome, type RefusedDocument } from './exchange.ts';
import { createFollowing, takeUpDocuments } from './following.ts';
import type { Http } from './http.ts';
import { createIdentity, type Identity } from './identity.ts';
import { goodToken, postRequests } from './postRequests.ts';
import { type SyncFailureReason, syncFailure } from './syncFailure.ts';
import type { Instant } from '../domain/time.ts';

/** What became of sending, in the words of which a person is told. */
export type SendResult =
  /** The server has everything that it did not refuse. */
  | {
      readonly kind: 'sent';
      /** Documents whose waiting changes the server now holds. */
      readonly documents: number;
      readonly received: number;
      readonly refused: readonly RefusedDocument[];
    }
  /** Something still waits; nothing is lost, and it is tried again by itself. */
  | { readonly kind: 'failed'; readonly reason: SyncFailureReason }
  /** The device has not joined anything. */
  | { readonly kind: 'noServer' };

export interface VisitOptions {
  readonly identity: Identity;
  readonly replicas: ReplicaStore;
  /** Exchanges all documents. Throws SyncFailure. */
  readonly exchangeAll: () => Promise<ExchangeOutcome>;
}

/** `undefined` on a device that has not joined anything. Throws SyncFailure, StorageFailure. */
export async function visit(options: VisitOptions): Promise<ExchangeOutcome | undefined> {
  if (!(await arrive(options))) return undefined;
  const outcome = await options.exchangeAll();
  // After the exchange, which begins the partnerships that these invitations are into. What fails is told next time.
  await options.identity.tellInvitations();
  return outcome;
}

/** Joins, signs in and takes up documents; `false` on a device that has not joined anything. Throws SyncFailure, StorageFailure. */
export async function arrive({
  identity,
  replicas,
}: Pick<VisitOptions, 'identity' | 'replicas'>): Promise<boolean> {
  await identity.completeJoins();
  if ((await identity.membership()) === undefined) return false;
  await goodToken(identity);
  // Signing in brings the grants as they are now.
  await takeUpDocuments(identity, replicas);
  return true;
}

export function sendResult(outcome: ExchangeOutcome | undefined): SendResult {
  if (outcome === undefined) return { kind: 'noServer' };
  if (outcome.failed !== undefined) return { kind: 'failed', reason: outcome.failed.reason };
  const { acknowledged: documents, received, refused } = outcome;
  return { kind: 'sent', documents, received, refused };
}

interface VisitOnceOptions {
  readonly db: DeviceDatabase;
  readonly replicas: ReplicaStore;
  readonly http: Http;
  readonly now: () => Instant;
  readonly reportFailure: (failure: unknown) => void;
}

/** A visit over HTTP alone, for a service worker that is woken up. Never throws. */
export async function visitOnce(options: VisitOnceOptions): Promise<SendResult> {
  const { db, replicas, http, now, reportFailure } = options;
  const identity = createIdentity({ db, http, now });
  const send = postRequests(identity, http);
  const following = createFollowing(identity, replicas);
  const exchangeAll = (): Promise<ExchangeOutcome> =>
    exchange({ replicas, send, following, reportFailure }, 'all');
  try {
    return sendResult(await visit({ identity, replicas, exchangeAll }));
  } catch (cause) {
    const failure = syncFailure(cause);
    if (failure.reason === 'unexpected') reportFailure(cause);
    return { kind: 'failed', reason: failure.reason };
  }
}
