// Lists what the server refused and keeps, the newest first: one line each, for the person who is asked for help.

import type { RefusedEntry } from '../stores/refusedStore.ts';

export function refusedLines(entries: readonly RefusedEntry[]): readonly string[] {
  if (entries.length === 0) return ['Nothing was refused.'];
  return entries.map(({ at, name, reason, bytes, isKept, times, memberName, member, device }) =>
    [
      new Date(at).toISOString().slice(0, 19).concat('Z'),
      name,
      reason,
      `${bytes} bytes${isKept ? '' : ' (not kept)'}`,
      ...(times > 1 ? [`${times} times`] : []),
      `${memberName} (${member}), device ${device}`,
    ].join('  '),
  );
}
