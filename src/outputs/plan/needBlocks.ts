// Sections 2 and 4: needs and common problems with the votes of partners, resources, and which answers which.

import { byImportance, votersOf } from '../../domain/plan/need.ts';
import type { PlanContent } from '../../domain/plan/planContent.ts';
import { bold, dataTable } from './documentParts.ts';
import type { DocumentBlock } from './planDocument.ts';
import { inOrder, lookUp } from './planFacts.ts';
import type { PlanWords } from './planWords.ts';

export function needBlocks(content: PlanContent, words: PlanWords): readonly DocumentBlock[] {
  const needs = shownNeeds(content);
  if (needs.length === 0) return [];
  const resources = new Map(inOrder(content.rows.resources).map((resource) => [resource.id, resource]));
  return [
    dataTable(
      [
        { label: words.ordinal, share: 1 },
        { label: words.needs.need, share: 6 },
        { label: words.needs.importantFor, share: 4 },
        { label: words.needs.answeredBy, share: 4 },
      ],
      needs.map(({ id, kind, text }, index) => {
        const voters = votersOf(id, content.votes, content.organisations);
        const answers = content.matches
          .filter((match) => match.needId === id && !match.isWithdrawn)
          .flatMap(({ resourceId }) => resources.get(resourceId)?.name ?? []);
        return [
          `${index + 1}.`,
          [text, [{ text: words.terms.needKinds[kind], isItalic: true }]],
          voters.length === 0 ? '' : [bold(String(voters.length)), ...voters.map(({ name }) => name)],
          answers,
        ];
      }),
    ),
  ];
}

export function resourceBlocks(content: PlanContent, words: PlanWords): readonly DocumentBlock[] {
  const resources = inOrder(content.rows.resources);
  if (resources.length === 0) return [];
  const { organisationName } = lookUp(content);
  const numbers = new Map(shownNeeds(content).map(({ id }, index) => [id, index + 1]));
  return [
    dataTable(
      [
        { label: words.resources.resource, share: 6 },
        { label: words.resources.kind, share: 2.5 },
        { label: words.organisation, share: 4 },
        { label: words.resources.answers, share: 3 },
      ],
      resources.map(({ id, kind, name, text, organisationId }) => [
        [bold(name), text],
        words.terms.resourceKinds[kind],
        organisationName(organisationId),
        content.matches
          .filter((match) => match.resourceId === id && !match.isWithdrawn)
          .flatMap(({ needId }) => numbers.get(needId) ?? [])
          .toSorted((a, b) => a - b)
          .join(', '),
      ]),
    ),
  ];
}

/** The most important first: their numbers are those of section 2. */
function shownNeeds({ rows, votes, organisations }: PlanContent) {
  return byImportance(inOrder(rows.needs), votes, organisations);
}
