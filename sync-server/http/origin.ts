// Tells calls of our own pages from those of other sites. Requests without an origin come from no page (the service worker
// and WebSocket of a page do carry one).

export interface OriginCheck {
  /** `host` is the Host header of the request. */
  (origin: string | undefined, host: string | undefined): boolean;
}

/** Accepts the public address, the host that was called, and the further origins of the configuration. */
export function originCheck(publicOrigin: () => string, allowed: readonly string[]): OriginCheck {
  return (origin, host) => {
    if (origin === undefined) return true;
    if (origin === publicOrigin() || allowed.includes(origin)) return true;
    return URL.canParse(origin) && new URL(origin).host === host;
  };
}
