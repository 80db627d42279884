// The same visit through a stock Hocuspocus and its own provider: both documents on one socket. Either the page was closed in
// between, so that the provider meets documents that hold the visit already, or it was open all day.

import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import * as Y from 'yjs';
import type { WrittenDocument } from './peerContent.ts';
import type { SentVisit } from './sent.ts';
import { openVillageLine } from './villageLine.ts';

const PATIENCE_MS = 120_000;

export async function hocuspocusVisit(
  port: number,
  written: readonly WrittenDocument[],
  page: 'reopened' | 'openAllDay',
): Promise<SentVisit> {
  const line = await openVillageLine(port);
  const observer = openSession(port);
  const device = openSession(line.port);
  let later: Session | undefined;
  try {
    const watched = written.map(({ name }) => observer.open(name, new Y.Doc()));
    const docs = written.map(({ before }) => docOf([before]));
    const whole = written.map(({ before, updates }) => Y.snapshot(docOf([before, ...updates])));
    const providers = written.map(({ name }, index) => device.open(name, docs[index] ?? new Y.Doc()));
    await until(() => providers.every(isSent) && watched.every(isSent));
    const isAllThere = (): boolean =>
      watched.every(({ document }, index) =>
        Y.equalSnapshots(Y.snapshot(document), whole[index] ?? Y.emptySnapshot),
      );
    device.socket.disconnect();
    if (page === 'reopened') device.close();
    else
      for (const [index, { updates }] of written.entries())
        for (const update of updates) Y.applyUpdate(docs[index] ?? new Y.Doc(), update);
    return await line.measure(async () => {
      let messages = 0;
      let sending = providers;
      if (page === 'reopened') {
        const session = openSession(line.port);
        later = session;
        sending = written.map(({ name, before, updates }) => session.open(name, docOf([before, ...updates])));
      }
      for (const provider of sending) provider.on('outgoingMessage', () => (messages += 1));
      if (page === 'openAllDay') await device.socket.connect();
      // What the provider says alone would be too early: after offline edits it counts some as sent before they are.
      await until(() => sending.every(isSent) && isAllThere());
      return messages;
    });
  } finally {
    for (const session of [later, device, observer]) session?.close();
    await line.close();
  }
}

type Session = ReturnType<typeof openSession>;

function openSession(port: number) {
  const socket = new HocuspocusProviderWebsocket({ url: `ws://127.0.0.1:${port}` });
  const providers: HocuspocusProvider[] = [];
  return {
    socket,
    open: (name: string, document: Y.Doc): HocuspocusProvider => {
      const provider = new HocuspocusProvider({ websocketProvider: socket, name, document });
      provider.attach();
      providers.push(provider);
      return provider;
    },
    close: (): void => {
      for (const provider of providers) provider.destroy();
      socket.destroy();
    },
  };
}

function isSent(provider: HocuspocusProvider): boolean {
  return provider.isSynced && provider.unsyncedChanges === 0;
}

function docOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}

const LOOK_MS = 5;

function until(holds: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const look = (): void => {
      if (holds()) resolve();
      else if (performance.now() - began > PATIENCE_MS) reject(new Error('the peer did not take the visit'));
      else setTimeout(look, LOOK_MS);
    };
    look();
  });
}
