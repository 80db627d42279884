import { describe, expect, it } from 'vitest';
import { checkDecisionDraft } from '../../src/domain/decisionDraft.ts';
import { decodeIsoDate } from '../../src/domain/time.ts';

function check(draft: { text?: string; who?: string; due?: string }) {
  const today = decodeIsoDate('2026-11-22');
  if (today === undefined) throw new Error('no date');
  return checkDecisionDraft({ text: 'Zebrać oferty', who: '', due: '', ...draft }, today);
}

describe('a decision that is being entered', () => {
  it('needs its text alone; who and by when may be settled later', () => {
    expect(check({})).toEqual({ kind: 'ok', fields: { text: 'Zebrać oferty', who: '', due: undefined } });
    expect(check({ text: ' \u200B ' })).toEqual({ kind: 'refused', problems: { text: 'empty' } });
  });

  it('is refused where it is too long or its day is absurd, every field at once', () => {
    expect(check({ text: 'a'.repeat(501), who: 'b'.repeat(201), due: '2062-01-01' })).toEqual({
      kind: 'refused',
      problems: { text: 'tooLong', who: 'tooLong', due: 'absurd' },
    });
    expect(check({ due: '2026-02-30' })).toEqual({ kind: 'refused', problems: { due: 'notADate' } });
  });

  it('may be overdue from the start', () => {
    expect(check({ due: '2026-10-01' })).toMatchObject({ kind: 'ok', fields: { due: '2026-10-01' } });
  });
});
