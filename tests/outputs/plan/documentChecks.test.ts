// The plan's files as other programs read them: DOCX by LibreOffice, PDF by Poppler, XLSX by LibreOffice, ICS by ical.js.
import ICAL from 'ical.js';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { PlanContent } from '../../../src/domain/plan/planContent.ts';
import type { RichText } from '../../../src/domain/richText/blocks.ts';
import { documentTexts } from '../../../src/outputs/plan/documentTexts.ts';
import type { DocumentBlock, PlanDocument } from '../../../src/outputs/plan/planDocument.ts';
import { makePlanFile, type PlanFileKind } from '../../../src/rooms/plan/out/makePlanFile.ts';
import { readPdfFonts } from '../pdf/fontFiles.ts';
import { convert, firstMissing, readPdf, type ReadPdf } from './officeTools.ts';
import {
  emptyPlan,
  LARGE,
  LONG_WORD,
  planContent,
  planFacts,
  POLISH,
  words,
  written,
} from './planFixture.ts';

// LibreOffice's first start, and a plan of 200 activities, take their time on a busy machine.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const DETAILS = {
  language: 'pl',
  author: 'Gminna Biblioteka Publiczna',
  at: new Date(0),
  missingLetters: 'refuse',
} as const;
const PDF_TAGGED = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}';
/** Semicolon, quotes, UTF-8, values as they are shown. */
const CSV_FILTER = 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true';

async function fileOf(kind: PlanFileKind, content: PlanContent): Promise<Uint8Array> {
  const made = await makePlanFile(kind, planFacts(content), words, DETAILS, readPdfFonts);
  if (made.kind === 'refused') throw new Error(`refused: ${made.characters.join(' ')}`);
  return made.bytes;
}

/** With a word that no line holds, in a text and in a cell, and a row that is half a page high. */
function hardPlan(): PlanContent {
  const large = planContent(LARGE);
  const roles: RichText = [{ kind: 'paragraph', inlines: [{ text: `Słowo ${LONG_WORD} koniec.` }] }];
  return {
    ...large,
    texts: { ...large.texts, roles },
    rows: {
      ...large.rows,
      activities: large.rows.activities.map((each, index) =>
        index === 50 ? { ...each, title: LONG_WORD, text: `${POLISH}\n`.repeat(15) } : each,
      ),
    },
  };
}

/** All that has to be read after the contents, in order. */
function bodyTexts(plan: PlanDocument): readonly string[] {
  const [first, ...rest] = plan.sections;
  if (first === undefined) throw new Error('a plan without sections');
  const blocks = documentTexts({ ...plan, front: [], sections: [{ ...first, heading: '' }, ...rest] });
  return blocks.slice(blocks.indexOf(plan.page(1_234_567, 890)) + 1).filter((text) => text.trim() !== '');
}

function countBlocks(plan: PlanDocument, kind: DocumentBlock['kind']): number {
  return plan.sections.flatMap(({ blocks }) => blocks).filter((block) => block.kind === kind).length;
}

const cells = (plan: PlanDocument): number =>
  plan.sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'table' ? [...block.head, ...block.rows] : []))
    .flat().length;

const cases: readonly (readonly [string, PlanContent])[] = [
  ['a plan of 40 goals, 200 needs and 200 activities', hardPlan()],
  ['an empty plan', emptyPlan()],
];

describe('the DOCX', () => {
  let pdfs: readonly ReadPdf[];

  beforeAll(async () => {
    const files = await Promise.all(
      cases.map(async ([, content], index) => ({
        name: `plan${index}.docx`,
        bytes: await fileOf('docx', content),
      })),
    );
    pdfs = await Promise.all((await convert(files, 'pdf', PDF_TAGGED)).map(readPdf));
  });

  test.each(cases.map(([name, content], index) => [name, content, index] as const))(
    'of %s is read by LibreOffice with every section, row and letter in order',
    (_name, content, index) => {
      const pdf = pdfs[index];
      const plan = written(content);
      const body = pdf?.pages.slice(1).join('\n') ?? '';
      expect(firstMissing(bodyTexts(plan), body)).toBeUndefined();
      expect(firstMissing([plan.title, plan.subtitle, ...plan.front], pdf?.pages[0] ?? '')).toBeUndefined();
    },
  );

  test.each(cases.map(([name, content], index) => [name, content, index] as const))(
    'of %s has real headings and tables, and numbers its pages',
    (_name, content, index) => {
      const { tags, pages } = pdfs[index] ?? { tags: new Map<string, number>(), pages: [] };
      const plan = written(content);
      expect(tags.get('H1')).toBe(13);
      expect(tags.get('Table') ?? 0).toBe(countBlocks(plan, 'table'));
      expect((tags.get('L') ?? 0) > 0).toBe(countBlocks(plan, 'list') > 0);
      expect(pages[1]).toContain(plan.page(2, pages.length));
    },
  );

  test('repeats the heads of its tables, says its language, and never asks to be brought up to date', async () => {
    const files = unzipSync(await fileOf('docx', planContent(LARGE)));
    const part = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
    const text = part('word/document.xml');
    const tables = countBlocks(written(planContent(LARGE)), 'table');
    expect(text.match(/<w:tblHeader\/>/g)?.length).toBe(tables);
    expect(part('word/styles.xml').includes('<w:lang w:val="pl-PL"/>')).toBe(true);
    expect(text.includes('w:dirty')).toBe(false);
    expect(part('word/settings.xml').includes('updateFields')).toBe(false);
    expect(/TOC [^<]*\\o &quot;1-2&quot;/.test(text)).toBe(true);
  });
});

