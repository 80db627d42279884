// The line above the preview: "18 osób: 16 nowych, 2 już są na liście; 14 instytucji, 3 nowe."

import { t } from '../../../ui/i18n/partnershipTexts.ts';
import type { ImportSummary } from './importSummary.ts';

export function summaryText(summary: ImportSummary): string {
  const texts = t().importing;
  const people = [
    ...(summary.newPeople > 0 ? [texts.newPeople(summary.newPeople)] : []),
    ...(summary.knownPeople > 0 ? [texts.knownPeople(summary.knownPeople)] : []),
  ];
  const organisations = [
    texts.organisations(summary.organisations),
    ...(summary.newOrganisations > 0 ? [texts.newOrganisations(summary.newOrganisations)] : []),
  ];
  const head = [texts.people(summary.people), ...(people.length > 0 ? [people.join(', ')] : [])].join(': ');
  return summary.organisations === 0 ? `${head}.` : `${head}; ${organisations.join(', ')}.`;
}
