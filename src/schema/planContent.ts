// The plan's content as JSON: what a version keeps, and what a device remembers of its last visit. Read by the decoders that
// read the document, so a content of an older or newer app is read as far as it is known.

import type { PlanContent } from '../domain/plan/planContent.ts';
import type { PlanRecordKinds, PlanRoot } from '../domain/plan/planRecord.ts';
import type { PlanRowKinds, PlanRows, RowRoot } from '../domain/plan/planRow.ts';
import { NARRATIVE_SECTIONS } from '../domain/plan/sections.ts';
import type { Block, HeadingLevel, Inline, RichText } from '../domain/richText/blocks.ts';
import { safeHref } from '../domain/richText/safeHref.ts';
import { isRawRecord, listField, type RawRecord, textField } from './decode.ts';
import { decodeOrganisation, decodePartnership } from './partnershipRecords.ts';
import { decodePlanRecord } from './planRecords.ts';

/** How deep lists and tables may stand in one another; whatever lies deeper is left out. */
const DEPTH_MAX = 20;

export function encodePlanContent({ acceptance: _acceptance, ...content }: PlanContent): string {
  return JSON.stringify(content);
}

/** `undefined` when the text is no plan's content. */
export function decodePlanContent(json: string): PlanContent | undefined {
  const raw = parse(json);
  if (!isRawRecord(raw) || !isRawRecord(raw['partnership'])) return undefined;
  const { partnership: fields } = raw;
  if (!isRawRecord(fields)) return undefined;
  const library = isRawRecord(fields['library']) ? fields['library'] : {};
  const { branches, ...libraryFields } = library;
  const partnership = decodePartnership(textField(fields['id']), fields, {
    fields: libraryFields,
    branches: new Map(records(branches).map((branch) => [textField(branch['id']), branch])),
  });
  if (partnership === undefined) return undefined;
  const rows = isRawRecord(raw['rows']) ? raw['rows'] : {};
  return {
    partnership,
    organisations: records(raw['organisations']).flatMap(
      (each) => decodeOrganisation(textField(each['id']), each) ?? [],
    ),
    rows: rowsOf((root) => decodeAll(root, rows[root])),
    texts: textsOf(raw['texts']),
    votes: decodeAll('votes', raw['votes']),
    matches: decodeAll('matches', raw['matches']),
    acceptance: undefined,
  };
}

/** Rows of each kind. */
export function rowsOf(of: <Root extends RowRoot>(root: Root) => readonly PlanRowKinds[Root][]): PlanRows {
  return {
    needs: of('needs'),
    partnerNotes: of('partnerNotes'),
    resources: of('resources'),
    goals: of('goals'),
    indicators: of('indicators'),
    measurements: of('measurements'),
    activities: of('activities'),
    budgetLines: of('budgetLines'),
    benefitNotes: of('benefitNotes'),
  };
}

function decodeAll<Root extends PlanRoot>(root: Root, raw: unknown): readonly PlanRecordKinds[Root][] {
  return records(raw).flatMap((each) => decodePlanRecord(root, keyOf(root, each), each) ?? []);
}

function keyOf(root: PlanRoot, raw: RawRecord): string {
  if (root === 'votes') return `${textField(raw['needId'])}.${textField(raw['organisationId'])}`;
  if (root === 'matches') return `${textField(raw['needId'])}.${textField(raw['resourceId'])}`;
  return textField(raw['id']);
}

function textsOf(raw: unknown): PlanContent['texts'] {
  if (!isRawRecord(raw)) return {};
  const texts: { -readonly [Section in keyof PlanContent['texts']]: PlanContent['texts'][Section] } = {};
  for (const section of NARRATIVE_SECTIONS) {
    if (Array.isArray(raw[section])) texts[section] = decodeRichText(raw[section]);
  }
  return texts;
}

function decodeRichText(raw: unknown, depth = 0): RichText {
  if (depth > DEPTH_MAX) return [];
  return records(raw).flatMap((block) => decodeBlock(block, depth) ?? []);
}

function decodeBlock(raw: RawRecord, depth: number): Block | undefined {
  const inlines = records(raw['inlines']).map(decodeInline);
  switch (raw['kind']) {
    case 'paragraph':
      return { kind: 'paragraph', inlines };
    case 'heading':
      return { kind: 'heading', level: decodeLevel(raw['level']), inlines };
    case 'list': {
      const items = listField(raw['items']).map((item) => decodeRichText(item, depth + 1));
      return { kind: 'list', isOrdered: raw['isOrdered'] === true, items };
    }
    case 'table':
      return {
        kind: 'table',
        rows: records(raw['rows']).map((row) => ({
          cells: records(row['cells']).map((cell) => ({
            isHeader: cell['isHeader'] === true,
            blocks: decodeRichText(cell['blocks'], depth + 1),
          })),
        })),
      };
    default:
      return undefined;
  }
}

function decodeInline(raw: RawRecord): Inline {
  const href = typeof raw['href'] === 'string' ? safeHref(raw['href']) : undefined;
  return {
    text: textField(raw['text']),
    ...(raw['isBold'] === true && { isBold: true as const }),
    ...(raw['isItalic'] === true && { isItalic: true as const }),
    ...(href !== undefined && { href }),
  };
}

function decodeLevel(raw: unknown): HeadingLevel {
  return raw === 2 || raw === 3 ? raw : 1;
}

function records(raw: unknown): readonly RawRecord[] {
  return listField(raw).filter(isRawRecord);
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
