// Commands that write a `partnership` document: profile, organisations. One command, one transaction.

import type * as Y from 'yjs';
import type { OrganisationId } from '../domain/ids.ts';
import type { OrganisationStatus, PartnerOrganisation } from '../domain/organisation.ts';
import type { OrganisationType } from '../domain/organisationType.ts';
import type { Partnership } from '../domain/partnership.ts';
import { markVersion } from './meta.ts';
import { recordMap, rootMap, write, writeFields } from './roots.ts';

/** Begins a partnership in an empty document. */
export function beginPartnership(doc: Y.Doc, partnership: Partnership): void {
  const { id: _id, ...fields } = partnership;
  write(doc, () => {
    markVersion(doc);
    writeFields(rootMap(doc, 'profile'), fields);
  });
}

export function editPartnership(doc: Y.Doc, fields: Partial<Omit<Partnership, 'id' | 'createdAt'>>): void {
  write(doc, () => writeFields(rootMap(doc, 'profile'), fields));
}

export interface NewOrganisation {
  readonly id: OrganisationId;
  readonly name: string;
  readonly type: OrganisationType;
  readonly status: OrganisationStatus;
}

export function addOrganisations(doc: Y.Doc, organisations: readonly NewOrganisation[]): void {
  write(doc, () => {
    for (const { id, ...fields } of organisations) {
      writeFields(recordMap(rootMap(doc, 'organisations'), id), fields);
    }
  });
}

/** Hiding is `{ isHidden: true }`; any later edit with other fields brings nothing back by itself. */
export function editOrganisation(
  doc: Y.Doc,
  id: OrganisationId,
  fields: Partial<Omit<PartnerOrganisation, 'id'>>,
): void {
  write(doc, () => writeFields(recordMap(rootMap(doc, 'organisations'), id), fields));
}
