// The router on a window of its own: address, history and clicks as a browser has them.
import { expect, test, vi } from 'vitest';
import { type Guard, startRouter } from '../../src/app/routing/router.ts';
import { asId, type MeetingId } from '../../src/domain/ids.ts';

class FakeAnchor {
  readonly href: string;
  readonly target = '';
  constructor(path: string) {
    this.href = `https://app.example${path}`;
  }
  closest(): this {
    return this;
  }
  hasAttribute(): boolean {
    return false;
  }
}

interface Entry {
  url: string;
  state: unknown;
}

function fakeWindow(start: string) {
  const entries: Entry[] = [{ url: start, state: null }];
  let at = 0;
  const target = new EventTarget();
  const here = (): Entry => {
    const entry = entries[at];
    if (entry === undefined) throw new Error('no history entry');
    return entry;
  };
  const url = (): URL => new URL(here().url, 'https://app.example');
  const window = {
    document: new EventTarget(),
    history: {
      scrollRestoration: 'auto',
      get state() {
        return here().state;
      },
      pushState: (state: unknown, _title: string, next: string) => {
        entries.splice(at + 1);
        entries.push({ url: next, state });
        at += 1;
      },
      replaceState: (state: unknown, _title: string, next?: string) => {
        entries[at] = { url: next ?? here().url, state };
      },
    },
    location: {
      origin: 'https://app.example',
      get pathname() {
        return url().pathname;
      },
      get hash() {
        return url().hash;
      },
    },
    scrollY: 0,
    scrollTo(_x: number, y: number) {
      window.scrollY = y;
      target.dispatchEvent(new Event('scroll'));
    },
    requestAnimationFrame: (run: () => void) => {
      run();
      return 1;
    },
    cancelAnimationFrame: () => undefined,
    addEventListener: target.addEventListener.bind(target),
    removeEventListener: target.removeEventListener.bind(target),
  };
  return {
    window: window as unknown as Window,
    fake: window,
    back: () => {
      at -= 1;
      target.dispatchEvent(new Event('popstate'));
    },
    click: (path: string, keys: { readonly ctrlKey?: boolean } = {}) => {
      vi.stubGlobal('Element', FakeAnchor);
      const event = new Event('click', { cancelable: true });
      const mouse = { button: 0, metaKey: false, ctrlKey: false, shiftKey: false, altKey: false, ...keys };
      for (const [key, value] of Object.entries(mouse)) Object.defineProperty(event, key, { value });
      Object.defineProperty(event, 'target', { value: new FakeAnchor(path) });
      window.document.dispatchEvent(event);
      vi.unstubAllGlobals();
      return event.defaultPrevented;
    },
    urls: () => entries.map((entry) => entry.url),
  };
}

const free: Guard = (place) => place;

test('opens the place of the address, and follows links without loading anything', () => {
  const { window, click, urls } = fakeWindow('/spotkania');
  const router = startRouter(window, free);
  expect(router.route.getState().place).toEqual({ kind: 'meetings' });
  expect(click('/partnerzy')).toBe(true);
  expect(router.route.getState().place).toEqual({ kind: 'partners' });
  expect(urls()).toEqual(['/spotkania', '/partnerzy']);
  router.dispose();
});

test('leaves alone what is not its own: other addresses, jumps within a page, clicks with a key held', () => {
  const { window, click } = fakeWindow('/');
  const router = startRouter(window, free);
  expect(click('/health')).toBe(false);
  expect(click('/#content')).toBe(false);
  expect(click('/spotkania', { ctrlKey: true })).toBe(false);
  expect(router.route.getState().place).toEqual({ kind: 'today' });
  router.dispose();
});

test('going back ends where one had scrolled to', () => {
  const { window, fake, back } = fakeWindow('/spotkania');
  const router = startRouter(window, free);
  fake.scrollTo(0, 640);
  router.go({ kind: 'settings' });
  expect(fake.scrollY).toBe(0);
  back();
  expect(router.route.getState().place).toEqual({ kind: 'meetings' });
  expect(fake.scrollY).toBe(640);
  router.dispose();
});

test('an invitation in a link is taken out of the address, and is gone once one has left', () => {
  const { window, urls } = fakeWindow('/#join=first.abcdefghijklmnopqrst');
  const router = startRouter(window, free);
  expect(router.route.getState()).toEqual({
    place: { kind: 'join' },
    invitation: 'first.abcdefghijklmnopqrst',
  });
  expect(urls()).toEqual(['/dolacz']);
  router.go({ kind: 'today' });
  expect(router.route.getState().invitation).toBeUndefined();
  router.dispose();
});

test('a place that must not be left is put back on top when somebody goes back out of it', () => {
  const signing = { kind: 'selfSigning', meetingId: asId<MeetingId>('m') } as const;
  const { window, back, fake } = fakeWindow('/spotkania/m/podpisy');
  let isLocked = false;
  const router = startRouter(window, (place) => (isLocked && place.kind !== 'selfSigning' ? signing : place));
  router.go({ kind: 'today' });
  router.go(signing);
  isLocked = true;
  back();
  expect(router.route.getState().place).toEqual(signing);
  expect(fake.location.pathname).toBe('/spotkania/m/podpisy');
  router.go({ kind: 'settings' });
  expect(router.route.getState().place).toEqual(signing);
  router.dispose();
});
