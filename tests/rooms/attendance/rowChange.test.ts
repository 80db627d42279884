import { describe, expect, it } from 'vitest';
import type { ListRow } from '../../../src/domain/attendanceView.ts';
import { asId } from '../../../src/domain/ids.ts';
import type { Signature, SignatureContent } from '../../../src/domain/signature.ts';
import { asInstant } from '../../../src/domain/time.ts';
import {
  type RowChange,
  changePresence,
  isProtected,
  signatureAfter,
  togglePresence,
  undoOf,
} from '../../../src/rooms/attendance/changes/rowChange.ts';

const row = (change: Partial<ListRow> = {}): ListRow => ({
  id: asId('anna'),
  ordinal: 1,
  name: 'Anna Wiśniewska',
  organisation: '',
  presence: 'unmarked',
  origin: undefined,
  markedAt: undefined,
  correction: undefined,
  isWalkIn: false,
  signature: undefined,
  saved: 'server',
  ...change,
});

const signature = (content: SignatureContent): Signature => ({
  id: asId('sig'),
  meetingId: asId('m'),
  personId: asId('anna'),
  content,
  at: asInstant(3),
  deviceId: asId('d'),
  voidedAt: undefined,
});
const drawn = signature({ kind: 'drawn', strokes: [] });
const confirmed = signature({ kind: 'confirmed', reason: 'signedOnPaper' });

describe('a change of a row', () => {
  it('makes present with one tap and takes it back with the next', () => {
    expect(togglePresence(row(), 'operator')).toMatchObject({ presence: 'present', origin: 'operator' });
    expect(togglePresence(row({ presence: 'excused' }), 'paper')).toMatchObject({ presence: 'present' });
    expect(togglePresence(row({ presence: 'present' }), 'operator')).toMatchObject({ presence: 'unmarked' });
  });

  it('takes the signature back with the presence, since a valid one would mean that the person was there', () => {
    const signed = row({ presence: 'present', signature: confirmed });
    for (const presence of ['unmarked', 'excused', 'absent'] as const) {
      expect(changePresence(signed, presence, 'operator').signing).toEqual({
        kind: 'void',
        signature: confirmed,
      });
    }
    expect(changePresence(signed, 'present', 'operator').signing).toEqual({ kind: 'unchanged' });
  });

  it('protects a drawing from a stray tap, and nothing else', () => {
    expect([drawn, confirmed, undefined].map((each) => isProtected(row({ signature: each })))).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('is undone to what the row said before, drawing and origin included', () => {
    const before = row({ presence: 'present', origin: 'self', signature: drawn });
    const change = changePresence(before, 'excused', 'operator');
    expect(undoOf(before, change)).toEqual({
      personId: before.id,
      presence: 'present',
      origin: 'self',
      signing: { kind: 'restore', signature: drawn },
    });
  });

  it('is undone twice to itself', () => {
    const before = row({ presence: 'present', origin: 'operator', signature: drawn });
    const change = changePresence(before, 'absent', 'operator');
    const after = row({ presence: 'absent', origin: 'operator', signature: signatureAfter(before, change) });
    const undo = undoOf(before, change);
    expect(signatureAfter(after, undo)).toEqual(drawn);
    expect(undoOf(row({ ...after, presence: 'absent' }), undo)).toMatchObject({
      presence: 'absent',
      signing: { kind: 'void', signature: drawn },
    });
  });

  it('of somebody who was not on the list is undone to nothing', () => {
    const change: RowChange = {
      personId: asId('new'),
      presence: 'present',
      origin: 'operator',
      signing: { kind: 'sign', signature: drawn },
    };
    expect(undoOf(undefined, change)).toMatchObject({
      presence: 'unmarked',
      signing: { kind: 'void', signature: drawn },
    });
  });
});
