// The plan as plain text, and what of it every file has in common: nothing left out, nothing that a file cannot hold.
import { describe, expect, test } from 'vitest';
import { makePlanFile, planAsText } from '../../../src/rooms/plan/out/makePlanFile.ts';
import { readPdfFonts } from '../pdf/fontFiles.ts';
import { readPdf } from './officeTools.ts';
import {
  emptyPlan,
  narrativeMark,
  planContent,
  planFacts,
  POLISH,
  TODAY,
  USUAL,
  words,
} from './planFixture.ts';

const usual = planContent(USUAL);

describe('the plain text', () => {
  test('has the thirteen sections of the track, numbered and underlined', async () => {
    const text = await planAsText(planFacts(usual), words);
    const headings = [...text.matchAll(/^(\d+\. .+)\n=+$/gm)].map(([, heading]) => heading);
    expect(headings).toHaveLength(13);
    expect(headings[7]).toBe('8. Projekt „Aktywna Biblioteka”');
    expect(text).toContain(narrativeMark('project'));
    expect(text).not.toContain(narrativeMark('longTermConcept'));
  });

  test('of the other track has the other eighth section', async () => {
    const content = planContent(USUAL, { partnership: { ...usual.partnership, track: 'longTerm' } });
    const text = await planAsText(planFacts(content), words);
    expect(text).toContain('\n8. Koncepcja współpracy długofalowej\n');
    expect(text).toContain(narrativeMark('longTermConcept'));
    expect(text).not.toContain(narrativeMark('project'));
  });

  test('keeps lists and links, and writes a row as its labels and values', async () => {
    const text = await planAsText(planFacts(usual), words);
    expect(text).toContain('\n1. Punkt pierwszy\n2. Punkt drugi\n   - Podpunkt ćwierkający\n');
    expect(text).toContain('Więcej: strona CAL <https://www.cal.org.pl/> i pochyło');
    expect(text).toContain(
      'Wskaźnik: Wskaźnik 1\nJednostka: osób miesięcznie\nNa początku: 0\nDocelowo: 25,5\n',
    );
    expect(text).toContain(POLISH);
  });

  test('counts sections 2 and 4 alike: the most important need is number 1', async () => {
    const text = await planAsText(planFacts(usual), words);
    expect(text).toContain('Lp.: 1.\nPotrzeba lub problem: Potrzeba 2:');
    expect(text).toMatch(/Zasób: Zasób 3: remiza[^\n]*\n[^\n]*\n[^\n]*\nOdpowiada na potrzebę nr: 1\n/);
  });

  test('says what is overdue on the day it is made, and what the lines cost together', async () => {
    const text = await planAsText(planFacts(usual), words);
    expect(text).toContain('Stan: w toku; po terminie\nKoszt: 1200,50 zł');
    expect(text).toContain('Działanie: Razem\nKwota: 13 262,50 zł');
    expect(text).toContain('Nie wszystkie pozycje mają już kwotę');
  });

  test('says who accepted and who has not', async () => {
    const text = await planAsText(planFacts(usual), words);
    expect(text).toContain('Zaakceptowało: 3 z 8');
    expect(text).toContain('Plan zmienił się po tej akceptacji.');
    expect(text).toMatch(/Akceptacja: zaakceptowano; podpis\nKto: Osoba 1\nKiedy: 21 listopada 2026/);
    expect(text).toContain('Instytucja / organizacja: Urząd Gminy Stare Pole\nAkceptacja: jeszcze nie');
  });

  test('of an empty plan says so in each section', async () => {
    const text = await planAsText(planFacts(emptyPlan()), words);
    expect(text.match(/^Ta sekcja nie jest jeszcze wypełniona\.$/gm)).toHaveLength(11);
  });

  test('says of a section that the partners left out that they did', async () => {
    const facts = {
      ...planFacts(usual),
      marks: [{ section: 'promotion', isReady: false, isLeftOut: true }],
    } as const;
    const text = await planAsText(facts, words);
    expect(text).toContain('Partnerzy uznali, że tej sekcji nie wypełniają.');
    expect(text).not.toContain(narrativeMark('promotion'));
  });
});

test('an empty heading, and empty paragraphs at the ends of a section, stand in no file', async () => {
  const blank = { kind: 'paragraph', inlines: [] } as const;
  const heading = { kind: 'heading', level: 1, inlines: [{ text: '  ' }] } as const;
  const vision = { kind: 'paragraph', inlines: [{ text: 'Wizja.' }] } as const;
  const content = planContent(USUAL, { texts: { vision: [blank, heading, vision, blank] } });
  expect(await planAsText(planFacts(content), words)).toContain(
    'interesy\n===========================\n\nWizja.\n\n6. ',
  );
});

describe('rows', () => {
  test('that are hidden, or whose goal or activity is, stand in no file', async () => {
    const { rows } = usual;
    const content = planContent(USUAL, {
      rows: {
        ...rows,
        goals: rows.goals.map((goal, index) => ({ ...goal, isHidden: index === 1 })),
        activities: rows.activities.map((each, index) => ({ ...each, isHidden: index === 2 })),
      },
    });
    const text = await planAsText(planFacts(content), words);
    expect(text).not.toContain('Młodzi wracają 2');
    expect(text).not.toContain('Wskaźnik 2\n');
    expect(text).not.toContain('Działanie 3:');
    expect(text).not.toContain('Pozycja 3\n');
    expect(text).toContain('Cel 2. Młodzi wracają 3');
  });
});

describe('the files', () => {
  const details = { language: 'pl', author: 'GBP', at: new Date(0), missingLetters: 'refuse' } as const;

  test('have names that every system takes', async () => {
    const name = 'Razem: „Źródła” / 2026?';
    const content = planContent(USUAL, { partnership: { ...usual.partnership, name } });
    const made = await makePlanFile('csv', planFacts(content), words, details, readPdfFonts);
    expect(made).toMatchObject({ kind: 'made', name: `Działania, Razem Źródła 2026, ${TODAY}.csv` });
  });

  test('leave out what no file can hold, and keep the text around it', async () => {
    const hostile = 'przed\u0000\u0008\u202Epo\uD800 koniec';
    const content = planContent(USUAL, {
      texts: { vision: [{ kind: 'paragraph', inlines: [{ text: hostile }] }] },
    });
    const made = await makePlanFile('txt', planFacts(content), words, details, readPdfFonts);
    if (made.kind === 'refused') throw new Error('refused');
    expect(new TextDecoder().decode(made.bytes)).toContain('przedpo\uFFFD koniec');
  });

  test('a PDF whose fonts lack letters is refused with them, each once', async () => {
    const content = planContent(USUAL, {
      texts: { vision: [{ kind: 'paragraph', inlines: [{ text: 'Ми разом 🎉🎉' }] }] },
    });
    const made = await makePlanFile('pdf', planFacts(content), words, details, readPdfFonts);
    if (made.kind === 'made') throw new Error('a file was made');
    expect(made.characters).toContain('🎉');
    expect(new Set(made.characters).size).toBe(made.characters.length);
    const replaced = { ...details, missingLetters: 'replace' } as const;
    const second = await makePlanFile('pdf', planFacts(content), words, replaced, readPdfFonts);
    if (second.kind === 'refused') throw new Error('refused');
    expect((await readPdf(second.bytes)).pages.join('')).toContain('?? ????? ??');
  });
});
