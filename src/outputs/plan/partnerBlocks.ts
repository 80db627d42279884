// Sections 1 and 3: the facts of the partnership, and its partners with their interests, expectations and contributions.

import type { PartnerOrganisation } from '../../domain/organisation.ts';
import type { PlanContent } from '../../domain/plan/planContent.ts';
import type { PartnerNote } from '../../domain/plan/partnerNote.ts';
import { bold, type CellText, dataTable } from './documentParts.ts';
import type { DocumentBlock } from './planDocument.ts';
import { inOrder } from './planFacts.ts';
import type { PlanWords } from './planWords.ts';

export function profileBlocks(
  { partnership, organisations }: PlanContent,
  words: PlanWords,
): readonly DocumentBlock[] {
  const { profile } = words;
  const { library } = partnership;
  const joined = byName(organisations).filter(({ status, isHidden }) => status === 'joined' && !isHidden);
  const facts: readonly (readonly [string, CellText])[] = [
    [profile.partnership, partnership.name],
    [profile.library, partnership.libraryName],
    [profile.gmina, partnership.gmina],
    [profile.track, profile.tracks[partnership.track]],
    [profile.address, library?.address ?? ''],
    [profile.phone, library?.phone ?? ''],
    [profile.email, library?.email ?? ''],
    [profile.enrolledOn, library?.enrolledOn === undefined ? '' : words.formatDate(library.enrolledOn)],
    [profile.coordinator, partnership.coordinatorName],
    [profile.facilitator, partnership.facilitatorName],
    [profile.partners, joined.map(({ name }) => name)],
  ];
  const known = facts.filter(([, value]) => value.length > 0);
  return [
    dataTable(
      [
        { label: profile.fact, share: 1 },
        { label: profile.content, share: 2.4 },
      ],
      known,
    ),
  ];
}

export function partnerBlocks(
  { organisations, rows }: PlanContent,
  words: PlanWords,
): readonly DocumentBlock[] {
  const shown = byName(organisations).filter(({ isHidden }) => !isHidden);
  if (shown.length === 0) return [];
  const notes = inOrder(rows.partnerNotes);
  const of = ({ id }: PartnerOrganisation, kind: PartnerNote['kind']): CellText =>
    notes.filter((note) => note.organisationId === id && note.kind === kind).map(({ text }) => text);
  return [
    dataTable(
      [
        { label: words.organisation, share: 3 },
        { label: words.partners.interests, share: 3 },
        { label: words.partners.expectations, share: 3 },
        { label: words.partners.contributions, share: 3 },
      ],
      shown.map((organisation) => [
        [bold(organisation.name), words.terms.organisationStatuses[organisation.status]],
        of(organisation, 'interest'),
        of(organisation, 'expectation'),
        of(organisation, 'contribution'),
      ]),
    ),
  ];
}

function byName(organisations: readonly PartnerOrganisation[]): readonly PartnerOrganisation[] {
  const collator = new Intl.Collator('pl', { numeric: true });
  return organisations.toSorted((a, b) => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
}
