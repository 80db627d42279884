// Rows of plans for the tests, as many of a kind as asked for, each told apart by its number.
import { asId, type OrganisationId } from '../../../src/domain/ids.ts';
import type { PartnerOrganisation } from '../../../src/domain/organisation.ts';
import type { Activity } from '../../../src/domain/plan/activity.ts';
import { BUDGET_SOURCES, decodeGrosze } from '../../../src/domain/plan/budget.ts';
import type { PlanRows } from '../../../src/domain/plan/planRow.ts';
import { BENEFITS } from '../../../src/domain/programme/round.ts';
import { decodeIsoDate, type IsoDate } from '../../../src/domain/time.ts';

export interface PlanSize {
  readonly needs: number;
  readonly goals: number;
  readonly activities: number;
}

export const LIBRARY = 'Gminna Biblioteka Publiczna w Starym Polu';

const NAMES = [
  LIBRARY,
  'Szkoła Podstawowa im. Jana Kochanowskiego',
  'Ochotnicza Straż Pożarna w Źdźbłowie',
  'Koło Gospodyń Wiejskich „Polanki”',
  'Gminny Ośrodek Kultury, Sportu i Turystyki',
  'Parafia pw. św. Łucji',
  'Stowarzyszenie „Żywa Ćma”',
  'Piekarnia Brzęczyszczykiewicz sp. z o.o.',
  'Urząd Gminy Stare Pole',
];

export function day(text: string): IsoDate {
  const date = decodeIsoDate(text);
  if (date === undefined) throw new Error(`no day: ${text}`);
  return date;
}

export const organisationId = (index: number): OrganisationId => asId(`organisation-${index % NAMES.length}`);

export function organisations(): readonly PartnerOrganisation[] {
  return NAMES.map((name, index) => ({
    id: organisationId(index),
    name,
    type: 'other',
    status: index === 7 ? 'potential' : 'joined',
    isHidden: false,
  }));
}

const place = (index: number) => ({
  order: `a${String(index).padStart(5, '0')}`,
  isHidden: false,
  isOfferedBack: false,
});

const two = (value: number): string => String(value).padStart(2, '0');

function activity(index: number, goals: number): Activity {
  return {
    ...place(index),
    id: asId(`activity-${index}`),
    goalId: goals === 0 ? undefined : asId(`goal-${index % goals}`),
    title: `Działanie ${index + 1}: źródła łączności`,
    organisationId: organisationId(index),
    from: index % 3 === 0 ? day(`2026-${two((index % 9) + 1)}-${two((index % 28) + 1)}`) : undefined,
    due: index % 5 === 4 ? undefined : day(`${index % 6 === 0 ? 2026 : 2027}-${two((index % 12) + 1)}-15`),
    state: index % 4 === 0 ? 'inProgress' : 'planned',
    decisionId: undefined,
    text: index % 2 === 0 ? `Wynik ${index + 1}: przyszło wiele osób.` : '',
  };
}

export function planRows({ needs, goals, activities }: PlanSize): PlanRows {
  const list = <Row>(count: number, make: (index: number) => Row): readonly Row[] =>
    Array.from({ length: count }, (_each, index) => make(index));
  return {
    needs: list(needs, (index) => ({
      ...place(index),
      id: asId(`need-${index}`),
      kind: index % 2 === 0 ? 'need' : 'problem',
      text: `Potrzeba ${index + 1}: ławki, świetlica i ścieżki`,
    })),
    partnerNotes: list(needs === 0 ? 0 : NAMES.length, (index) => ({
      ...place(index),
      id: asId(`note-${index}`),
      organisationId: organisationId(index),
      kind: 'interest',
      text: `Interes ${index + 1}: więcej młodzieży`,
    })),
    resources: list(Math.min(needs, 6), (index) => ({
      ...place(index),
      id: asId(`resource-${index}`),
      organisationId: organisationId(index),
      kind: 'place',
      name: `Zasób ${index + 1}: remiza`,
      text: 'Wolna we wtorki.',
    })),
    goals: list(goals, (index) => ({
      ...place(index),
      id: asId(`goal-${index}`),
      title: `Młodzi wracają ${index + 1}`,
      text: `Opis celu ${index + 1}.`,
    })),
    indicators: list(goals, (index) => ({
      ...place(index),
      id: asId(`indicator-${index}`),
      goalId: asId(`goal-${index}`),
      name: `Wskaźnik ${index + 1}`,
      unit: 'osób miesięcznie',
      baseline: index,
      target: index % 7 === 6 ? undefined : index + 25.5,
    })),
    measurements: list(Math.ceil(goals / 2), (index) => ({
      ...place(index),
      id: asId(`measurement-${index}`),
      indicatorId: asId(`indicator-${index}`),
      value: index + 12,
      on: day('2026-10-01'),
      note: '',
    })),
    activities: list(activities, (index) => activity(index, goals)),
    budgetLines: list(activities, (index) => ({
      ...place(index),
      id: asId(`line-${index}`),
      activityId: asId(`activity-${index}`),
      name: `Pozycja ${index + 1}`,
      amount: index % 10 === 9 ? undefined : decodeGrosze(120_050 + index * 100),
      source: BUDGET_SOURCES[index % 5] ?? 'grant',
      organisationId: index % 5 === 2 ? organisationId(index) : undefined,
    })),
    benefitNotes: list(Math.min(needs, BENEFITS.length), (index) => ({
      ...place(index),
      id: asId(`benefit-${index}`),
      benefit: BENEFITS[index] ?? 'trust',
      organisationId: organisationId(index),
      due: day('2027-06-30'),
      text: `Poznamy po tym, że ${index + 1}`,
    })),
  };
}
