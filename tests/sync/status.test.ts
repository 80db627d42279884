import { describe, expect, it } from 'vitest';
import { asInstant } from '../../src/domain/time.ts';
import {
  INITIAL_STATUS,
  reduceStatus,
  skewMinutes,
  type SyncEvent,
  type SyncStatus,
} from '../../src/sync/status.ts';

const at = asInstant;

function after(...events: readonly SyncEvent[]): SyncStatus {
  return events.reduce(reduceStatus, INITIAL_STATUS);
}

describe('the status of the exchange', () => {
  it('shows a device that never joined as working alone, without a failure', () => {
    expect(after({ kind: 'connecting' }, { kind: 'alone' })).toMatchObject({
      connection: { kind: 'noServer' },
      exchange: { kind: 'idle' },
    });
  });

  it('is connecting once the device has joined', () => {
    expect(after({ kind: 'alone' }, { kind: 'connecting' }).connection).toEqual({ kind: 'connecting' });
  });

  it('stays offline since the first failed attempt, however many follow', () => {
    const status = after(
      { kind: 'notConnected', reason: 'unreachable', at: at(5) },
      { kind: 'connecting' },
      { kind: 'notConnected', reason: 'timeout', at: at(65_000) },
    );
    expect(status.connection).toEqual({ kind: 'offline', since: 5 });
    expect(status.exchange).toEqual({ kind: 'idle' });
  });

  it('tells why the server would not have this device, beside being offline', () => {
    const status = after({ kind: 'notConnected', reason: 'revoked', at: at(5) });
    expect(status.exchange).toEqual({ kind: 'failed', reason: 'revoked', at: 5 });
  });

  it('is online since it was first connected', () => {
    const status = after({ kind: 'connected', at: at(5) }, { kind: 'connected', at: at(9) });
    expect(status.connection).toEqual({ kind: 'online', since: 5 });
  });

  it('[G10] is not sending any more when the connection went in the middle, and has not succeeded', () => {
    const status = after(
      { kind: 'connected', at: at(1) },
      { kind: 'sending', documents: 3 },
      { kind: 'lost' },
    );
    expect(status).toMatchObject({ connection: { kind: 'connecting' }, exchange: { kind: 'idle' } });
    expect(status.lastSuccess).toBeUndefined();
  });

  it('[G10] says nothing of success by being connected', () => {
    expect(after({ kind: 'connected', at: at(1) }).lastSuccess).toBeUndefined();
  });

  it('keeps a failure told until an exchange succeeds', () => {
    const failing: readonly SyncEvent[] = [
      { kind: 'failed', reason: 'storageFailed', at: at(2) },
      { kind: 'connected', at: at(3) },
      { kind: 'lost' },
      { kind: 'notConnected', reason: 'unreachable', at: at(4) },
    ];
    expect(after(...failing).exchange).toEqual({ kind: 'failed', reason: 'storageFailed', at: 2 });
    expect(after(...failing, { kind: 'succeeded', at: at(9) })).toMatchObject({
      exchange: { kind: 'idle' },
      lastSuccess: 9,
    });
  });

  it('takes the remembered success only where there is none of its own', () => {
    expect(after({ kind: 'remembered', lastSuccess: at(4) }).lastSuccess).toBe(4);
    expect(
      after({ kind: 'succeeded', at: at(9) }, { kind: 'remembered', lastSuccess: at(4) }).lastSuccess,
    ).toBe(9);
  });
});

describe('the comparison of clocks', () => {
  const minute = 60_000;

  it('does not take the time on the way for a wrong clock', () => {
    expect(skewMinutes(at(0), at(10 * minute), 4 * minute)).toBe(0);
  });

  it('tolerates two minutes', () => {
    expect(skewMinutes(at(2 * minute - 1), at(2 * minute), 0)).toBe(0);
  });

  it('tells a clock that is a day ahead and one that is a day behind', () => {
    const day = 24 * 60 * minute;
    expect(skewMinutes(at(2 * day), at(2 * day + 50), day)).toBe(24 * 60);
    expect(skewMinutes(at(0), at(0), day)).toBe(-24 * 60);
  });
});
