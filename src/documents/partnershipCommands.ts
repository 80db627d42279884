// Commands that write a `partnership` document: profile, organisations. One command, one transaction.

import type * as Y from 'yjs';
import type { BranchId, OrganisationId } from '../domain/ids.ts';
import type { LibraryBranch, LibraryFields } from '../domain/library.ts';
import type { OrganisationStatus, PartnerOrganisation } from '../domain/organisation.ts';
import type { OrganisationType } from '../domain/organisationType.ts';
import type { Profile } from '../domain/partnership.ts';
import { markVersion } from './meta.ts';
import { recordMap, rootMap, write, writeFields } from './roots.ts';

/** Begins a partnership in an empty document. */
export function beginPartnership(doc: Y.Doc, partnership: Profile): void {
  const { id: _id, ...fields } = partnership;
  write(doc, () => {
    markVersion(doc);
    writeFields(rootMap(doc, 'profile'), fields);
  });
}

export function editPartnership(doc: Y.Doc, fields: Partial<Omit<Profile, 'id' | 'createdAt'>>): void {
  write(doc, () => writeFields(rootMap(doc, 'profile'), fields));
}

export function editLibrary(doc: Y.Doc, fields: Partial<LibraryFields>): void {
  write(doc, () => writeFields(rootMap(doc, 'library'), fields));
}

/** Adds a branch of the library or changes one. Taking it off is `{ isHidden: true }`. */
export function recordBranch(
  doc: Y.Doc,
  id: BranchId,
  fields: Partial<Omit<LibraryBranch, 'id'>> & { readonly isHidden?: boolean },
): void {
  write(doc, () => writeFields(recordMap(rootMap(doc, 'branches'), id), fields));
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
