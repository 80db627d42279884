// A planned import in numbers, for the line above the preview and for the button.

import type { PlannedStep } from './importWrites.ts';

export interface ImportSummary {
  /** Rows that will be brought in or are there already: everybody on the list, each once. */
  readonly people: number;
  readonly newPeople: number;
  readonly knownPeople: number;
  /** Known people whose empty fields the list fills in, and those with values that differ. */
  readonly filledIn: number;
  readonly differing: number;
  readonly organisations: number;
  readonly newOrganisations: number;
  /** Rows left out: doubles within the list, and rows that must be corrected first. */
  readonly doubles: number;
  readonly unusable: number;
}

export function summariseImport(steps: readonly PlannedStep[]): ImportSummary {
  const taken = steps.filter(({ person }) => person.kind === 'new' || person.kind === 'known');
  const count = (kind: PlannedStep['person']['kind']): number =>
    steps.filter(({ person }) => person.kind === kind).length;
  const changed = (isFilling: boolean): number =>
    taken.filter(
      ({ person }) =>
        person.kind === 'known' && person.changes.some((change) => (change.from === '') === isFilling),
    ).length;
  const newOrganisations = new Set<string>();
  const knownOrganisations = new Set<string>();
  for (const { organisation } of taken) {
    if (organisation.kind === 'new') newOrganisations.add(organisation.shareKey);
    if (organisation.kind === 'known') knownOrganisations.add(organisation.id);
  }
  return {
    people: taken.length,
    newPeople: count('new'),
    knownPeople: count('known'),
    filledIn: changed(true),
    differing: changed(false),
    organisations: newOrganisations.size + knownOrganisations.size,
    newOrganisations: newOrganisations.size,
    doubles: count('duplicateInFile'),
    unusable: count('unusable'),
  };
}
