// What becomes of the parts of a plan that is brought in once a person has said where each goes: texts of sections, and rows. What
// a list has no place for goes to the facts section's text, so that nothing is lost.

import type { OrganisationId } from '../../ids.ts';
import type { Benefit } from '../../programme/round.ts';
import type { Block, RichText } from '../../richText/blocks.ts';
import { foldPolish } from '../../text/foldPolish.ts';
import { isNarrative, type NarrativeSection, type PlanSection } from '../sections.ts';
import { rowTexts } from './rowTexts.ts';
import type { PlanPart } from './splitIntoSections.ts';

export interface PlacedPlan {
  readonly texts: ReadonlyMap<NarrativeSection, RichText>;
  readonly needs: readonly string[];
  readonly resources: readonly string[];
  readonly goals: readonly string[];
  readonly activities: readonly string[];
  readonly partnerNotes: readonly { readonly organisationId: OrganisationId; readonly text: string }[];
  readonly benefitNotes: readonly { readonly benefit: Benefit; readonly text: string }[];
  /** Rows without a partner or a benefit of ours; they stand in `texts` too. */
  readonly unplaced: readonly string[];
}

/** By what name something is found in a row. */
interface Named<Id> {
  readonly id: Id;
  readonly name: string;
}

export interface PlacingNames {
  readonly organisations: readonly Named<OrganisationId>[];
  readonly benefits: readonly Named<Benefit>[];
  /** The heading above what has no place. */
  readonly unplacedHeading: string;
}

export interface PartPlaced {
  readonly part: PlanPart;
  /** `undefined`: left out. */
  readonly section: PlanSection | undefined;
}

export function placeParts(parts: readonly PartPlaced[], names: PlacingNames): PlacedPlan {
  const texts = new Map<NarrativeSection, readonly Block[]>();
  const rows = new Map<PlanSection, string[]>();
  for (const { part, section } of parts) {
    if (section === undefined) continue;
    if (isNarrative(section)) texts.set(section, [...(texts.get(section) ?? []), ...part.blocks]);
    else rows.set(section, [...(rows.get(section) ?? []), ...rowTexts(part.blocks)]);
  }
  const partners = sortByName(rows.get('partners') ?? [], names.organisations);
  const benefits = sortByName(rows.get('evaluation') ?? [], names.benefits);
  const unplaced = [...partners.unplaced, ...benefits.unplaced];
  if (unplaced.length > 0)
    texts.set('profile', [...(texts.get('profile') ?? []), ...asText(names.unplacedHeading, unplaced)]);
  return {
    texts,
    needs: rows.get('needs') ?? [],
    resources: rows.get('resources') ?? [],
    goals: rows.get('goals') ?? [],
    activities: rows.get('activities') ?? [],
    partnerNotes: partners.placed.map(({ id, text }) => ({ organisationId: id, text })),
    benefitNotes: benefits.placed.map(({ id, text }) => ({ benefit: id, text })),
    unplaced,
  };
}

interface Sorted<Id> {
  readonly placed: readonly { readonly id: Id; readonly text: string }[];
  readonly unplaced: readonly string[];
}

/** A row belongs to the one whose name stands in it; the longest name, where several do. */
function sortByName<Id>(rows: readonly string[], named: readonly Named<Id>[]): Sorted<Id> {
  const longestFirst = named
    .map(({ id, name }) => ({ id, name: foldPolish(name) }))
    .filter(({ name }) => name !== '')
    .toSorted((a, b) => b.name.length - a.name.length);
  const found = rows.map((text) => {
    const folded = foldPolish(text);
    return { text, owner: longestFirst.find(({ name }) => folded.includes(name)) };
  });
  return {
    placed: found.flatMap(({ text, owner }) => (owner === undefined ? [] : [{ id: owner.id, text }])),
    unplaced: found.flatMap(({ text, owner }) => (owner === undefined ? [text] : [])),
  };
}

function asText(heading: string, lines: readonly string[]): RichText {
  return [
    { kind: 'heading', level: 2, inlines: [{ text: heading }] },
    {
      kind: 'list',
      isOrdered: false,
      items: lines.map((text) => [{ kind: 'paragraph', inlines: [{ text }] }]),
    },
  ];
}
