// Erasing at the server: what the server has is taken in, the document rebuilt without the erased values and put in the place
// of the former one, which this device then follows like any other. Cut off anywhere, the next exchange brings it to its end.

import type { Doc } from 'yjs';
import type { DocumentName } from '../schema/documentName.ts';
import type { ReplicaStore } from '../storage/replicaStore.ts';
import { exchange, type ExchangeOutcome } from './exchange.ts';
import { type Http, postRotation } from './http.ts';
import type { Identity } from './identity.ts';
import { goodToken, postRequests } from './postRequests.ts';
import { type SyncFailureReason, syncFailure } from './syncFailure.ts';

export type ErasingResult =
  /** Of server and device. */
  | { readonly kind: 'erased' }
  /** The server has done it; this device does it with its next exchange. */
  | { readonly kind: 'erasedAtServer' }
  /** Nothing was done, here or there. */
  | { readonly kind: 'failed'; readonly reason: SyncFailureReason };

export interface ErasingOptions {
  readonly replicas: ReplicaStore;
  readonly identity: Identity;
  readonly http: Http;
  readonly name: DocumentName;
  readonly rebuild: (doc: Doc, epoch: number) => Doc;
  readonly reportFailure: (failure: unknown) => void;
}

/** Somebody may write, or erase, while we do; more often than this in a row is no coincidence. */
const MAX_ATTEMPTS = 5;

/** Never rejects for what the server or the line does; throws StorageFailure. */
export async function eraseAtServer(options: ErasingOptions): Promise<ErasingResult> {
  const { replicas, identity, http, rebuild, reportFailure } = options;
  const send = postRequests(identity, http);
  const exchangeIt = async (name: DocumentName): Promise<ExchangeOutcome> =>
    exchange({ replicas, send, reportFailure }, new Set([name]));
  try {
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
      const { failed } = await exchangeIt(await replicas.resolve(options.name));
      if (failed !== undefined) return { kind: 'failed', reason: failed.reason };
      const rotation = await replicas.rotation(options.name, rebuild);
      const answer = await postRotation(http, await goodToken(identity), rotation);
      if (answer.kind === 'done') {
        const followed = await follow(() => exchangeIt(rotation.name), options, rotation.name);
        if (followed !== 'putBack') return { kind: followed };
      } else if (answer.reason !== 'moved' && answer.reason !== 'epochOver')
        return { kind: 'failed', reason: answer.reason };
    }
    return { kind: 'failed', reason: 'moved' };
  } catch (cause) {
    const { reason } = syncFailure(cause);
    if (reason === 'unexpected') reportFailure(cause);
    return { kind: 'failed', reason };
  }
}

/** `putBack`: the server says nothing of a later epoch any more, as after an older backup was restored. */
async function follow(
  run: () => Promise<ExchangeOutcome>,
  { replicas, reportFailure }: ErasingOptions,
  former: DocumentName,
): Promise<'erased' | 'erasedAtServer' | 'putBack'> {
  try {
    const { failed, refused } = await run();
    const isHere = (await replicas.documents()).some(({ name }) => name === former);
    if (!isHere) return 'erased';
    return failed === undefined && refused.length === 0 ? 'putBack' : 'erasedAtServer';
  } catch (cause) {
    reportFailure(cause);
    return 'erasedAtServer';
  }
}
