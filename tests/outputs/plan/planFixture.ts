// Plans for the tests of the files that are made of them: Polish letters everywhere, as many rows as asked for. The same
// numbers give the same plan.
import type { PlanContent } from '../../../src/domain/plan/planContent.ts';
import type { NarrativeSection } from '../../../src/domain/plan/sections.ts';
import { asId, type PlanVersionId } from '../../../src/domain/ids.ts';
import { THIRD_ROUND } from '../../../src/domain/programme/thirdRound.ts';
import type { Block, RichText } from '../../../src/domain/richText/blocks.ts';
import { asInstant } from '../../../src/domain/time.ts';
import type { PlanDocument } from '../../../src/outputs/plan/planDocument.ts';
import type { PlanFacts } from '../../../src/outputs/plan/planFacts.ts';
import { writePlan } from '../../../src/outputs/plan/writePlan.ts';
import { planWords } from '../../../src/rooms/plan/out/planWords.ts';
import { day, LIBRARY, organisationId, organisations, type PlanSize, planRows } from './planRows.ts';

export const POLISH = 'Zażółć gęślą jaźń ZAŻÓŁĆ GĘŚLĄ JAŹŃ';
export const LONG_WORD = 'Konstantynopolitańczykowianeczkówna'.repeat(4);
export const TODAY = day('2026-11-22');
export const USUAL: PlanSize = { needs: 9, goals: 4, activities: 12 };
export const LARGE: PlanSize = { needs: 200, goals: 40, activities: 200 };

export const words = planWords(THIRD_ROUND.benefits);

const plain = (text: string): Block => ({ kind: 'paragraph', inlines: [{ text }] });

const NARRATIVE: RichText = [
  {
    kind: 'paragraph',
    inlines: [{ text: 'Pierwszy akapit: ' }, { text: POLISH, isBold: true }, { text: '.' }],
  },
  { kind: 'heading', level: 1, inlines: [{ text: 'Śródtytuł sekcji' }] },
  {
    kind: 'list',
    isOrdered: true,
    items: [
      [plain('Punkt pierwszy')],
      [plain('Punkt drugi'), { kind: 'list', isOrdered: false, items: [[plain('Podpunkt ćwierkający')]] }],
    ],
  },
  {
    kind: 'paragraph',
    inlines: [
      { text: 'Więcej: ' },
      { text: 'strona CAL', href: 'https://www.cal.org.pl/' },
      { text: ' i ' },
      { text: 'pochyło', isItalic: true },
    ],
  },
  {
    kind: 'table',
    rows: [
      { cells: ['Nagłówek Ą', 'Nagłówek Ź'].map((text) => ({ isHeader: true, blocks: [plain(text)] })) },
      {
        cells: ['komórka lewa', 'komórka prawa'].map((text) => ({ isHeader: false, blocks: [plain(text)] })),
      },
    ],
  },
];

/** What the text of a narrative section is told apart by. */
export const narrativeMark = (section: NarrativeSection): string => `Treść sekcji ${section}.`;

const narrative = (section: NarrativeSection): RichText => [plain(narrativeMark(section)), ...NARRATIVE];

const VERSION = asId<PlanVersionId>('version-1');

export function planContent(size: PlanSize, change: Partial<PlanContent> = {}): PlanContent {
  return {
    partnership: {
      id: asId('partnership-1'),
      name: 'Partnerstwo „Wspólne Źródła”',
      roundId: THIRD_ROUND.id,
      track: 'project',
      phase: 'vision',
      libraryName: LIBRARY,
      gmina: 'Stare Pole',
      library: undefined,
      facilitatorName: 'Łucja Ćwiek',
      coordinatorName: 'Świętosława Gęślicka',
      isExample: false,
      createdAt: asInstant(0),
    },
    organisations: organisations(),
    rows: planRows(size),
    texts: {
      profile: narrative('profile'),
      vision: narrative('vision'),
      project: narrative('project'),
      longTermConcept: narrative('longTermConcept'),
      roles: narrative('roles'),
      promotion: narrative('promotion'),
      sustainability: narrative('sustainability'),
      acceptance: narrative('acceptance'),
    },
    votes: [0, 1, 2].map((index) => ({
      needId: asId('need-1'),
      organisationId: organisationId(index),
      at: asInstant(0),
      byName: 'Józef',
      isWithdrawn: false,
    })),
    matches: [
      { needId: asId('need-1'), resourceId: asId('resource-2'), at: asInstant(0), isWithdrawn: false },
    ],
    acceptance: {
      version: {
        id: VERSION,
        name: 'na trzecie spotkanie',
        at: asInstant(Date.UTC(2026, 10, 20, 12)),
        byName: 'Świętosława Gęślicka',
        fingerprint: '7F3A91C20B5D44E1',
      },
      acceptances: [0, 1, 2].map((index) => ({
        versionId: VERSION,
        organisationId: organisationId(index),
        at: asInstant(Date.UTC(2026, 10, 21, 12, index)),
        byName: `Osoba ${index + 1}`,
        deviceId: asId('device-1'),
        kind: index === 0 ? 'signature' : 'confirmation',
        signatureId: undefined,
      })),
      hasChangedSince: true,
    },
    ...change,
  };
}

export function emptyPlan(): PlanContent {
  return planContent(
    { needs: 0, goals: 0, activities: 0 },
    { organisations: [], texts: {}, votes: [], matches: [], acceptance: undefined },
  );
}

export function planFacts(content: PlanContent): PlanFacts {
  return { content, marks: [], today: TODAY };
}

export function written(content: PlanContent): PlanDocument {
  return writePlan(planFacts(content), words);
}
