import { describe, expect, it } from 'vitest';
import {
  type InvitationValues,
  isBlocking,
  makeInvitationRow,
  ROW_PROBLEMS,
} from '../../src/domain/invitationList.ts';

const VALUES: InvitationValues = { name: 'Anna Nowak', organisation: '', role: '', phone: '', email: '' };

describe('a row of an invitation list', () => {
  it('with a name alone is in order', () => {
    expect(makeInvitationRow(7, VALUES)).toEqual({ line: 7, ...VALUES, problems: [] });
  });

  it.each<[Partial<InvitationValues>, string]>([
    [{ name: ' ' }, 'nameMissing'],
    [{ name: 'x'.repeat(201) }, 'nameTooLong'],
    [{ name: '12' }, 'nameWithoutLetters'],
    [{ organisation: 'x'.repeat(201) }, 'organisationTooLong'],
    [{ role: 'x'.repeat(201) }, 'roleTooLong'],
  ])('says what must be corrected, and keeps the value whole: %j', (values, problem) => {
    const row = makeInvitationRow(1, { ...VALUES, ...values });
    expect(row.problems).toEqual([problem]);
    expect(row.problems.every(isBlocking)).toBe(true);
    expect(row).toMatchObject(values.name === ' ' ? { name: '' } : values);
  });

  it.each(['anna', 'anna@', 'anna@szkola', 'a b@x.pl', 'a@x.pl, b@x.pl'])(
    'doubts the address %j',
    (email) => {
      expect(makeInvitationRow(1, { ...VALUES, email }).problems).toEqual(['emailDoubtful']);
    },
  );

  it.each(['112', 'brak danych', '5,01222E+08', '501 222 310 / kom'])('doubts the telephone %j', (phone) => {
    expect(makeInvitationRow(1, { ...VALUES, phone }).problems).toEqual(['phoneDoubtful']);
  });

  it.each([
    '501222310',
    '+48 (55) 271-00-00 wew. 12',
    '55 271 00 00, 501 222 310',
    '501 222 310 lub 501 222 311',
  ])('takes the telephone %j', (phone) => {
    expect(makeInvitationRow(1, { ...VALUES, phone }).problems).toEqual([]);
  });

  it('tells of mark-up without touching it', () => {
    const row = makeInvitationRow(1, { ...VALUES, name: '<b>Anna</b>', organisation: 'A < B i C > D' });
    expect(row).toMatchObject({ name: '<b>Anna</b>', problems: ['looksLikeHtml'] });
    expect(isBlocking('looksLikeHtml')).toBe(false);
  });

  it('has a closed list of problems, of which six keep a row out', () => {
    expect(ROW_PROBLEMS.filter(isBlocking)).toHaveLength(6);
  });
});
