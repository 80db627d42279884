import { describe, expect, it } from 'vitest';
import { asId, type PersonId } from '../../src/domain/ids.ts';
import type { Representation } from '../../src/domain/organisation.ts';
import { representationsOn } from '../../src/domain/representing.ts';
import { decodeIsoDate } from '../../src/domain/time.ts';

const ANNA = asId<PersonId>('anna');

function speaks(
  id: string,
  organisation: string,
  from?: string,
  to?: string,
  personId: PersonId = ANNA,
): Representation {
  const [organisationId, day] = [asId<never>(organisation), (text?: string) => decodeIsoDate(text)];
  return { id: asId(id), personId, organisationId, role: '', from: day(from), to: day(to) };
}

function chosen(representations: readonly Representation[], day?: string): readonly (string | undefined)[] {
  // Whatever the order in which two devices have them.
  return [representations, representations.toReversed()].map(
    (given) => representationsOn(given, () => ANNA, decodeIsoDate(day)).get(ANNA)?.organisationId,
  );
}

describe('for whom somebody speaks', () => {
  const history = [speaks('r1', 'osp', '2025-01-01', '2026-05-01'), speaks('r2', 'kgw', '2026-05-01')];

  it('is the organisation of the day of the meeting, so that a later change alters no closed list', () => {
    expect(chosen(history, '2026-04-30')).toEqual(['osp', 'osp']);
    expect(chosen(history, '2026-05-01')).toEqual(['kgw', 'kgw']);
    expect(chosen(history)).toEqual(['kgw', 'kgw']);
  });

  it('is nobody once it has ended', () => {
    expect(chosen([speaks('r1', 'osp', '2025-01-01', '2026-05-01')], '2026-06-01')).toEqual([
      undefined,
      undefined,
    ]);
    expect(chosen([speaks('r1', 'osp', '2025-01-01', '2026-05-01')])).toEqual([undefined, undefined]);
  });

  it('counts for a day before people were entered here, the earliest first', () => {
    const later = [speaks('r1', 'osp', '2026-03-01'), speaks('r2', 'kgw', '2026-05-01')];
    expect(chosen(later, '2026-01-01')).toEqual(['osp', 'osp']);
  });

  it('is the person’s own before that of a merged double, and otherwise the same everywhere', () => {
    const double = speaks('r0', 'gok', '2026-04-01', undefined, asId<PersonId>('ania'));
    expect(chosen([speaks('r1', 'osp', '2026-01-01'), double], '2026-06-01')).toEqual(['osp', 'osp']);
    expect(
      chosen([speaks('r2', 'kgw', '2026-01-01'), speaks('r1', 'osp', '2026-01-01')], '2026-06-01'),
    ).toEqual(['osp', 'osp']);
  });
});
