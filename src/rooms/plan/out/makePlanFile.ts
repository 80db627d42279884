// Makes the files that the plan leaves the app as. Each writer comes when it is first used; the service worker has it without
// internet. Handing a file over, printing and copying are left to the screen.

import type { PlanFacts } from '../../../outputs/plan/planFacts.ts';
import type { PlanWords } from '../../../outputs/plan/planWords.ts';
import type { PdfFonts } from '../../../outputs/pdf/pdfFonts.ts';

export type PlanFileKind = 'docx' | 'pdf' | 'txt' | 'xlsx' | 'csv' | 'ics';

export interface PlanFileDetails {
  readonly language: 'pl' | 'en';
  /** Named in the file's properties. */
  readonly author: string;
  readonly at: Date;
  /** In a PDF: whether letters that its fonts lack refuse it, or "?" stands for each. */
  readonly missingLetters: 'refuse' | 'replace';
}

export type MadePlanFile =
  | { readonly kind: 'made'; readonly name: string; readonly type: string; readonly bytes: Uint8Array }
  /** The fonts of the PDF lack these; the other files take any letters. */
  | { readonly kind: 'refused'; readonly characters: readonly string[] };

/** Rejects when a writer or a font does not come. */
export async function makePlanFile(
  file: PlanFileKind,
  facts: PlanFacts,
  words: PlanWords,
  details: PlanFileDetails,
  loadFonts: () => Promise<PdfFonts> = fontsOfTheApp,
): Promise<MadePlanFile> {
  switch (file) {
    case 'docx':
    case 'pdf':
    case 'txt':
      return makeDocument(file, facts, words, details, loadFonts);
    case 'xlsx':
    case 'csv':
      return makeTable(file, facts, words);
    case 'ics': {
      const [{ planEvents }, { eventsIcs, ICS_TYPE }] = await Promise.all([
        import('../../../outputs/plan/calendar/planEvents.ts'),
        import('../../../outputs/plan/calendar/eventsIcs.ts'),
      ]);
      const name = words.calendarName(facts.content.partnership.name, facts.today);
      const text = eventsIcs(planEvents(facts, words), { name, at: details.at });
      return made(name, file, ICS_TYPE, encode(text));
    }
  }
}

/** What is copied into an e-mail. */
export async function planAsText(facts: PlanFacts, words: PlanWords): Promise<string> {
  const [{ writePlan }, { planText }] = await Promise.all([
    import('../../../outputs/plan/writePlan.ts'),
    import('../../../outputs/plan/planText.ts'),
  ]);
  return planText(writePlan(facts, words));
}

async function makeDocument(
  file: 'docx' | 'pdf' | 'txt',
  facts: PlanFacts,
  words: PlanWords,
  details: PlanFileDetails,
  loadFonts: () => Promise<PdfFonts>,
): Promise<MadePlanFile> {
  const { writePlan } = await import('../../../outputs/plan/writePlan.ts');
  const plan = writePlan(facts, words);
  switch (file) {
    case 'docx': {
      const { DOCX_TYPE, planDocx } = await import('../../../outputs/plan/docx/planDocx.ts');
      return made(plan.name, file, DOCX_TYPE, await planDocx(plan, details));
    }
    case 'pdf': {
      const [{ planPdf }, fonts] = await Promise.all([
        import('../../../outputs/plan/pdf/planPdf.ts'),
        loadFonts(),
      ]);
      const written = await planPdf(plan, fonts, { ...details, createdAt: details.at });
      return written.kind === 'refused' ? written : made(plan.name, file, 'application/pdf', written.bytes);
    }
    case 'txt': {
      const { planText } = await import('../../../outputs/plan/planText.ts');
      return made(plan.name, file, 'text/plain;charset=utf-8', encode(planText(plan)));
    }
  }
}

async function makeTable(file: 'xlsx' | 'csv', facts: PlanFacts, words: PlanWords): Promise<MadePlanFile> {
  const { activityTable } = await import('../../../outputs/plan/tables/activityTable.ts');
  const table = activityTable(facts, words);
  switch (file) {
    case 'xlsx': {
      const { activitiesXlsx, XLSX_TYPE } = await import('../../../outputs/plan/tables/activitiesXlsx.ts');
      return made(table.name, file, XLSX_TYPE, await activitiesXlsx(table, words.activities.sheet));
    }
    case 'csv': {
      const { activitiesCsv } = await import('../../../outputs/plan/tables/activitiesCsv.ts');
      return made(table.name, file, 'text/csv;charset=utf-8', encode(activitiesCsv(table)));
    }
  }
}

async function fontsOfTheApp(): Promise<PdfFonts> {
  const { loadPdfFonts } = await import('../../../outputs/pdf/pdfFonts.ts');
  return loadPdfFonts();
}

function made(name: string, ending: PlanFileKind, type: string, bytes: Uint8Array): MadePlanFile {
  return { kind: 'made', name: `${fileName(name)}.${ending}`, type, bytes };
}

/** Without what some system refuses in a name. */
function fileName(name: string): string {
  return name
    .replaceAll(/[„”“"]/g, '')
    .replaceAll(/[\p{Cc}/\\:*?<>|]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ (?=[,.])/g, '')
    .trim();
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
