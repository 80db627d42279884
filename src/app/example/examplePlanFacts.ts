// What the sample partnership has written in its plan. Polish here is data. Numbers of organisations are positions in
// `EXAMPLE_ORGANISATIONS`, days are counted from today.

import type { ActivityState } from '../../domain/plan/activity.ts';
import type { BudgetSource } from '../../domain/plan/budget.ts';
import type { Need } from '../../domain/plan/need.ts';
import type { PartnerNote } from '../../domain/plan/partnerNote.ts';
import type { Resource } from '../../domain/plan/resource.ts';
import type { NarrativeSection } from '../../domain/plan/sections.ts';
import type { Benefit } from '../../domain/programme/round.ts';
import type { RichText } from '../../domain/richText/blocks.ts';

interface ExampleNeed {
  readonly kind: Need['kind'];
  readonly text: string;
  readonly importantFor: readonly number[];
  /** Positions in `EXAMPLE_RESOURCES`. */
  readonly answeredBy: readonly number[];
}

export const EXAMPLE_NEEDS: readonly ExampleNeed[] = [
  {
    kind: 'need',
    text: 'Po lekcjach młodzież nie ma gdzie pójść: świetlica jest czynna do 15, ostatni autobus o 16.',
    importantFor: [0, 1, 3, 4, 7],
    answeredBy: [0, 1, 4],
  },
  {
    kind: 'problem',
    text: 'Starsze osoby z Łężyc i Zawady tygodniami nie wychodzą z domu.',
    importantFor: [2, 5, 6],
    answeredBy: [2, 3],
  },
  {
    kind: 'problem',
    text: 'Każdy robi swoje i dowiadujemy się o tym po fakcie: trzy imprezy tego samego dnia.',
    importantFor: [0, 2, 3, 4, 5, 7],
    answeredBy: [],
  },
  {
    kind: 'need',
    text: 'Pomoc w pisaniu wniosków i w rozliczaniu. Najtrudniejsze słowo: współodpowiedzialność za wieloletnie dofinansowanie.',
    importantFor: [1, 2, 7],
    answeredBy: [5],
  },
];

interface ExampleNote {
  readonly organisation: number;
  readonly kind: PartnerNote['kind'];
  readonly text: string;
}

export const EXAMPLE_NOTES: readonly ExampleNote[] = [
  {
    organisation: 0,
    kind: 'interest',
    text: 'Żeby uczniowie mieli co robić po lekcjach, także ci dojeżdżający.',
  },
  { organisation: 0, kind: 'expectation', text: 'Stałego dnia zajęć, znanego na początku semestru.' },
  { organisation: 0, kind: 'contribution', text: 'Zaproszenie uczniów klas 6–8 i opiekun w czasie dowozu.' },
  { organisation: 1, kind: 'interest', text: 'Młodzi w drużynie: średnia wieku druhów to 47 lat.' },
  {
    organisation: 1,
    kind: 'contribution',
    text: 'Sala w remizie i samochód z kierowcą dwa razy w miesiącu.',
  },
  { organisation: 2, kind: 'interest', text: 'Przekazać, co umiemy, zanim się zapomni.' },
  { organisation: 2, kind: 'expectation', text: 'Żeby ktoś pomógł z papierami.' },
  { organisation: 3, kind: 'expectation', text: 'Jednego wspólnego kalendarza zamiast dziewięciu pism.' },
  { organisation: 4, kind: 'contribution', text: 'Instruktor, nagłośnienie, scena.' },
  { organisation: 7, kind: 'contribution', text: 'Doświadczenie z rozliczania dotacji.' },
];

interface ExampleResource {
  readonly organisation: number | undefined;
  readonly kind: Resource['kind'];
  readonly name: string;
  readonly text: string;
}

export const EXAMPLE_RESOURCES: readonly ExampleResource[] = [
  {
    organisation: 4,
    kind: 'place',
    name: 'Sala widowiskowa na 120 osób z rzutnikiem',
    text: 'Wolna we wtorki i czwartki po 17. Klucz u instruktora.',
  },
  { organisation: 1, kind: 'equipment', name: 'Samochód na 8 osób z kierowcą', text: 'Dwa razy w miesiącu.' },
  { organisation: 2, kind: 'people', name: 'Sześć osób do prowadzenia warsztatów', text: '' },
  { organisation: 5, kind: 'people', name: 'Dyżur rozmowy: cztery osoby', text: 'W środy, w bibliotece.' },
  {
    organisation: undefined,
    kind: 'place',
    name: 'Czytelnia i filia w Zawadzie',
    text: 'Biblioteka, codziennie do 18.',
  },
  { organisation: 7, kind: 'knowledge', name: 'Pisanie i rozliczanie wniosków', text: '' },
];

interface ExampleGoal {
  readonly title: string;
  readonly text: string;
  readonly indicator: {
    readonly name: string;
    readonly unit: string;
    readonly from: number;
    readonly to: number;
  };
  readonly measured: readonly (readonly [value: number, day: number])[];
}

export const EXAMPLE_GOALS: readonly ExampleGoal[] = [
  {
    title: 'Młodzi wracają do biblioteki',
    text: 'Do czerwca uruchomimy w bibliotece klub gier i filmu, prowadzony wspólnie przez GOK i szkołę. Spotkania co drugi piątek.',
    indicator: { name: 'Uczestnicy zajęć', unit: 'osób w miesiącu', from: 0, to: 25 },
    measured: [
      [6, -40],
      [11, -12],
    ],
  },
  {
    title: 'Nikt nie zostaje sam',
    text: 'Osoby starsze z sołectw mają stały dzień, w którym ktoś po nie przyjeżdża.',
    indicator: { name: 'Osoby na dyżurach rozmowy', unit: 'osób w miesiącu', from: 3, to: 20 },
    measured: [[7, -8]],
  },
];

