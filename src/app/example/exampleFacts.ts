// The sample partnership's invented people, institutions and decisions. Polish here is data. Nobody of them exists, and
// the telephone numbers and addresses lead nowhere.

import type { OrganisationStatus } from '../../domain/organisation.ts';
import type { OrganisationType } from '../../domain/organisationType.ts';

export const EXAMPLE_PARTNERSHIP = {
  name: 'Stare Pole razem',
  libraryName: 'Gminna Biblioteka Publiczna w Starym Polu',
  gmina: 'Stare Pole',
  facilitatorName: 'Lidia Skalska',
  coordinatorName: 'Agnieszka Borowa',
} as const;

export const EXAMPLE_LIBRARY = {
  address: 'ul. Szkolna 2, 00-000 Stare Pole',
  phone: '50 000 00 20',
  email: 'biblioteka@starepole.example',
  acceptedRules: '1',
} as const;

export const EXAMPLE_BRANCHES: readonly string[] = ['Filia w Zawadzie', 'Filia w Łężycach'];

export interface ExampleOrganisation {
  readonly name: string;
  readonly type: OrganisationType;
  readonly status: OrganisationStatus;
}

export const EXAMPLE_ORGANISATIONS: readonly ExampleOrganisation[] = [
  { name: 'Szkoła Podstawowa im. Jana Kochanowskiego w Starym Polu', type: 'school', status: 'joined' },
  { name: 'Ochotnicza Straż Pożarna w Starym Polu', type: 'services', status: 'joined' },
  { name: 'Koło Gospodyń Wiejskich „Polanki”', type: 'ngo', status: 'joined' },
  { name: 'Urząd Gminy Stare Pole', type: 'localGovernment', status: 'joined' },
  { name: 'Gminny Ośrodek Kultury', type: 'culture', status: 'joined' },
  { name: 'Klub Seniora „Pogodna Jesień”', type: 'informal', status: 'joined' },
  { name: 'Parafia pw. św. Wojciecha', type: 'parish', status: 'invited' },
  { name: 'Stowarzyszenie „Nasza Bystra”', type: 'ngo', status: 'joined' },
  { name: 'Firma Usługowa Źdźbło', type: 'business', status: 'invited' },
];

export interface ExamplePerson {
  readonly name: string;
  /** Position in `EXAMPLE_ORGANISATIONS`. */
  readonly organisation: number;
  readonly role: string;
  readonly phone: string;
  readonly email: string;
  /** At the first, closed meeting; `walkIn` came uninvited. */
  readonly first: 'signed' | 'confirmed' | 'excused' | 'absent' | 'walkIn';
}

function person(
  name: string,
  organisation: number,
  role: string,
  first: ExamplePerson['first'] = 'signed',
  phone = '',
  email = '',
): ExamplePerson {
  return { name, organisation, role, first, phone, email };
}

export const EXAMPLE_PERSONS: readonly ExamplePerson[] = [
  person('Anna Wiśniewska', 0, 'dyrektor', 'signed', '501 000 310', 'sekretariat@szkola.example'),
  person('Marta Jeżyk', 0, 'nauczycielka'),
  person('Bogdan Lis', 1, 'naczelnik', 'signed', '602 000 440'),
  person('Wojciech Rak', 1, 'druh'),
  person('Celina Maj', 2, 'przewodnicząca', 'signed', '', 'polanki@poczta.example'),
  person('Halina Sowa', 2, 'skarbniczka'),
  person('Danuta Piec', 2, '', 'walkIn'),
  person('Daniel Kowal', 3, 'inspektor', 'excused', '550 000 100', 'promocja@gmina.example'),
  person('Iwona Łąka', 3, 'sekretarz gminy'),
  person('Ewa Zając-Żółć', 4, 'dyrektor', 'signed', '603 000 505', 'gok@kultura.example'),
  person('Tomasz Dzwon', 4, 'instruktor'),
  person('Franciszek Górny', 5, 'przewodniczący', 'confirmed'),
  person('Zofia Ćma', 5, '', 'walkIn'),
  person('ks. Grzegorz Nowak', 6, 'proboszcz', 'absent'),
  person('Urszula Śliwa', 6, 'katechetka'),
  person('Halina Ślęzak', 7, 'prezeska zarządu', 'signed', '511 000 121', 'zarzad@bystra.example'),
  person('Paweł Ądamski', 7, 'wolontariusz'),
  person('Ireneusz Źdźbło', 8, 'właściciel'),
];

export interface ExampleDecision {
  readonly text: string;
  readonly who: string;
  /** Days from today; negative is past. */
  readonly due: number;
  readonly isDone: boolean;
}

export const EXAMPLE_DECISIONS: readonly ExampleDecision[] = [
  { text: 'Ustalić wspólny temat projektu', who: 'wszyscy partnerzy', due: -50, isDone: true },
  { text: 'Spisać, co każdy partner może wnieść', who: 'Agnieszka Borowa', due: -30, isDone: true },
  { text: 'Umówić salę w świetlicy na drugie spotkanie', who: 'Bogdan Lis', due: -14, isDone: true },
  {
    text: 'Zebrać oferty na warsztaty',
    who: 'Koło Gospodyń Wiejskich „Polanki”',
    due: -2,
    isDone: false,
  },
  {
    text: 'Lista uczniów chętnych do wolontariatu',
    who: 'Szkoła Podstawowa im. Jana Kochanowskiego w Starym Polu',
    due: 8,
    isDone: false,
  },
  { text: 'Potwierdzić salę w remizie na festyn', who: 'Bogdan Lis', due: 10, isDone: false },
  { text: 'Zaprosić radę sołecką na trzecie spotkanie', who: 'Iwona Łąka', due: 21, isDone: false },
];

export const EXAMPLE_PLACE = 'Świetlica wiejska, ul. Szkolna 4';

export const EXAMPLE_TEXTS = {
  firstAgenda: 'Powitanie i przedstawienie się\nCo już robimy razem\nWspólne problemy i pomysły\nCo dalej',
  firstNotes:
    'Każdy partner powiedział, po co przyszedł. Najczęściej wracały: brak miejsca dla młodzieży po lekcjach i samotność starszych osób.',
  secondAgenda:
    'Co zrobiliśmy od września\nKtóre działania mają sens i skąd to wiemy\nKto bierze jakie zadanie do wiosny',
} as const;
