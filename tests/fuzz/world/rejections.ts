// Failures that nobody awaited. y-indexeddb handles none of its requests' errors: in a browser they end in the console. Any
// other is a fault of ours.

/** Has them told to `take` in place of ending this process, until the returned function is called. */
export function watchRejections(take: (cause: unknown) => void): () => void {
  const event = 'unhandledRejection';
  const former = process.listeners(event);
  process.removeAllListeners(event);
  process.on(event, (cause) => {
    if (!isOfDocumentStore(cause)) take(cause);
  });
  return () => {
    process.removeAllListeners(event);
    for (const listener of former) process.on(event, listener);
  };
}

function isOfDocumentStore(cause: unknown): boolean {
  if (cause instanceof Error) return /lib0.indexeddb|y-indexeddb/.test(cause.stack ?? '');
  // A cursor's error comes as the event itself.
  return typeof cause === 'object' && cause !== null && 'type' in cause && cause.type === 'error';
}
