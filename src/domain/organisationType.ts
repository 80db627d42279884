// The kinds of partner organisation the programme speaks of. Guessing one from a name is in text/guessOrganisationType.ts.

/**
 * samorząd · szkoła · instytucja kultury · NGO · grupa nieformalna · firma · parafia · służby · other.
 * Stored values: extended, never renamed.
 */
export const ORGANISATION_TYPES = [
  'localGovernment',
  'school',
  'culture',
  'ngo',
  'informal',
  'business',
  'parish',
  'services',
  'other',
] as const;

export type OrganisationType = (typeof ORGANISATION_TYPES)[number];

export function isOrganisationType(raw: unknown): raw is OrganisationType {
  return ORGANISATION_TYPES.some((type) => type === raw);
}
