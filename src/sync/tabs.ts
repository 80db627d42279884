// The tabs of one browser agree on the exchange: questions go to the tab that leads, its status comes back to all. A leader
// that does not answer is replaced.

import type { DocumentName } from '../schema/documentName.ts';
import type { SyncEnvironment } from './environment.ts';
import { type Leadership, standForLeader } from './leader.ts';
import type { SyncStatus } from './status.ts';
import { decodeTabMessage, type Question, type TabMessage } from './tabMessages.ts';
import type { SendResult } from './visit.ts';

export interface Tabs {
  /** To the tab that leads, which may be this one. The answer to anything but `sendNow` says nothing. */
  readonly ask: (question: Question) => Promise<SendResult>;
  /** The status, by the tab that leads. */
  readonly postStatus: (status: SyncStatus) => void;
  readonly postAwareness: (from: 'tab' | 'server', name: DocumentName, body: Uint8Array) => void;
  readonly dispose: () => void;
}

export interface TabsOptions {
  readonly environment: Pick<SyncEnvironment, 'locks' | 'openTabPort' | 'timers' | 'random'>;
  /** One name a database. */
  readonly name: string;
  /** Starts leading; the returned function stops it. */
  readonly lead: () => () => void;
  /** Does what the leader is asked. Never rejects. */
  readonly answer: (question: Question) => Promise<SendResult>;
  readonly onStatus: (status: SyncStatus) => void;
  readonly onAwareness: (from: 'tab' | 'server', name: DocumentName, body: Uint8Array) => void;
  readonly reportFailure: (failure: unknown) => void;
}

/** A leader that lives says within this time that it has heard. */
const HEARD_WITHIN_MS = 2_000;
/** Longest visit that a person is left waiting for; the leader goes on with it. */
const ANSWERED_WITHIN_MS = 5 * 60_000;

interface OpenQuestion {
  readonly question: Question;
  readonly resolve: (result: SendResult) => void;
  callOff: () => void;
}

export function joinTabs(options: TabsOptions): Tabs {
  const { timers, random } = options.environment;
  const open = new Map<string, OpenQuestion>();
  let asked = 0;
  const self = Math.floor(random() * 2 ** 48).toString(36);

  const port = options.environment.openTabPort(options.name, (raw) => {
    const message = decodeTabMessage(raw);
    if (message !== undefined) take(message);
  });
  let isClosed = false;
  const post = (message: TabMessage): void => {
    // What ends late, after its tab was told to, has nobody to tell any more.
    if (!isClosed) port.post(message);
  };

  const leadership: Leadership = standForLeader({
    locks: options.environment.locks,
    name: options.name,
    lead: () => {
      const stop = options.lead();
      post({ kind: 'leads' });
      for (const id of open.keys()) answerMyself(id);
      return stop;
    },
    reportFailure: options.reportFailure,
  });

  function take(message: TabMessage): void {
    switch (message.kind) {
      case 'ask':
        if (leadership.isLeader()) answerOther(message.id, message.question);
        return;
      case 'heard': {
        const waiting = open.get(message.id);
        waiting?.callOff();
        if (waiting !== undefined)
          waiting.callOff = timers.after(ANSWERED_WITHIN_MS, () =>
            close(message.id, { kind: 'failed', reason: 'timeout' }),
          );
        return;
      }
      case 'answer':
        close(message.id, message.result);
        return;
      case 'leads':
        for (const [id, { question }] of open) post({ kind: 'ask', id, question });
        return;
      case 'status':
        if (!leadership.isLeader()) options.onStatus(message.status);
        return;
      case 'awareness':
        options.onAwareness(message.from, message.name, message.body);
    }
  }

  function answerOther(id: string, question: Question): void {
    post({ kind: 'heard', id });
    options
      .answer(question)
      .then((result) => post({ kind: 'answer', id, result }))
      .catch(options.reportFailure);
  }

  function answerMyself(id: string): void {
    const waiting = open.get(id);
    if (waiting === undefined) return;
    options
      .answer(waiting.question)
      .then((result) => close(id, result))
      .catch(options.reportFailure);
  }

  function close(id: string, result: SendResult): void {
    const waiting = open.get(id);
    open.delete(id);
    waiting?.callOff();
    waiting?.resolve(result);
  }

  return {
    ask: (question) =>
      new Promise((resolve) => {
        if (leadership.isLeader()) {
          options.answer(question).then(resolve).catch(options.reportFailure);
          return;
        }
        asked += 1;
        const id = `${self}-${asked}`;
        // Becoming the leader answers what is open here.
        const callOff = timers.after(HEARD_WITHIN_MS, leadership.seize);
        open.set(id, { question, resolve, callOff });
        post({ kind: 'ask', id, question });
      }),
    postStatus: (status) => post({ kind: 'status', status }),
    postAwareness: (from, name, body) => post({ kind: 'awareness', from, name, body }),
    dispose: () => {
      leadership.dispose();
      for (const id of open.keys()) close(id, { kind: 'failed', reason: 'unreachable' });
      isClosed = true;
      port.close();
    },
  };
}
