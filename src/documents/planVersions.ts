// Versions of the plan: keeping its whole content packed, reading it back, restoring it as new changes, and accepting it.

import * as Y from 'yjs';
import type { PlanVersionId } from '../domain/ids.ts';
import type { PlanContent } from '../domain/plan/planContent.ts';
import { ROW_ROOTS, type RowRoot } from '../domain/plan/planRow.ts';
import type { Acceptance } from '../domain/plan/planVersion.ts';
import { NARRATIVE_SECTIONS } from '../domain/plan/sections.ts';
import { diffText } from '../domain/textDelta.ts';
import { decodePlanContent, encodePlanContent } from '../schema/planContent.ts';
import { decodeValue } from '../schema/planRecords.ts';
import { hidePlanRow, matchResource, type PlanHand, writePlan } from './planCommands.ts';
import { fingerprintOfPlan, readPlanRecords } from './planContent.ts';
import { sectionText } from './planTexts.ts';
import { readRichText } from './richText.ts';
import { recordMap, replaceInText, rootMap } from './roots.ts';
import { writeTimed } from './timedFields.ts';
import { writeRichText } from './writeRichText.ts';

/** The content packed: about a fifth of its JSON. */
export function packContent(content: PlanContent): Promise<Uint8Array> {
  const json = new TextEncoder().encode(encodePlanContent(content));
  return through(json, new CompressionStream('deflate-raw'));
}

/** `undefined` when the bytes are no plan's content. */
export async function unpackContent(packed: Uint8Array): Promise<PlanContent | undefined> {
  try {
    const json = await through(packed, new DecompressionStream('deflate-raw'));
    return decodePlanContent(new TextDecoder().decode(json));
  } catch {
    // The only failure of unpacking is that the bytes are broken.
    return undefined;
  }
}

export interface NewVersion {
  readonly id: PlanVersionId;
  readonly name: string;
  readonly content: PlanContent;
  /** The same content by `packContent`. */
  readonly packed: Uint8Array;
}

export function keepVersion(doc: Y.Doc, version: NewVersion, hand: PlanHand): void {
  writePlan(doc, hand, () => {
    rootMap(doc, 'planVersions').set(version.id, {
      name: version.name,
      at: hand.at,
      byName: hand.by.name,
      fingerprint: fingerprintOfPlan(version.content),
      content: version.packed,
    });
  });
}

/** `undefined` when the version has not arrived, or is broken. */
export async function readVersion(doc: Y.Doc, id: PlanVersionId): Promise<PlanContent | undefined> {
  const raw: unknown = rootMap(doc, 'planVersions').get(id);
  const packed: unknown =
    typeof raw === 'object' && raw !== null && 'content' in raw ? raw.content : undefined;
  return packed instanceof Uint8Array ? unpackContent(packed) : undefined;
}

export function acceptVersion(
  doc: Y.Doc,
  acceptance: Omit<Acceptance, 'at' | 'byName'>,
  hand: PlanHand,
): void {
  const { versionId, organisationId, deviceId, kind, signatureId } = acceptance;
  writePlan(doc, hand, () => {
    rootMap(doc, 'acceptances').set(`${versionId}.${organisationId}`, {
      at: hand.at,
      byName: hand.by.name,
      deviceId,
      kind,
      signatureId: signatureId ?? null,
    });
  });
}

/**
 * Makes the plan read as it read in `content`, as new changes: rows come back, later ones are hidden, fields, texts and matches
 * are set where they differ. What others said (votes, comments, acceptances) and the partnership's facts stay.
 */
export function restorePlan(doc: Y.Doc, content: PlanContent, hand: PlanHand): void {
  writePlan(doc, hand, () => {
    for (const root of ROW_ROOTS) {
      const rows = content.rows[root];
      for (const row of rows) restoreRow(doc, root, row, hand);
      const kept = new Set<string>(rows.map(({ id }) => id));
      for (const { id, isHidden } of readPlanRecords(doc, root)) {
        if (!isHidden && !kept.has(id)) hidePlanRow(doc, root, id, hand);
      }
    }
    restoreMatches(doc, content, hand);
    for (const section of NARRATIVE_SECTIONS) {
      const text = sectionText(doc, section);
      const wanted = content.texts[section] ?? [];
      if (wanted.length === 0 && text.length === 0) continue;
      const before = JSON.stringify(readRichText(text));
      writeRichText(doc, text, wanted);
      // What is only taken away has to wait visibly to be sent too.
      if (JSON.stringify(readRichText(text)) !== before) rootMap(doc, 'textEdits').set(section, hand.at);
    }
  });
}

function restoreRow(
  doc: Y.Doc,
  root: RowRoot,
  row: PlanContent['rows'][RowRoot][number],
  { at }: PlanHand,
): void {
  const { id, isOfferedBack: _isOfferedBack, ...fields } = row;
  const map = recordMap(rootMap(doc, root), id);
  const entries: readonly [string, unknown][] = Object.entries(fields);
  for (const [field, value] of entries) {
    if (field !== 'text') {
      writeTimed(map, field, decodeValue(value) ?? null, at);
      continue;
    }
    const wanted = typeof value === 'string' ? value : '';
    const text: unknown = map.get('text');
    if (!(text instanceof Y.Text)) map.set('text', new Y.Text(wanted));
    else {
      const change = diffText(text.toJSON(), wanted);
      if (change !== undefined) {
        replaceInText(text, change);
        map.set('editedAt', at);
      }
    }
  }
}

function restoreMatches(doc: Y.Doc, content: PlanContent, hand: PlanHand): void {
  const keyOf = ({ needId, resourceId }: PlanContent['matches'][number]): string => `${needId}.${resourceId}`;
  const wanted = new Map(content.matches.map((match) => [keyOf(match), match]));
  for (const match of readPlanRecords(doc, 'matches')) {
    const isWanted = wanted.delete(keyOf(match));
    if (isWanted === match.isWithdrawn) matchResource(doc, match.needId, match.resourceId, !isWanted, hand);
  }
  for (const { needId, resourceId } of wanted.values()) matchResource(doc, needId, resourceId, false, hand);
}

async function through(
  bytes: Uint8Array,
  {
    readable,
    writable,
  }: { readonly readable: ReadableStream<Uint8Array>; readonly writable: WritableStream<BufferSource> },
): Promise<Uint8Array> {
  const writer = writable.getWriter();
  // Copied: what comes from elsewhere may lie in shared memory, which streams do not take.
  const written = writer.write(new Uint8Array(bytes)).then(() => writer.close());
  const [read] = await Promise.all([new Response(readable).arrayBuffer(), written]);
  return new Uint8Array(read);
}
