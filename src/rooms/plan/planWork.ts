// What every screen of the plan is given: the device, who writes and whether they may, and the one way to write.

import type { PlanHand } from '../../documents/planCommands.ts';
import type { OrganisationId, PartnershipId } from '../../domain/ids.ts';
import type { Place } from '../../domain/places.ts';
import { type DocumentName, documentName } from '../../schema/documentName.ts';
import type { Device } from '../../storage/device.ts';
import type { OpenDocument } from '../../storage/ledger.ts';

export interface PlanWork {
  readonly device: Device;
  readonly go: (place: Place) => void;
  readonly partnershipId: PartnershipId;
  readonly document: DocumentName;
  readonly me: PlanHand['by'];
  /** Why the plan is only read here: the person's role, or an app too old. `undefined` where it is written. */
  readonly readOnly: 'role' | 'version' | undefined;
  /** Librarian and animator write down in the hall what partners say. */
  readonly maySpeakForPartners: boolean;
  /** Resolves when it is durable here. Throws StorageFailure. */
  readonly write: (run: (doc: OpenDocument['doc'], hand: PlanHand) => void) => Promise<void>;
}

export interface PlanWorkOptions extends Omit<PlanWork, 'document' | 'me' | 'write'> {
  readonly personName: string;
  readonly organisationId: OrganisationId | undefined;
}

export function planWork({ personName, organisationId, ...rest }: PlanWorkOptions): PlanWork {
  const { device } = rest;
  const document = documentName('partnership', rest.partnershipId);
  const me = { name: personName, organisationId };
  return {
    ...rest,
    document,
    me,
    write: (run) =>
      device.ledger.write([{ name: document, run: (doc) => run(doc, { at: device.now(), by: me }) }]),
  };
}
