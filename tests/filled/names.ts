// Invented names of people and institutions, any number of them, plain or as long as they really get.

export type Naming = 'plain' | 'long';

const GIVEN =
  'Anna Bogdan Celina Daniel Ewa Franciszek Halina Ireneusz Joanna Krzysztof Lucyna Łukasz Maria Żaneta'.split(
    ' ',
  );
const SURNAMES =
  'Ądamska Bąk Ćwikła Dąb Ęckowska Górny Źdźbło Jędrych Król Łęcka Ósma Śliwa Świątek Żółć Nowak Kowal Wójcik'.split(
    ' ',
  );
const LONG_GIVEN = ['Maria Magdalena', 'Aleksandra Katarzyna', 'ks. prał. Maksymilian', 'dr hab. Władysława'];
const LONG_SURNAMES = [
  'Święcicka-Brzęczyszczykiewiczowa',
  'Wyszomirska-Niewiadomska',
  'Szczebrzeszyński-Zgorzelski',
];
const PLAIN = [
  'Szkoła Podstawowa',
  'OSP',
  'KGW „Polanki”',
  'Gminny Ośrodek Kultury',
  'Parafia',
  'Bank Spółdzielczy',
];
const LONG = [
  'Stowarzyszenie na rzecz Rozwoju i Promocji Wsi Stare Pole Dolne, Stare Pole Górne i Zawada „Nasza Bystra”',
  'Zespół Szkolno-Przedszkolny im. Bohaterów Powstania Listopadowego z oddziałami integracyjnymi w Starym Polu',
  'Koło Gospodyń Wiejskich „Babki z ulicy Szkolnej” przy Gminnym Ośrodku Kultury, Sportu i Rekreacji',
];

const pick = (values: readonly string[], index: number): string => values[index % values.length] ?? '';

/** Different for each index. */
export function personName(index: number, naming: Naming): string {
  const [given, surnames] = naming === 'long' ? [LONG_GIVEN, LONG_SURNAMES] : [GIVEN, SURNAMES];
  const round = Math.floor(index / (given.length * surnames.length));
  const second = round === 0 ? '' : `-${pick(SURNAMES, round)}`;
  return `${pick(given, index)} ${pick(surnames, Math.floor(index / given.length))}${second}`;
}

export function organisationName(index: number, naming: Naming): string {
  return naming === 'long' ? `${pick(LONG, index)} (${index + 1})` : `${pick(PLAIN, index)} ${index + 1}`;
}
