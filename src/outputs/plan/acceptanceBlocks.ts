// Section 13: which partners accepted which version, who, when and how. Those who have not stand there too, with room to sign
// on paper.

import { acceptanceState } from '../../domain/plan/planVersion.ts';
import type { PlanContent } from '../../domain/plan/planContent.ts';
import { spellFingerprint } from '../../domain/seal.ts';
import { dataTable, paragraph } from './documentParts.ts';
import type { DocumentBlock } from './planDocument.ts';
import { lookUp } from './planFacts.ts';
import type { PlanWords } from './planWords.ts';

export function acceptanceBlocks(content: PlanContent, words: PlanWords): readonly DocumentBlock[] {
  const { acceptance: labels } = words;
  if (content.acceptance === undefined) return [paragraph(labels.none)];
  const { version, acceptances, hasChangedSince } = content.acceptance;
  const { accepted, missing, of } = acceptanceState(version.id, acceptances, content.organisations);
  const { organisationName } = lookUp(content);
  return [
    paragraph(words.version(version.name, words.formatDateTime(version.at))),
    paragraph(labels.fingerprint(spellFingerprint(version.fingerprint))),
    paragraph(words.acceptedBy(accepted.length, of)),
    ...(hasChangedSince ? [paragraph(words.changedSince)] : []),
    dataTable(
      [
        { label: words.organisation, share: 4.5 },
        { label: labels.state, share: 3 },
        { label: labels.who, share: 3.5 },
        { label: labels.when, share: 3 },
      ],
      [
        ...accepted.map(({ organisationId, byName, at, kind }) => [
          organisationName(organisationId),
          [labels.accepted, words.terms.acceptanceKinds[kind]],
          byName,
          words.formatDateTime(at),
        ]),
        ...missing.map(({ name }) => [name, labels.missing, '', '']),
      ],
    ),
  ];
}
