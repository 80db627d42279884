// Załącznik 1: from the plan as it reads to a document of thirteen sections. What stands in a section of rows is in the
// files beside this one; how the document looks is left to the writers.

import { acceptanceState } from '../../domain/plan/planVersion.ts';
import { isNarrative, type PlanSection, sectionNumber, sectionsOf } from '../../domain/plan/sections.ts';
import { acceptanceBlocks } from './acceptanceBlocks.ts';
import { activityBlocks } from './activityBlocks.ts';
import { paragraph } from './documentParts.ts';
import { evaluationBlocks } from './evaluationBlocks.ts';
import { fromRichText } from './fromRichText.ts';
import { goalBlocks } from './goalBlocks.ts';
import { needBlocks, resourceBlocks } from './needBlocks.ts';
import { partnerBlocks, profileBlocks } from './partnerBlocks.ts';
import type { DocumentBlock, PlanDocument } from './planDocument.ts';
import type { PlanFacts } from './planFacts.ts';
import type { PlanWords } from './planWords.ts';
import { readableDocument } from './readableDocument.ts';

export function writePlan(facts: PlanFacts, words: PlanWords): PlanDocument {
  const { content, marks, today } = facts;
  const { partnership } = content;
  const left = new Set(marks.filter(({ isLeftOut }) => isLeftOut).map(({ section }) => section));
  return readableDocument({
    name: words.fileName(partnership.name, today),
    title: words.title,
    subtitle: partnership.name,
    front: frontLines(facts, words),
    contentsTitle: words.contents,
    sections: sectionsOf(partnership.track).map((section) => ({
      heading: `${sectionNumber(section)}. ${words.terms.sections[section]}`,
      blocks: left.has(section)
        ? [paragraph(words.leftOutSection)]
        : orEmpty(sectionBlocks(section, facts, words), words),
    })),
    page: words.page,
  });
}

function orEmpty(blocks: readonly DocumentBlock[], words: PlanWords): readonly DocumentBlock[] {
  return blocks.length === 0 ? [paragraph(words.emptySection)] : blocks;
}

function sectionBlocks(section: PlanSection, facts: PlanFacts, words: PlanWords): readonly DocumentBlock[] {
  const written = isNarrative(section) ? fromRichText(facts.content.texts[section] ?? []) : [];
  switch (section) {
    case 'profile':
      return [...profileBlocks(facts.content, words), ...written];
    case 'needs':
      return needBlocks(facts.content, words);
    case 'partners':
      return partnerBlocks(facts.content, words);
    case 'resources':
      return resourceBlocks(facts.content, words);
    case 'goals':
      return goalBlocks(facts.content, words);
    case 'activities':
      return activityBlocks(facts, words);
    case 'evaluation':
      return evaluationBlocks(facts.content, words);
    case 'acceptance':
      return [...written, ...acceptanceBlocks(facts.content, words)];
    case 'vision':
    case 'project':
    case 'longTermConcept':
    case 'roles':
    case 'promotion':
    case 'sustainability':
      return written;
  }
}

function frontLines({ content, today }: PlanFacts, words: PlanWords): readonly string[] {
  const { partnership, acceptance, organisations } = content;
  const lines = [
    partnership.libraryName,
    partnership.gmina === '' ? '' : `${words.profile.gmina}: ${partnership.gmina}`,
  ];
  if (acceptance === undefined) lines.push(words.draft);
  else {
    const { version, acceptances, hasChangedSince } = acceptance;
    const state = acceptanceState(version.id, acceptances, organisations);
    lines.push(
      words.version(version.name, words.formatDateTime(version.at)),
      words.acceptedBy(state.accepted.length, state.of),
      hasChangedSince ? words.changedSince : '',
    );
  }
  lines.push(words.asOf(words.formatDate(today)), partnership.isExample ? words.example : '');
  return lines.filter((line) => line !== '');
}
