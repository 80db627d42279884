// Whose something is, in words: also when the organisation was taken off the list meanwhile, or has not arrived yet.

import type { OrganisationId } from '../../domain/ids.ts';
import type { PartnerOrganisation } from '../../domain/organisation.ts';
import { t } from '../../ui/i18n/planTexts.ts';

export function organisationName(organisations: readonly PartnerOrganisation[], id: OrganisationId): string {
  const organisation = organisations.find((each) => each.id === id);
  if (organisation === undefined) return t().plan.unknownOrganisation;
  return organisation.isHidden ? t().plan.removedOrganisation(organisation.name) : organisation.name;
}

/** Those that can be chosen now, by name; `kept` stays choosable whatever became of it. */
export function choosableOrganisations(
  organisations: readonly PartnerOrganisation[],
  kept?: OrganisationId,
): readonly PartnerOrganisation[] {
  const collator = new Intl.Collator('pl', { numeric: true });
  return organisations
    .filter(({ id, isHidden, status }) => id === kept || (!isHidden && status !== 'left'))
    .toSorted((a, b) => collator.compare(a.name, b.name));
}
