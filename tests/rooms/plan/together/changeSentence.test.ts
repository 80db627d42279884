import { describe, expect, test } from 'vitest';
import { asId, type NeedId, type OrganisationId, type ResourceId } from '../../../../src/domain/ids.ts';
import { comparePlans } from '../../../../src/domain/plan/comparePlans.ts';
import type { Need } from '../../../../src/domain/plan/need.ts';
import type { PlanContent } from '../../../../src/domain/plan/planContent.ts';
import type { Resource } from '../../../../src/domain/plan/resource.ts';
import { changeSentence, fieldSentence } from '../../../../src/rooms/plan/together/changeSentence.ts';
import { asInstant } from '../../../../src/domain/time.ts';
import { emptyPlan } from '../../../domain/plan/emptyPlan.ts';

const need = (text: string, more: Partial<Need> = {}): Need => ({
  id: asId<NeedId>('n1'),
  order: 'a0',
  isHidden: false,
  isOfferedBack: false,
  kind: 'need',
  text,
  ...more,
});

const resource = (more: Partial<Resource>): Resource => ({
  id: asId<ResourceId>('r1'),
  order: 'a0',
  isHidden: false,
  isOfferedBack: false,
  organisationId: undefined,
  kind: 'place',
  name: 'Sala w remizie',
  text: '',
  ...more,
});

function told(before: PlanContent, after: PlanContent): readonly string[] {
  const compared = { before, after };
  return comparePlans(before, after).flatMap((change) => [
    changeSentence(change, compared),
    ...(change.kind === 'rowChanged'
      ? change.fields.flatMap((field) => fieldSentence(field, compared) ?? [])
      : []),
  ]);
}

const osp: PlanContent['organisations'] = [
  { id: asId<OrganisationId>('osp'), name: 'OSP', type: 'services', status: 'joined', isHidden: false },
];

describe('changes of the plan in words', () => {
  test('a row that came, went or moved is named by what it is and by its text', () => {
    const [one, other] = [need('Brak świetlicy'), need('Brak świetlicy', { order: 'a5' })];
    expect(told(emptyPlan({}), emptyPlan({ needs: [one] }))).toEqual(['Dodano (potrzeba): „Brak świetlicy”']);
    expect(told(emptyPlan({ needs: [one] }), emptyPlan({}))).toEqual([
      'Usunięto (potrzeba): „Brak świetlicy”',
    ]);
    expect(told(emptyPlan({ needs: [one] }), emptyPlan({ needs: [other] }))).toEqual([
      'Przesunięto (potrzeba): „Brak świetlicy”',
    ]);
  });

  test('a field is told by its name and both values, an organisation by its name, nothing as nothing', () => {
    const before = emptyPlan({ resources: [resource({})] }, { organisations: osp });
    const after = emptyPlan(
      { resources: [resource({ organisationId: asId<OrganisationId>('osp'), kind: 'equipment' })] },
      { organisations: osp },
    );
    expect(told(before, after)).toEqual([
      'Zmieniono (zasób): „Sala w remizie”',
      'instytucja: brak → OSP',
      'rodzaj: Miejsce → Sprzęt',
    ]);
  });

  test('a vote names the organisation and the need, also one that stands in the former plan only', () => {
    const vote = {
      needId: asId<NeedId>('n1'),
      organisationId: asId<OrganisationId>('osp'),
      at: asInstant(1),
      byName: '',
      isWithdrawn: false,
    };
    const voted = emptyPlan({ needs: [need('Dowóz seniorów')] }, { organisations: osp, votes: [vote] });
    const without = emptyPlan({}, { organisations: osp });
    expect(told(emptyPlan({ needs: voted.rows.needs }, { organisations: osp }), voted)).toEqual([
      'OSP: ważne, „Dowóz seniorów”',
    ]);
    expect(told(voted, without)).toEqual([
      'Usunięto (potrzeba): „Dowóz seniorów”',
      'OSP: już nie zaznacza jako ważne, „Dowóz seniorów”',
    ]);
  });

  test('words of the data never stand in for a field of the same spelling', () => {
    const [before, after] = ['place', 'people'].map((name) => emptyPlan({ resources: [resource({ name })] }));
    if (before === undefined || after === undefined) throw new Error('no plans');
    expect(told(before, after)).toContain('nazwa: place → people');
  });
});
