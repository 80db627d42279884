// Reads the plan's records out of a document, whichever form each of them has there, with their stamps.
// Tables and the whole content of the plan are made of what this gives, so they cannot differ.

import * as Y from 'yjs';
import type { PlanRoot } from '../domain/plan/planRecord.ts';
import { ROW_ROOTS, type RowRoot } from '../domain/plan/planRow.ts';
import { NARRATIVE_SECTIONS, PLAN_SECTIONS } from '../domain/plan/sections.ts';
import { listField, type RawRecord } from '../schema/decode.ts';
import { beginningOfText, lengthOfText, sectionText } from './planTexts.ts';
import { type RecordMap, readRecord, rootMap } from './roots.ts';
import { isCovered, joinStamps, type Stamp, stampInside, stampOf, stampOfLong } from './stamp.ts';
import { plainValue } from './timedFields.ts';

/** Characters of a section's text that its row tells. */
const BEGINNING = 140;

/** Fields that are not the row's content: whether it is hidden, and what whoever hid it knew of it. */
const HIDING = ['isHidden', 'hiddenSeen'];

function isRowRoot(root: string): root is RowRoot {
  return ROW_ROOTS.some((each) => each === root);
}

/** The record's fields as plain values; `undefined` when there is no such record. */
export function readPlanRaw(doc: Y.Doc, root: PlanRoot, key: string): RawRecord | undefined {
  if (root === 'sectionTexts') return readTextFacts(doc, key);
  const map = rootMap(doc, root);
  if (root === 'sectionMarks') {
    const [ready, leftOut] = markKeys(key).map((each) => plainValue(map.get(each)));
    if (ready === undefined && leftOut === undefined) return undefined;
    return { section: key, isReady: ready, isLeftOut: leftOut };
  }
  if (isRowRoot(root)) {
    const row = map.get(key);
    return row instanceof Y.Map ? readRow(row) : undefined;
  }
  const raw = readRecord(map, key);
  return root === 'authors' && raw ? { ...raw, client: Number(key) } : raw;
}

/** Keys of the records of a kind. */
export function planKeys(doc: Y.Doc, root: PlanRoot): ReadonlySet<string> {
  if (root === 'sectionTexts') return new Set(NARRATIVE_SECTIONS);
  const keys = rootMap(doc, root).keys();
  return new Set(root === 'sectionMarks' ? [...keys].map(sectionOfMark) : keys);
}

export function sectionOfMark(key: string): string {
  return key.split('.')[0] ?? '';
}

export function stampOfPlan(doc: Y.Doc, root: PlanRoot, key: string): Stamp {
  if (root === 'sectionTexts') {
    const section = NARRATIVE_SECTIONS.find((each) => each === key);
    if (section === undefined) return [];
    return joinStamps([stampOfLong(doc, sectionText(doc, section)), stampOf(rootMap(doc, 'textEdits'), key)]);
  }
  const map = rootMap(doc, root);
  return root === 'sectionMarks'
    ? joinStamps(markKeys(key).map((each) => stampOf(map, each)))
    : stampOf(map, key);
}

export type SectionStatement = 'ready' | 'leftOut';

export function markKey(section: string, statement: SectionStatement): string {
  return `${section}.${statement}`;
}

function markKeys(section: string): readonly string[] {
  const isSection = PLAN_SECTIONS.some((each) => each === section);
  return isSection ? [markKey(section, 'ready'), markKey(section, 'leftOut')] : [];
}

/** What whoever hides a row now knows of it. */
export function seenOf(row: RecordMap): Stamp {
  return stampInside(row, HIDING);
}

function readRow(row: RecordMap): RawRecord {
  const fields: Record<string, unknown> = {};
  for (const [key, value] of row.entries()) {
    if (value instanceof Y.Text) fields[key] = value.toJSON();
    else if (!(value instanceof Y.AbstractType)) fields[key] = plainValue(value);
  }
  const isOfferedBack = fields['isHidden'] === true && !isCovered(seenOf(row), hiddenSeen(fields));
  return { ...fields, isOfferedBack };
}

function hiddenSeen(fields: RawRecord): ReadonlyMap<number, number> {
  return new Map(
    listField(fields['hiddenSeen']).flatMap((pair) => {
      const [client, clock] = listField(pair);
      return typeof client === 'number' && typeof clock === 'number' ? [[client, clock] as const] : [];
    }),
  );
}

/** `undefined` for a text in which nobody has ever written. */
function readTextFacts(doc: Y.Doc, key: string): RawRecord | undefined {
  const section = NARRATIVE_SECTIONS.find((each) => each === key);
  const text = section && sectionText(doc, section);
  if (text === undefined || text._start === null) return undefined;
  return { section, length: lengthOfText(text), beginning: beginningOfText(text, BEGINNING) };
}
