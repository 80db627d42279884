// Which section of the plan a heading of somebody's document means: the plan's own titles, those of older forms, and how people
// put it in words of their own. Numbers, case and Polish letters make no difference.

import { foldedWords } from '../../text/foldPolish.ts';
import type { PlanSection } from '../sections.ts';

/**
 * Beginnings of words, folded, or whole words where "$" follows; a phrase counts when each of them is in the heading, in any
 * order. The first section with the most words found is meant.
 */
const PHRASES: Readonly<Record<PlanSection, readonly string[]>> = {
  profile: [
    'metryczk',
    'dane podstawow',
    'informacj podstawow',
    'podstawow informacj partnerst',
    'informacj ogoln',
    'o$ partnerstwie',
    'charakterystyk partnerst',
    'nazw partnerst',
    'wstep',
    'wprowadzen',
    'profile$',
  ],
  needs: [
    'diagnoz',
    'diagnoz potrzeb wspoln problem',
    'potrzeb',
    'problem',
    'wspoln problem',
    'analiz sytuacj',
    'analiz potrzeb',
    'analiz swot',
    'swot',
    'needs$',
    'diagnosis$',
  ],
  partners: [
    'partnerz',
    'partnerow interes oczekiwan',
    'partnerz interes oczekiwan potencjaln',
    'potencjaln partner',
    'czlonkow partnerst',
    'sklad partnerst',
    'uczestni partnerst',
    'interesariusz',
    'oczekiwan',
    'partners$',
  ],
  resources: ['zasob', 'potencjal', 'wklad partner', 'mocn stron', 'co$ mam', 'resources$'],
  vision: ['wizj', 'wspoln interes', 'wizj wspoln interes', 'misj', 'wizj partnerst', 'vision$'],
  goals: [
    'cel$',
    'cele$',
    'celow$',
    'cele$ wskaznik',
    'wskaznik',
    'rezultat',
    'goals$',
    'goals$ indicators$',
  ],
  activities: [
    'dzialan',
    'dzialania$ kto$ do$ kiedy$',
    'plan dzialan',
    'harmonogram',
    'harmonogram dzialan',
    'zadania$',
    'budzet',
    'kosztorys',
    'plan pracy',
    'activities$',
  ],
  project: [
    'projekt',
    'projekt aktywn bibliotek',
    'aktywn bibliotek',
    'wniosek grant',
    'konkurs grant',
    'grant',
  ],
  longTermConcept: [
    'koncepcj wspolprac dlugofal',
    'wspolprac dlugofal',
    'dlugofal',
    'dlugoterminow',
    'strategi wspolprac',
    'koncepcj',
    'long$ term$',
  ],
  roles: [
    'rola$',
    'role$',
    'zasad wspolprac',
    'role$ zasad wspolprac wladz konflikt',
    'podzial zadan',
    'podzial rol',
    'podzial obowiazk',
    'regulamin',
    'konflikt',
    'mediacj',
    'struktur',
    'zarzadzan',
    'roles$',
  ],
  promotion: ['promocj', 'komunikacj', 'upowszechn', 'informacj promocj', 'promotion$'],
  evaluation: [
    'ewaluacj',
    'ewaluacj dziewiec korzysc',
    'korzysc',
    'ocen',
    'monitor',
    'monitoring ewaluacj',
    'evaluation$',
  ],
  sustainability: ['trwal', 'perspektyw', 'trwal perspektyw', 'kontynuacj', 'przyszlosc', 'durability$'],
  acceptance: ['akceptacj', 'podpis', 'zatwierdz', 'akceptacj podpis partner', 'acceptance$'],
};

/** A heading is no sentence: longer texts mean no section. */
const MOST_WORDS = 14;

export function matchSection(heading: string): PlanSection | undefined {
  const words = foldedWords(heading).filter((word) => !isNumber(word));
  if (words.length === 0 || words.length > MOST_WORDS) return undefined;
  let best: { readonly section: PlanSection; readonly score: number } | undefined;
  for (const section of Object.keys(PHRASES).filter(isSection)) {
    const score = Math.max(...PHRASES[section].map((phrase) => scoreOf(phrase, words)));
    if (score > (best?.score ?? 0)) best = { section, score };
  }
  return best?.section;
}

function isSection(name: string): name is PlanSection {
  return name in PHRASES;
}

/** Roman numbers too. */
function isNumber(word: string): boolean {
  return /^(\d+[a-z]?|[ivx]+)$/.test(word);
}

/** How many words of the phrase are in the heading, if all are; more for one with which the heading begins. */
function scoreOf(phrase: string, words: readonly string[]): number {
  const beginnings = phrase.split(' ');
  if (!beginnings.every((beginning) => words.some((word) => begins(word, beginning)))) return 0;
  const isFirst = begins(words[0] ?? '', beginnings[0] ?? '');
  return beginnings.length + (isFirst ? 0.5 : 0);
}

function begins(word: string, beginning: string): boolean {
  return beginning.endsWith('$') ? word === beginning.slice(0, -1) : word.startsWith(beginning);
}
