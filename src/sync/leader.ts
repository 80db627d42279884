// One tab of the browser exchanges for all. Web Locks decide which: when its tab closes or dies, the next one follows at
// once. Where the browser has no locks every tab leads, which costs traffic and nothing else.

export interface Leadership {
  readonly isLeader: () => boolean;
  /** Takes the lead from a tab that does not answer: a browser may freeze a page and leave it its locks. */
  readonly seize: () => void;
  readonly dispose: () => void;
}

export interface LeadershipOptions {
  readonly locks: LockManager | undefined;
  /** One name a database. */
  readonly name: string;
  /** Starts leading; the returned function stops it. */
  readonly lead: () => () => void;
  readonly reportFailure: (failure: unknown) => void;
}

export function standForLeader({ locks, name, lead, reportFailure }: LeadershipOptions): Leadership {
  let isDisposed = false;
  let stepDown: (() => void) | undefined;
  let attempt = new AbortController();

  function stand(options: LockOptions): void {
    locks?.request(name, options, rule).catch((cause: unknown) => {
      if (isDisposed || options.signal?.aborted === true) return;
      // Another tab has seized the lead, or the browser refuses its locks and leaves each tab on its own.
      stepDown?.();
      if (cause instanceof DOMException && cause.name === 'AbortError') queueUp();
      else {
        reportFailure(cause);
        begin();
      }
    });
  }

  function queueUp(): void {
    attempt = new AbortController();
    stand({ signal: attempt.signal });
  }

  /** Leads for as long as the returned promise is open. */
  function rule(): Promise<void> {
    if (isDisposed) return Promise.resolve();
    return new Promise((resolve) => begin(resolve));
  }

  function begin(release: () => void = () => undefined): void {
    const stop = lead();
    stepDown = () => {
      stepDown = undefined;
      stop();
      release();
    };
  }

  // Never within this call: whoever stands has still to keep what it returns.
  queueMicrotask(() => {
    if (isDisposed) return;
    if (locks === undefined) begin();
    else if (stepDown === undefined) queueUp();
  });

  return {
    isLeader: () => stepDown !== undefined,
    seize: () => {
      if (isDisposed || stepDown !== undefined) return;
      attempt.abort();
      stand({ steal: true });
    },
    dispose: () => {
      isDisposed = true;
      attempt.abort();
      stepDown?.();
    },
  };
}
