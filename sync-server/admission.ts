// Judges one document of a request as far as that goes without the log: form, right, size, content of the update.

import { isRebuilt } from '../src/domain/access.ts';
import { type DocumentName, parseDocumentName } from '../src/schema/documentName.ts';
import type { DocumentRefusal, DocumentRequest, UpdateResult } from '../src/schema/wire.ts';
import { isStateVector } from './content/catchUp.ts';
import { readUpdateContent, type UpdateContent } from './content/updateContent.ts';
import { accessTo, partnershipBegunBy } from './documentAccess.ts';
import type { Standing } from './founding.ts';

export type Admission =
  /** Neither written nor read. */
  | { readonly kind: 'closed'; readonly result: UpdateResult }
  /** Nothing to write, or the update is refused; reading goes on. */
  | {
      readonly kind: 'reading';
      readonly name: DocumentName;
      readonly result: UpdateResult;
      /** What was sent by somebody who may only read: no refusal where the log holds all of it already. */
      readonly content?: UpdateContent | undefined;
    }
  | {
      readonly kind: 'writing';
      readonly name: DocumentName;
      readonly update: Uint8Array;
      readonly content: UpdateContent;
    };

export function admit(
  { name, stateVector, update }: DocumentRequest,
  { grants, withheld }: Standing,
  maxUpdateBytes: number,
): Admission {
  const parts = parseDocumentName(name);
  const isNone = parts === undefined || (parts.epoch > 0 && !isRebuilt(parts.kind));
  if (isNone) return { kind: 'closed', result: refused('malformed') };
  const scope = partnershipBegunBy(parts);
  if (scope !== undefined && withheld.has(scope)) return { kind: 'closed', result: refused('tooLarge') };
  const access = accessTo(parts, grants);
  if (access.kind === 'refused') return { kind: 'closed', result: refused(access.reason) };
  if (!isStateVector(stateVector)) return { kind: 'closed', result: refused('malformed') };
  const reading = (result: UpdateResult): Admission => ({ kind: 'reading', name, result });
  if (update.length === 0) return reading({ kind: 'none' });
  const isTooLarge = update.length > maxUpdateBytes;
  const content = isTooLarge ? undefined : readUpdateContent(update);
  if (access.right === 'read') return { kind: 'reading', name, result: refused('readOnly'), content };
  if (isTooLarge) return reading(refused('tooLarge'));
  return content === undefined ? reading(refused('malformed')) : { kind: 'writing', name, update, content };
}

export function refused(reason: DocumentRefusal): UpdateResult {
  return { kind: 'refused', reason };
}
