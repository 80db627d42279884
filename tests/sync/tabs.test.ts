import { afterEach, describe, expect, it, vi } from 'vitest';
import { asInstant } from '../../src/domain/time.ts';
import type { SyncEnvironment } from '../../src/sync/environment.ts';
import { INITIAL_STATUS, type SyncStatus } from '../../src/sync/status.ts';
import { decodeTabMessage, type Question } from '../../src/sync/tabMessages.ts';
import { joinTabs, type Tabs } from '../../src/sync/tabs.ts';
import type { SendResult } from '../../src/sync/visit.ts';
import { ManualTimers } from './manualTimers.ts';

const SENT: SendResult = { kind: 'sent', documents: 1, received: 0, refused: [] };

/** The tabs of one browser: a channel of the test's, the locks of the machine. */
class Browser {
  readonly timers = new ManualTimers();
  readonly #ports = new Map<object, (message: unknown) => void>();
  readonly #name: string;

  constructor(name: string) {
    this.#name = name;
  }

  tab({ isDeaf = false, hasLocks = true } = {}) {
    const locks = hasLocks ? navigator.locks : undefined;
    const log: string[] = [];
    const statuses: SyncStatus[] = [];
    const asked: Question[] = [];
    let answer = async (): Promise<SendResult> => SENT;
    const openTabPort: SyncEnvironment['openTabPort'] = (_name, onMessage) => {
      const port = {
        post: (message: unknown) => {
          if (isDeaf) return;
          for (const [other, take] of this.#ports)
            if (other !== port) queueMicrotask(() => take(structuredClone(message)));
        },
        close: () => {
          this.#ports.delete(port);
        },
      };
      if (!isDeaf) this.#ports.set(port, onMessage);
      return port;
    };
    const tabs = joinTabs({
      environment: { locks, openTabPort, timers: this.timers, random: Math.random },
      name: this.#name,
      lead: () => {
        log.push('leads');
        return () => log.push('stops');
      },
      answer: (question) => {
        asked.push(question);
        return answer();
      },
      onStatus: (status) => statuses.push(status),
      onAwareness: (from, name) => log.push(`awareness ${from} ${name}`),
      reportFailure: (failure) => log.push(String(failure)),
    });
    open.push(tabs);
    return { tabs, log, statuses, asked, answerWith: (next: () => Promise<SendResult>) => (answer = next) };
  }
}

const open: Tabs[] = [];
afterEach(() => {
  for (const tabs of open.splice(0)) tabs.dispose();
});

let count = 0;
function browser(): Browser {
  count += 1;
  return new Browser(`tabs-${process.pid}-${count}`);
}

async function leads(tab: { readonly log: readonly string[] }): Promise<void> {
  await vi.waitFor(() => expect(tab.log.at(-1)).toBe('leads'), { interval: 1 });
}

describe('the tabs of one browser', () => {
  it('have one leader, who is asked by the others', async () => {
    const { tab } = bound(browser());
    const first = tab();
    await leads(first);
    const second = tab();
    expect(await second.tabs.ask('sendNow')).toEqual(SENT);
    expect(first.asked).toEqual(['sendNow']);
    expect(second.asked).toEqual([]);
    expect(second.log).toEqual([]);
  });

  it('have another leader as soon as the first is gone', async () => {
    const { tab } = bound(browser());
    const first = tab();
    await leads(first);
    const second = tab();
    first.tabs.dispose();
    await leads(second);
    expect(first.log).toEqual(['leads', 'stops']);
    expect(await second.tabs.ask('sendNow')).toEqual(SENT);
    expect(second.asked).toEqual(['sendNow']);
  });

  it('replace a leader that does not hear, and do themselves what it was asked', async () => {
    const { tab, timers } = bound(browser());
    const frozen = tab({ isDeaf: true });
    await leads(frozen);
    const awake = tab();
    const asked = awake.tabs.ask('sendNow');
    await new Promise((resolve) => setImmediate(resolve));
    expect(awake.log).toEqual([]);
    timers.pass(2_000);
    expect(await asked).toEqual(SENT);
    expect(awake.log).toEqual(['leads']);
    await vi.waitFor(() => expect(frozen.log).toEqual(['leads', 'stops']), { interval: 1 });
  });

  it('ask the next leader what the first one has not answered', async () => {
    const { tab } = bound(browser());
    const first = tab();
    await leads(first);
    first.answerWith(() => new Promise(() => undefined));
    const [second, third] = [tab(), tab()];
    const asked = [second.tabs.ask('sendNow'), third.tabs.ask('sendNow')];
    await vi.waitFor(() => expect(first.asked).toHaveLength(2), { interval: 1 });
    first.tabs.dispose();
    expect(await Promise.all(asked)).toEqual([SENT, SENT]);
  });

  it('do not wait for ever for a leader that has heard and never ends', async () => {
    const { tab, timers } = bound(browser());
    const first = tab();
    await leads(first);
    first.answerWith(() => new Promise(() => undefined));
    const second = tab();
    const asked = second.tabs.ask('sendNow');
    await vi.waitFor(() => expect(first.asked).toHaveLength(1), { interval: 1 });
    await new Promise((resolve) => setImmediate(resolve));
    timers.pass(5 * 60_000);
    expect(await asked).toEqual({ kind: 'failed', reason: 'timeout' });
  });

  it('show the status of the leader', async () => {
    const { tab } = bound(browser());
    const first = tab();
    await leads(first);
    const second = tab();
    const status: SyncStatus = {
      connection: { kind: 'online', since: asInstant(7) },
      exchange: { kind: 'failed', reason: 'storageFailed', at: asInstant(9) },
      lastSuccess: asInstant(8),
      clockSkewMinutes: -3,
    };
    first.tabs.postStatus(status);
    first.tabs.postStatus(INITIAL_STATUS);
    await vi.waitFor(() => expect(second.statuses).toEqual([status, INITIAL_STATUS]), { interval: 1 });
  });

  it('each lead where the browser has no locks', async () => {
    const { tab } = bound(browser());
    const none = { hasLocks: false };
    const [first, second] = [tab(none), tab(none)];
    await leads(first);
    await leads(second);
    expect(await second.tabs.ask('sendNow')).toEqual(SENT);
    expect(second.asked).toEqual(['sendNow']);
  });

  it('fail open questions when they close', async () => {
    const { tab } = bound(browser());
    const first = tab();
    await leads(first);
    first.answerWith(() => new Promise(() => undefined));
    const second = tab();
    const asked = second.tabs.ask('sendNow');
    second.tabs.dispose();
    expect(await asked).toEqual({ kind: 'failed', reason: 'unreachable' });
  });
});

describe('a message of another tab', () => {
  it.each([
    undefined,
    'ask',
    { kind: 'newer' },
    { kind: 'ask', id: 'a', question: 'wipe' },
    { kind: 'answer', id: 'a', result: { kind: 'sent' } },
    { kind: 'answer', id: 'a', result: { kind: 'failed', reason: 'mood' } },
    { kind: 'status', status: { connection: { kind: 'online' } } },
    { kind: 'awareness', from: 'tab', name: 'plan', body: new Uint8Array() },
    { kind: 'awareness', from: 'tab', name: 'partnership:a@0', body: 'x' },
  ])('that this app does not know is passed over: %o', (message) => {
    expect(decodeTabMessage(message)).toBeUndefined();
  });
});

function bound(of: Browser) {
  return { tab: of.tab.bind(of), timers: of.timers };
}
