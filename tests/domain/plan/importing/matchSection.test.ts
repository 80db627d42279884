// Headings as people write them, and the sections they mean.
import { describe, expect, test } from 'vitest';
import { matchSection } from '../../../../src/domain/plan/importing/matchSection.ts';
import { PLAN_SECTIONS } from '../../../../src/domain/plan/sections.ts';
import { planOutputs as english } from '../../../../src/ui/i18n/en/planOutputs.ts';
import { planOutputs as polish } from '../../../../src/ui/i18n/pl/planOutputs.ts';

describe('a heading', () => {
  test.each(PLAN_SECTIONS)(
    'that is the title of the section "%s" means it, with its number and in any case',
    (section) => {
      for (const title of [polish.terms.sections[section], english.terms.sections[section]]) {
        expect(matchSection(title)).toBe(section);
        expect(matchSection(`7. ${title.toUpperCase()}`)).toBe(section);
      }
    },
  );

  test.each([
    ['Metryczka', 'profile'],
    ['I. Informacje podstawowe o partnerstwie', 'profile'],
    ['Diagnoza potrzeb środowiska lokalnego', 'needs'],
    ['Wspólne problemy', 'needs'],
    ['Analiza SWOT', 'needs'],
    ['3) Partnerzy i ich oczekiwania', 'partners'],
    ['Potencjalni partnerzy', 'partners'],
    ['ZASOBY PARTNERÓW', 'resources'],
    ['Wizja partnerstwa', 'vision'],
    ['Cel główny i cele szczegółowe', 'goals'],
    ['Cele współpracy', 'goals'],
    ['Harmonogram działań', 'activities'],
    ['Plan działań na rok 2027', 'activities'],
    ['Projekt „Aktywna Biblioteka”', 'project'],
    ['Koncepcja współpracy długofalowej', 'longTermConcept'],
    ['Zasady współpracy', 'roles'],
    ['Podział zadań', 'roles'],
    ['Promocja partnerstwa', 'promotion'],
    ['Ewaluacja i monitoring', 'evaluation'],
    ['Trwałość partnerstwa', 'sustainability'],
    ['Podpisy partnerów', 'acceptance'],
    ['Zatwierdzenie planu', 'acceptance'],
  ] as const)('%s means %s', (heading, section) => {
    expect(matchSection(heading)).toBe(section);
  });

  test.each([
    '',
    '12.',
    'Uwagi różne',
    'Celowniczy strzela',
    'Załącznik 1',
    'W tym roku spotkaliśmy się z partnerami kilka razy, żeby mówić o potrzebach mieszkańców, o zasobach i o celach',
  ])('%j means none', (heading) => {
    expect(matchSection(heading)).toBeUndefined();
  });
});
