// What programme staff may change of a round, field by field.

import type { ProgrammeRound } from './round.ts';

/** The fields of a round that programme staff publish; each is one field of the document. */
export interface RoundFields {
  readonly name: string;
  readonly rulesVersion: string;
  readonly contactName: string;
  /** Telephone numbers, separated by commas. */
  readonly contactPhones: string;
  readonly contactAddress: string;
  readonly contactWebsite: string;
  readonly controller: string;
  readonly inspector: string;
  /** 1 to 50. */
  readonly retentionYears: number;
  readonly clauseUrl: string;
}

/** How long personal data may be kept, in years. */
export const RETENTION_YEARS = { least: 1, most: 50 } as const;

/** Only addresses of the web become links; anything else (`javascript:`) never does. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text);
}

/** Where a website leads that is written as people write it, "www.cal.org.pl". */
export function linkToWebsite(website: string): string {
  return isWebAddress(website) ? website : `https://${website}`;
}

/** The publishable fields of a round as they stand. */
export function roundFields(round: ProgrammeRound): RoundFields {
  const { contact, privacy } = round;
  return {
    name: round.name,
    rulesVersion: round.rulesVersion,
    contactName: contact.name,
    contactPhones: contact.phones.join(', '),
    contactAddress: contact.address,
    contactWebsite: contact.website,
    controller: privacy.controller,
    inspector: privacy.inspector,
    retentionYears: privacy.retentionYears,
    clauseUrl: privacy.clauseUrl,
  };
}