describe('the PDF', () => {
  test.each(cases)(
    'of %s is read with every section, row and letter in order, and is tagged',
    async (_name, content) => {
      const plan = written(content);
      const pdf = await readPdf(await fileOf('pdf', content));
      expect(firstMissing(bodyTexts(plan), pdf.pages.slice(1).join('\n'))).toBeUndefined();
      expect(pdf.title).toBe(plan.name);
      expect(pdf.isTagged).toBe(true);
      expect(pdf.tags.get('H1')).toBe(13);
      expect(pdf.tags.get('Table') ?? 0).toBe(countBlocks(plan, 'table'));
      expect((pdf.tags.get('TD') ?? 0) + (pdf.tags.get('TH') ?? 0)).toBe(cells(plan));
      for (const [index, page] of pdf.pages.entries()) {
        expect(page).toContain(plan.page(index + 1, pdf.pages.length));
      }
    },
  );

  test('says in its contents on which page each section begins', async () => {
    const plan = written(planContent(LARGE));
    const { pages } = await readPdf(await fileOf('pdf', planContent(LARGE)));
    const squeezed = pages.map((page) => page.replaceAll(/\s+/g, ''));
    const body = pages.findIndex(
      (page, index) => index > 1 && page.includes(plan.sections[0]?.heading ?? ''),
    );
    const contents = squeezed.slice(1, body).join('');
    for (const { heading } of plan.sections) {
      const wanted = heading.replaceAll(/\s+/g, '');
      const page = squeezed.findIndex((text, index) => index >= body && text.includes(wanted)) + 1;
      expect(page).toBeGreaterThan(0);
      expect(contents).toContain(`${wanted}${page}`);
    }
  });
});

describe('the workbook', () => {
  test('is read by LibreOffice with every activity, its dates as dates and its money as numbers', async () => {
    const content = planContent(LARGE);
    const [csv = new Uint8Array()] = await convert(
      [{ name: 'plan.xlsx', bytes: await fileOf('xlsx', content) }],
      'csv',
      CSV_FILTER,
    );
    const lines = new TextDecoder().decode(csv).trimEnd().split('\n');
    expect(lines).toHaveLength(201);
    expect(lines[1]).toBe(
      '1;Działanie 1: źródła łączności;Cel 1. Młodzi wracają 1;Gminna Biblioteka Publiczna w Starym Polu;01.01.2026;15.01.2026;w toku;po terminie;1,200.50;1,200.50;;;;;Wynik 1: przyszło wiele osób.',
    );
    expect(lines[200]).toContain('Działanie 200: źródła łączności');
  });
});

describe('the calendar', () => {
  test('is read back with every date of the plan, under keys that stay', async () => {
    const content = planContent({ needs: 9, goals: 4, activities: 30 });
    const calendar = ICAL.Component.fromString(new TextDecoder().decode(await fileOf('ics', content)));
    const events = calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
    const { activities, benefitNotes } = content.rows;
    const dates = [
      ...activities.flatMap(({ from, due }) => [from, due]),
      ...benefitNotes.map(({ due }) => due),
    ];
    expect(events).toHaveLength(dates.filter((date) => date !== undefined).length);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
    const first = events.find(({ uid }) => uid.startsWith('activity-0.due'));
    expect(first?.startDate.isDate).toBe(true);
    expect([first?.startDate.toString(), first?.endDate.toString()]).toEqual(['2026-01-15', '2026-01-16']);
    expect(first?.summary).toBe('Termin: Działanie 1: źródła łączności');
    expect(first?.description).toContain('\nw toku\nWynik 1: przyszło wiele osób.');
  });
});
