// Rebuilding a register at the server, with what became of it as a room tells it. Loaded with the exchange.

import type { RebuildFailure, RebuildResult } from '../../storage/device.ts';
import { type ErasingOptions, eraseAtServer } from '../../sync/erasing.ts';
import { isNoConnection, type SyncFailureReason } from '../../sync/syncFailure.ts';

export async function eraseRegister(options: ErasingOptions): Promise<RebuildResult> {
  const result = await eraseAtServer(options);
  return result.kind === 'failed' ? { kind: 'failed', reason: failureOf(result.reason) } : result;
}

function failureOf(reason: SyncFailureReason): RebuildFailure {
  if (isNoConnection(reason)) return 'offline';
  if (reason === 'notAllowed' || reason === 'revoked') return 'notAllowed';
  return reason === 'deviceStorage' ? 'notStored' : 'server';
}
