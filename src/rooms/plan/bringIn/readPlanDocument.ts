// Reads a plan that somebody wrote elsewhere, a DOCX or pasted text, into parts with the section each seems to belong to. Nothing is
// written: the person looks at the parts, places them, and decides.

import { type PlanPart, splitIntoSections } from '../../../domain/plan/importing/splitIntoSections.ts';
import type { RichText } from '../../../domain/richText/blocks.ts';
import { isBlank, plainTextOf } from '../../../domain/richText/plainText.ts';
import { readBlocks } from './docxBlocks.ts';
import { readRoles } from './docxStyles.ts';
import type { LeftOut } from './docxText.ts';
import { childOf, parseXml, partName, relationsOf } from './docxXml.ts';
import { type DocxRefusal, unpackDocx } from './unpackDocx.ts';

export type BroughtDocument =
  | { readonly kind: 'docx'; readonly bytes: Uint8Array }
  /** Text or HTML that was pasted, cleaned. */
  | { readonly kind: 'pasted'; readonly blocks: RichText; readonly images: number };

export type ReadPlan =
  | { readonly kind: 'read'; readonly parts: readonly PlanPart[]; readonly leftOut: Readonly<LeftOut> }
  | { readonly kind: 'refused'; readonly reason: DocxRefusal };

/** Characters: about 300 pages. More is no plan, and no section could hold it. */
export const MOST_CHARACTERS = 600_000;

export function readPlanDocument(brought: BroughtDocument): ReadPlan {
  switch (brought.kind) {
    case 'pasted':
      return partsOf(brought.blocks, { ...nothing(), images: brought.images });
    case 'docx': {
      const unpacked = unpackDocx(brought.bytes);
      return unpacked.kind === 'refused' ? unpacked : readParts(unpacked.parts);
    }
  }
}

function readParts(parts: ReadonlyMap<string, Uint8Array>): ReadPlan {
  const main = [...relationsOf(parts, '').values()].find(({ type }) => type.endsWith('/officeDocument'));
  const name = main === undefined ? 'word/document.xml' : partName('', main.target);
  // A workbook or a presentation.
  if (!parts.has(name) || !name.startsWith('word/')) return { kind: 'refused', reason: 'otherZip' };
  const body = childOf(parseXml(parts.get(name)), 'body');
  if (body === undefined) return { kind: 'refused', reason: 'damaged' };
  const relations = relationsOf(parts, name);
  const partOf = (type: string): Element | undefined => {
    const found = [...relations.values()].find((relation) => relation.type.endsWith(`/${type}`));
    return found === undefined ? undefined : parseXml(parts.get(partName(name, found.target)));
  };
  const leftOut = nothing();
  const roleOf = readRoles(partOf('styles'), partOf('numbering'));
  return partsOf(readBlocks(body, { roleOf, relations, leftOut }), leftOut);
}

function partsOf(blocks: RichText, leftOut: LeftOut): ReadPlan {
  if (isBlank(blocks)) return { kind: 'refused', reason: 'empty' };
  if (plainTextOf(blocks).length > MOST_CHARACTERS) return { kind: 'refused', reason: 'tooLong' };
  return { kind: 'read', parts: splitIntoSections(blocks), leftOut };
}

function nothing(): LeftOut {
  return { images: 0, links: 0, deletions: 0, notes: 0 };
}
