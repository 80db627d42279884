// A query that tells its result again whenever what it read has changed, in any tab. What is asked is the caller's.

import { type Observable, liveQuery } from 'dexie';

/**
 * Dexie reads changed rows again within the very event that tells of a commit, so a tick would wait for every list, badge
 * and card that is open. A moment later is soon enough for those; the first reading does not wait.
 */
export function live<Value>(read: () => Promise<Value>): Observable<Value> {
  let isFirst = true;
  return liveQuery(async () => {
    if (!isFirst) await Promise.resolve(nextTask());
    isFirst = false;
    return read();
  });
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
