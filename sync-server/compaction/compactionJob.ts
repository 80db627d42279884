// What compaction does with one document, and the messages between the server and its worker thread.

import { throughDocument } from '../content/catchUp.ts';
import { Coverage } from '../content/coverage.ts';
import { readUpdateContent } from '../content/updateContent.ts';

export interface CompactionJob {
  /** Snapshot and rows, in order. */
  readonly updates: readonly Uint8Array[];
}

export type CompactionResult =
  | { readonly kind: 'compacted'; readonly update: Uint8Array }
  /** The rows stay as they are. */
  | { readonly kind: 'failed'; readonly message: string };

/** Never throws: a document that cannot be compacted is left as it is. */
export function compactUpdates({ updates }: CompactionJob): CompactionResult {
  try {
    const update = throughDocument(updates);
    // The rows are deleted afterwards, so the result is held against them first.
    return covers(update, updates)
      ? { kind: 'compacted', update }
      : { kind: 'failed', message: 'the snapshot lacks content of the rows' };
  } catch (cause) {
    return { kind: 'failed', message: String(cause) };
  }
}

function covers(snapshot: Uint8Array, updates: readonly Uint8Array[]): boolean {
  const content = readUpdateContent(snapshot, Number.POSITIVE_INFINITY);
  if (content === undefined) return false;
  const coverage = new Coverage();
  coverage.add(content);
  return updates.every((update) => {
    const row = readUpdateContent(update, Number.POSITIVE_INFINITY);
    return row !== undefined && coverage.contains(row);
  });
}
