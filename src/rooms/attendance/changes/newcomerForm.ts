// What was typed of somebody who is not on the list: checked, and recognised where the person is known already.

import type { PersonId } from '../../../domain/ids.ts';
import { type KnownPerson, findSamePerson } from '../../../domain/knownPeople.ts';
import type { PartnerOrganisation } from '../../../domain/organisation.ts';
import { type CheckedText, checkPersonName, checkTitleLike } from '../../../domain/text/checkedText.ts';
import { organisationKey } from '../../../domain/text/organisationKey.ts';
import type { Newcomer, NewcomerOrganisation } from './rowChange.ts';

type Refusal = Extract<CheckedText, { readonly kind: 'refused' }>['reason'];

export type NewcomerCheck =
  | { readonly kind: 'new'; readonly newcomer: Newcomer }
  /** Somebody of that name from that organisation is known: no second record is made. */
  | { readonly kind: 'known'; readonly personId: PersonId }
  | {
      readonly kind: 'refused';
      readonly name: Refusal | undefined;
      readonly organisation: Refusal | undefined;
    };

export function checkNewcomer(
  typed: { readonly name: string; readonly organisation: string },
  people: readonly KnownPerson[],
  organisations: readonly PartnerOrganisation[],
): NewcomerCheck {
  const name = checkPersonName(typed.name);
  const organisation = checkTitleLike(typed.organisation);
  const isWithout = organisation.kind === 'refused' && organisation.reason === 'empty';
  if (name.kind === 'refused' || (organisation.kind === 'refused' && !isWithout)) {
    return {
      kind: 'refused',
      name: name.kind === 'refused' ? name.reason : undefined,
      organisation: organisation.kind === 'refused' && !isWithout ? organisation.reason : undefined,
    };
  }
  const from = organisation.kind === 'ok' ? organisation.value : '';
  const same = findSamePerson(people, name.value, from);
  if (same !== undefined) return { kind: 'known', personId: same.id };
  return {
    kind: 'new',
    newcomer: { name: name.value, organisation: organisationOf(organisations, from) },
  };
}

/** One that is known however it is written, a new one, or none. */
function organisationOf(organisations: readonly PartnerOrganisation[], name: string): NewcomerOrganisation {
  if (name === '') return { kind: 'none' };
  const key = organisationKey(name);
  const known = organisations.find((each) => !each.isHidden && organisationKey(each.name) === key);
  return known ? { kind: 'known', id: known.id } : { kind: 'new', name };
}
