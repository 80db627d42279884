// What the header chip says, from facts: the person's own unsent work first, the connection second. "Safe" comes from
// receipts alone (nothing waits, nothing was refused), never from being online. [G10]

import type { SyncStatus } from '../../sync/status.ts';

export type ChipState =
  /** The sample is in front: nothing of it is ever sent. */
  | { readonly kind: 'example' }
  | { readonly kind: 'refused'; readonly count: number }
  | { readonly kind: 'waiting'; readonly count: number }
  | { readonly kind: 'waitingOffline'; readonly count: number }
  /** An attempt was made and failed for another reason than having no connection. */
  | { readonly kind: 'waitingFailed'; readonly count: number }
  | { readonly kind: 'sending'; readonly count: number }
  /** The device works alone. */
  | { readonly kind: 'onlyHere' }
  | { readonly kind: 'safe' }
  | { readonly kind: 'safeOffline' };

export interface ChipFacts {
  readonly isExample: boolean;
  /** Rows that wait to be sent. */
  readonly unsent: number;
  /** Pieces of work that the server refused and that are kept aside. */
  readonly refused: number;
  readonly status: Pick<SyncStatus, 'connection' | 'exchange'>;
}

export function chipState({ isExample, unsent, refused, status }: ChipFacts): ChipState {
  const { connection, exchange } = status;
  if (connection.kind === 'noServer') return { kind: isExample ? 'example' : 'onlyHere' };
  if (refused > 0) return { kind: 'refused', count: refused };
  const isOffline = connection.kind === 'offline';
  if (unsent > 0) {
    if (isOffline) return { kind: 'waitingOffline', count: unsent };
    switch (exchange.kind) {
      case 'sending':
        return { kind: 'sending', count: unsent };
      case 'failed':
        return { kind: 'waitingFailed', count: unsent };
      case 'idle':
        return { kind: 'waiting', count: unsent };
    }
  }
  if (isExample) return { kind: 'example' };
  return { kind: isOffline ? 'safeOffline' : 'safe' };
}
