// What happens to a person's representation when they begin to speak for another organisation, or for none: people change,
// organisations stay, and the history says who spoke for whom and when.

import type { OrganisationId, RepresentationId } from './ids.ts';
import type { Representation } from './organisation.ts';
import type { IsoDate } from './time.ts';

export interface WantedRepresentation {
  /** `undefined`: speaks for nobody. */
  readonly organisationId: OrganisationId | undefined;
  readonly role: string;
}

export type RepresentationWrite =
  | {
      readonly kind: 'change';
      readonly id: RepresentationId;
      readonly fields: Partial<Pick<Representation, 'organisationId' | 'role' | 'to'>>;
    }
  | {
      readonly kind: 'begin';
      readonly organisationId: OrganisationId;
      readonly role: string;
      readonly from: IsoDate;
    };

/**
 * The writes that lead from the current representation to the wanted one; none when they are alike. What was entered the
 * same day is corrected in place: choosing the wrong organisation and then the right one is no history.
 */
export function changeRepresentation(
  current: Representation | undefined,
  wanted: WantedRepresentation,
  today: IsoDate,
): readonly RepresentationWrite[] {
  const { organisationId, role } = wanted;
  if (current === undefined) {
    return organisationId === undefined ? [] : [{ kind: 'begin', organisationId, role, from: today }];
  }
  if (organisationId === undefined) return [{ kind: 'change', id: current.id, fields: { to: today } }];
  if (organisationId === current.organisationId) {
    return role === current.role ? [] : [{ kind: 'change', id: current.id, fields: { role } }];
  }
  if (current.from === today) return [{ kind: 'change', id: current.id, fields: { organisationId, role } }];
  return [
    { kind: 'change', id: current.id, fields: { to: today } },
    { kind: 'begin', organisationId, role, from: today },
  ];
}
