import { describe, expect, test } from 'vitest';
import { type BudgetLineId, type OrganisationId, asId } from '../../../../src/domain/ids.ts';
import {
  type ActivityDraft,
  checkActivity,
  type LineDraft,
} from '../../../../src/rooms/plan/activities/checkActivity.ts';

const draft: ActivityDraft = {
  title: 'Zakup gier',
  goalId: undefined,
  organisationId: undefined,
  from: '2026-12-01',
  due: '2026-12-24',
  state: 'planned',
  lines: [],
};
let made = 0;
const line = (name: string, amount: string): LineDraft => ({
  id: asId<BudgetLineId>(`line-${++made}`),
  name,
  amount,
  source: 'grant',
  organisationId: undefined,
});

describe('an activity', () => {
  test('may have no dates, and is refused where the end is before the start', () => {
    expect(checkActivity({ ...draft, from: '', due: '' })).toMatchObject({
      kind: 'ok',
      fields: { from: undefined, due: undefined },
    });
    expect(checkActivity({ ...draft, due: '2026-11-30' })).toMatchObject({
      kind: 'refused',
      problems: { from: undefined, due: 'endBeforeStart' },
    });
    expect(checkActivity({ ...draft, title: ' ' })).toMatchObject({
      kind: 'refused',
      problems: { title: { kind: 'refused', reason: 'empty' } },
    });
  });

  test('takes amounts with comma and with dot, and leaves out lines in which nothing was written', () => {
    const lines = [line('Gry', '1 234,50'), line('Paliwo', '1234.5'), line('Druk', ''), line('', ' ')];
    expect(checkActivity({ ...draft, lines })).toMatchObject({
      kind: 'ok',
      lines: [
        { name: 'Gry', amount: 123_450 },
        { name: 'Paliwo', amount: 123_450 },
        { name: 'Druk', amount: undefined },
      ],
    });
  });

  test('tells at its line what is wrong with an amount or a name, and keeps the others', () => {
    const [unclear, nameless, fine] = [line('Gry', '1.234'), line('', '20'), line('Druk', '5')];
    const checked = checkActivity({ ...draft, lines: [unclear, nameless, fine] });
    expect(checked.kind === 'refused' && [...checked.problems.lines]).toEqual([
      [unclear.id, { name: undefined, amount: 'ambiguous' }],
      [nameless.id, { name: 'empty', amount: undefined }],
    ]);
  });

  test('forgets which partner pays where no partner does', () => {
    const paid = { ...line('Gry', '5'), organisationId: asId<OrganisationId>('org-1') };
    expect(checkActivity({ ...draft, lines: [paid] })).toMatchObject({
      lines: [{ organisationId: undefined }],
    });
    expect(checkActivity({ ...draft, lines: [{ ...paid, source: 'partner' }] })).toMatchObject({
      lines: [{ organisationId: 'org-1' }],
    });
  });
});
