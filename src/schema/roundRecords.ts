// Decoder of the round in a `programme` document. The document holds only what staff have changed; the rest is the round
// that ships with the product.

import { decodeId, type RoundId } from '../domain/ids.ts';
import type { ProgrammeRound } from '../domain/programme/round.ts';
import {
  isWebAddress,
  RETENTION_YEARS,
  type RoundFields,
  roundFields,
} from '../domain/programme/roundFields.ts';
import { THIRD_ROUND } from '../domain/programme/thirdRound.ts';
import { numberField, type RawRecord } from './decode.ts';

export function decodeRound(id: string, raw: RawRecord): ProgrammeRound | undefined {
  const roundId = decodeId<RoundId>(id);
  if (roundId === undefined) return undefined;
  const fields = roundFields(THIRD_ROUND);
  const text = (field: keyof RoundFields): string => {
    const value = raw[field];
    return typeof value === 'string' ? value : String(fields[field]);
  };
  const years = Math.round(numberField(raw['retentionYears'], fields.retentionYears));
  return {
    ...THIRD_ROUND,
    id: roundId,
    name: text('name'),
    rulesVersion: text('rulesVersion'),
    contact: {
      name: text('contactName'),
      phones: splitPhones(text('contactPhones')),
      address: text('contactAddress'),
      website: text('contactWebsite'),
    },
    privacy: {
      controller: text('controller'),
      inspector: text('inspector'),
      retentionYears: Math.min(Math.max(years, RETENTION_YEARS.least), RETENTION_YEARS.most),
      clauseUrl: isWebAddress(text('clauseUrl')) ? text('clauseUrl') : '',
    },
  };
}

function splitPhones(text: string): readonly string[] {
  return text
    .split(',')
    .map((phone) => phone.trim())
    .filter((phone) => phone !== '');
}