interface ExampleActivity {
  readonly goal: number;
  readonly title: string;
  /** `undefined`: the library. */
  readonly organisation: number | undefined;
  readonly from: number;
  readonly due: number;
  readonly state: ActivityState;
  readonly text: string;
  /** In grosze. */
  readonly budget: readonly (readonly [name: string, amount: number, source: BudgetSource])[];
}

export const EXAMPLE_ACTIVITIES: readonly ExampleActivity[] = [
  {
    goal: 0,
    title: 'Ankieta w klasach 6–8',
    organisation: 0,
    from: -40,
    due: -20,
    state: 'done',
    text: 'Odpowiedziało 61 uczniów. Najczęściej: gry i film.',
    budget: [],
  },
  {
    goal: 0,
    title: 'Zakup gier planszowych',
    organisation: 4,
    from: -14,
    due: 20,
    state: 'inProgress',
    text: '',
    budget: [['Gry planszowe, 24 sztuki', 180_000, 'grant']],
  },
  {
    goal: 0,
    title: 'Transport z sołectw na zajęcia',
    organisation: 1,
    from: -10,
    due: -2,
    state: 'planned',
    text: '',
    budget: [
      ['Paliwo', 60_000, 'gmina'],
      ['Kierowca', 0, 'partner'],
    ],
  },
  {
    goal: 1,
    title: 'Dyżury rozmowy w Łężycach i Zawadzie',
    organisation: 5,
    from: 5,
    due: 150,
    state: 'planned',
    text: '',
    budget: [['Kawa, herbata, ciasto', 45_050, 'library']],
  },
];

interface ExampleBenefitNote {
  readonly benefit: Benefit;
  readonly organisation: number | undefined;
  readonly due: number | undefined;
  readonly text: string;
}

export const EXAMPLE_BENEFIT_NOTES: readonly ExampleBenefitNote[] = [
  {
    benefit: 'promotion',
    organisation: 3,
    due: 60,
    text: 'Na każdym plakacie są znaki wszystkich partnerów.',
  },
  {
    benefit: 'coordination',
    organisation: undefined,
    due: 30,
    text: 'Jeden kalendarz, ani jednej kolizji terminów w kwartale.',
  },
  {
    benefit: 'trust',
    organisation: undefined,
    due: 200,
    text: 'Każdy partner choć raz pożyczył coś od innego.',
  },
  {
    benefit: 'localNeeds',
    organisation: 5,
    due: 200,
    text: 'Połowa osób z listy sołtysów przyszła choć raz.',
  },
];

const paragraph = (text: string): RichText[number] => ({ kind: 'paragraph', inlines: [{ text }] });
const heading = (text: string): RichText[number] => ({ kind: 'heading', level: 1, inlines: [{ text }] });
const points = (...texts: readonly string[]): RichText[number] => ({
  kind: 'list',
  isOrdered: false,
  items: texts.map((text) => [paragraph(text)]),
});
const row = (isHeader: boolean, ...texts: readonly string[]) => ({
  cells: texts.map((text) => ({ isHeader, blocks: [paragraph(text)] })),
});

export const EXAMPLE_SECTION_TEXTS: Readonly<Partial<Record<NarrativeSection, RichText>>> = {
  profile: [
    paragraph(
      'Spotykamy się od września. Zaczęło się od dożynek, które biblioteka, szkoła i KGW „Polanki” zrobiły wspólnie. Obejmujemy całą gminę: siedem sołectw i dwie filie biblioteki.',
    ),
  ],
  vision: [
    {
      kind: 'paragraph',
      inlines: [
        { text: 'Za trzy lata ' },
        { text: 'biblioteka jest miejscem, do którego przychodzi się także bez książki', isBold: true },
        { text: '. Każda instytucja wie, co robią inne, i raz w roku robimy razem coś dużego.' },
      ],
    },
    heading('Co nas łączy'),
    points(
      'Młodzi, którzy mają po co zostać po lekcjach.',
      'Starsi, o których ktoś pamięta między świętami.',
      'Wspólny kalendarz, żeby sobie nie przeszkadzać.',
    ),
  ],
  project: [
    paragraph(
      'Klub gier i filmu dla uczniów klas 6–8. Biblioteka prowadzi, szkoła zaprasza, OSP dowozi z sołectw. Po grancie gry zostają, a zajęcia prowadzą wolontariusze.',
    ),
    {
      kind: 'table',
      rows: [
        row(true, 'Kto', 'Wkład'),
        row(false, 'Biblioteka', 'Miejsce, prowadzenie, rozliczenie'),
        row(false, 'Szkoła', 'Zaproszenie uczniów, opiekun'),
        row(false, 'OSP', 'Transport dwa razy w miesiącu'),
      ],
    },
  ],
  roles: [
    paragraph('Koordynuje biblioteka. Decyzje zapadają na spotkaniu, gdy nikt nie jest przeciw.'),
    heading('Gdy się nie zgadzamy'),
    paragraph('Najpierw rozmawiają strony, potem prosimy osobę, na którą zgadzają się obie.'),
  ],
  promotion: [
    paragraph(
      'Plakat w sklepach i na tablicach sołeckich tydzień wcześniej, wpis na stronach wszystkich partnerów tego samego dnia.',
    ),
  ],
  sustainability: [
    paragraph(
      'Spotykamy się co kwartał, na zmianę u każdego partnera. Gospodarz zwołuje i spisuje ustalenia. Nowa osoba dostaje ten plan i rozmowę z biblioteką.',
    ),
  ],
};
