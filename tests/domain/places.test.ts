import { describe, expect, it } from 'vitest';
import { asId, type MeetingId, type PartnershipId } from '../../src/domain/ids.ts';
import { type Place, hrefOf, placeOf } from '../../src/domain/places.ts';

const meetingId = asId<MeetingId>('V1StGXR8_Z5jdHi6');
const PLACES: readonly Place[] = [
  { kind: 'today' },
  { kind: 'begin' },
  { kind: 'join' },
  { kind: 'meetings' },
  { kind: 'newMeeting' },
  { kind: 'meeting', meetingId },
  { kind: 'attendance', meetingId },
  { kind: 'selfSigning', meetingId },
  { kind: 'printList', meetingId },
  { kind: 'importList', meetingId },
  { kind: 'importList', meetingId: undefined },
  { kind: 'plan' },
  { kind: 'planPage', page: 'potrzeby', item: undefined },
  { kind: 'planPage', page: 'cele', item: 'V1StGXR8_Z5jdHi6' },
  { kind: 'partners' },
  { kind: 'partnership' },
  { kind: 'partnerships' },
  { kind: 'switchPartnership', partnershipId: asId<PartnershipId>('p1') },
  { kind: 'programme' },
  { kind: 'people' },
  { kind: 'sync' },
  { kind: 'settings' },
];

describe('places', () => {
  it('have an address each that leads back to them', () => {
    expect(PLACES.map((place) => placeOf(hrefOf(place)))).toEqual(PLACES);
    expect(new Set(PLACES.map(hrefOf)).size).toBe(PLACES.length);
  });
  it('forgive a slash at the end, and know nothing of other paths', () => {
    expect(placeOf('/spotkania/')).toEqual({ kind: 'meetings' });
    for (const path of [
      '/x',
      '/spotkania/a b',
      '/spotkania/abc/lista/1',
      '/partnerzy/abc',
      '/plan/cele/a b',
      '/plan/cele/abc/1',
      '/partnerstwa/a/b',
    ]) {
      expect(placeOf(path)).toEqual({ kind: 'notFound' });
    }
  });
});
