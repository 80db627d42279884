// A visit by the product's own ledger and exchange: written offline step by step, sent by the code that the service worker
// runs when the connection is back.

import { asInstant, type Instant } from '../../../src/domain/time.ts';
import { createIdentity } from '../../../src/sync/identity.ts';
import { forgetToken } from '../../../src/sync/signIn.ts';
import { realTimers } from '../../../src/sync/timers.ts';
import { visitOnce } from '../../../src/sync/visit.ts';
import { freshName, openTab } from '../../storage/testLedger.ts';
import type { RelayProcess } from '../../sync-server/relayProcess.ts';
import { TestDevice } from '../../sync-server/testDevice.ts';
import type { Visit } from './content.ts';
import type { SentVisit } from './sent.ts';
import { openVillageLine } from './villageLine.ts';

/** Gives out roles in the programme that let a device begin partnerships. */
export interface Inviter {
  readonly port: number;
  readonly invitation: () => Promise<string>;
}

export async function firstInviter(relay: RelayProcess): Promise<Inviter> {
  const port = await relay.port();
  const first = relay.firstInvitation;
  if (first === undefined) throw new Error('the relay shows no first link');
  const coordinator = await (await TestDevice.create(port)).join(first);
  return { port, invitation: () => coordinator.invite('programme', 'librarian') };
}

/** A device of the product that has joined, behind a line of its own. */
async function openDevice({ port, invitation }: Inviter) {
  const now = (): Instant => asInstant(Date.now());
  const reportFailure = (cause: unknown): never => {
    throw cause instanceof Error ? cause : new Error(String(cause));
  };
  const line = await openVillageLine(port);
  const { db, ledger } = openTab(freshName(), { now, hasServer: true });
  let requests = 0;
  let bodyBytes = 0;
  const http = {
    origin: `http://127.0.0.1:${line.port}`,
    fetch: (url: string, init: RequestInit) => {
      requests += 1;
      if (init.body instanceof Uint8Array) bodyBytes += init.body.length;
      return fetch(url, init);
    },
    timers: realTimers,
  };
  const joined = await createIdentity({ db, http, now }).redeem(await invitation(), {
    deviceName: 'Tablet',
    memberName: 'Anna',
  });
  if (joined.kind !== 'joined') throw new Error(`not joined: ${joined.kind}`);
  /** Sends what waits; resolves with the number of requests. */
  const send = async (): Promise<number> => {
    const before = requests;
    const result = await visitOnce({ db, replicas: ledger.replicas, http, now, reportFailure });
    if (result.kind !== 'sent' || result.refused.length > 0)
      throw new Error(`not sent: ${JSON.stringify(result)}`);
    return requests - before;
  };
  /** Sends until this device knows that the server has everything: with the first contact nothing counts as sent. */
  const settle = async (): Promise<void> => {
    await send();
    await send();
    const waiting = (await ledger.replicas.documents()).filter(({ unsent }) => unsent === 1);
    if (waiting.length > 0) throw new Error(`still waits: ${waiting.map(({ name }) => name).join()}`);
  };
  const close = async (): Promise<void> => {
    await ledger.dispose();
    db.close();
    await line.close();
  };
  return { db, ledger, line, send, settle, close, bodyBytes: () => bodyBytes };
}

interface OurSentVisit extends SentVisit {
  /** Of the requests, without their headers. */
  readonly bodyBytes: number;
}

/** `session`: whether the device is signed in when it comes back into range. */
export async function ourVisit(
  inviter: Inviter,
  visit: Visit,
  session: 'kept' | 'over',
): Promise<OurSentVisit> {
  const { db, ledger, line, send, settle, close, bodyBytes } = await openDevice(inviter);
  try {
    await ledger.write(visit.before);
    await settle();
    for (const step of visit.steps) await ledger.write(step);
    if (session === 'over') await forgetToken({ db });
    const before = bodyBytes();
    const sent = await line.measure(send);
    const after = bodyBytes();
    await settle();
    return { ...sent, bodyBytes: after - before };
  } finally {
    await close();
  }
}

export interface UnchangedDocuments {
  readonly documents: number;
  readonly sent: SentVisit;
}

/** A device that holds a backup's documents and sends when nothing has changed on either side. */
export async function unchangedDocuments(inviter: Inviter, backup: Uint8Array): Promise<UnchangedDocuments> {
  const { ledger, line, send, settle, close } = await openDevice(inviter);
  try {
    await ledger.importBackup(backup);
    await settle();
    // Beginning them has opened more documents, which are taken up now; from then on nothing is new.
    await settle();
    const documents = (await ledger.replicas.documents()).length;
    return { documents, sent: await line.measure(send) };
  } finally {
    await close();
  }
}
