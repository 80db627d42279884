// The places of the product and their addresses: what a link points to. Opening the right screen is left to the app.

import { type MeetingId, type PartnershipId, decodeId, isId } from './ids.ts';

export type Place =
  | { readonly kind: 'today' }
  | { readonly kind: 'begin' }
  | { readonly kind: 'join' }
  | { readonly kind: 'meetings' }
  | { readonly kind: 'meeting'; readonly meetingId: MeetingId }
  | { readonly kind: 'newMeeting' }
  | { readonly kind: 'attendance'; readonly meetingId: MeetingId }
  | { readonly kind: 'selfSigning'; readonly meetingId: MeetingId }
  | { readonly kind: 'printList'; readonly meetingId: MeetingId }
  | { readonly kind: 'plan' }
  /** A section of the plan or another page of it, and what it is about. Which pages there are the plan's room knows. */
  | { readonly kind: 'planPage'; readonly page: string; readonly item: string | undefined }
  | { readonly kind: 'partners' }
  | { readonly kind: 'importList'; readonly meetingId: MeetingId | undefined }
  | { readonly kind: 'partnership' }
  | { readonly kind: 'partnerships' }
  | { readonly kind: 'switchPartnership'; readonly partnershipId: PartnershipId }
  | { readonly kind: 'programme' }
  | { readonly kind: 'people' }
  | { readonly kind: 'sync' }
  | { readonly kind: 'settings' }
  | { readonly kind: 'notFound' };

export type PlanPlace = Extract<Place, { readonly kind: 'plan' | 'planPage' }>;

/** The path of a place, "/spotkania/abc/lista". */
export function hrefOf(place: Place): string {
  switch (place.kind) {
    case 'today':
    case 'notFound':
      return '/';
    case 'begin':
      return '/zacznij';
    case 'join':
      return '/dolacz';
    case 'meetings':
      return '/spotkania';
    case 'newMeeting':
      return '/spotkania/nowe';
    case 'meeting':
      return `/spotkania/${place.meetingId}`;
    case 'attendance':
      return `/spotkania/${place.meetingId}/lista`;
    case 'selfSigning':
      return `/spotkania/${place.meetingId}/podpisy`;
    case 'printList':
      return `/spotkania/${place.meetingId}/druk`;
    case 'importList':
      return place.meetingId ? `/spotkania/${place.meetingId}/wczytaj` : '/partnerzy/wczytaj';
    case 'plan':
      return '/plan';
    case 'planPage':
      return place.item === undefined ? `/plan/${place.page}` : `/plan/${place.page}/${place.item}`;
    case 'partners':
      return '/partnerzy';
    case 'partnership':
      return '/partnerstwo';
    case 'partnerships':
      return '/partnerstwa';
    case 'switchPartnership':
      return `/partnerstwa/${place.partnershipId}`;
    case 'programme':
      return '/program';
    case 'people':
      return '/dostep';
    case 'sync':
      return '/wysylka';
    case 'settings':
      return '/ustawienia';
  }
}

const FIXED: readonly Place[] = [
  { kind: 'today' },
  { kind: 'begin' },
  { kind: 'join' },
  { kind: 'meetings' },
  { kind: 'newMeeting' },
  { kind: 'plan' },
  { kind: 'partners' },
  { kind: 'importList', meetingId: undefined },
  { kind: 'partnership' },
  { kind: 'partnerships' },
  { kind: 'programme' },
  { kind: 'people' },
  { kind: 'sync' },
  { kind: 'settings' },
];

/** The place of a path (without query and fragment); `notFound` for any other. */
export function placeOf(path: string): Place {
  const clean = path.length > 1 ? path.replace(/\/+$/, '') || '/' : path;
  const fixed = FIXED.find((place) => hrefOf(place) === clean);
  if (fixed) return fixed;
  const [, room, rawId, leaf] = clean.split('/');
  if (room === 'partnerstwa' && leaf === undefined) {
    const partnershipId = decodeId<PartnershipId>(rawId);
    return partnershipId ? { kind: 'switchPartnership', partnershipId } : { kind: 'notFound' };
  }
  if (room === 'plan') {
    const place: Place = { kind: 'planPage', page: rawId ?? '', item: leaf };
    return isId(rawId) && (leaf === undefined || isId(leaf)) && hrefOf(place) === clean
      ? place
      : { kind: 'notFound' };
  }
  const meetingId = decodeId<MeetingId>(rawId);
  if (room !== 'spotkania' || meetingId === undefined) return { kind: 'notFound' };
  const candidates: readonly Place[] = [
    { kind: 'meeting', meetingId },
    { kind: 'attendance', meetingId },
    { kind: 'selfSigning', meetingId },
    { kind: 'printList', meetingId },
    { kind: 'importList', meetingId },
  ];
  return candidates.find((place) => hrefOf(place) === clean) ?? { kind: 'notFound' };
}
