// The places in the rail and the bottom bar, and which of them a screen belongs to. Five, so that a phone has room.

import { type Place, hrefOf } from '../../domain/places.ts';
import type { IconName } from '../../ui/icons/paths.ts';
import type { ShellItem } from '../../ui/layout/Shell.tsx';

type TopPlace = 'today' | 'meetings' | 'partners' | 'sync' | 'settings';

interface Labels {
  readonly today: string;
  readonly meetings: string;
  readonly people: string;
  readonly sync: string;
  readonly settings: string;
}

/** The item that is marked while a place is open. */
export function topPlaceOf(place: Place): TopPlace {
  switch (place.kind) {
    case 'today':
    case 'begin':
    case 'join':
    case 'switchPartnership':
    case 'notFound':
      return 'today';
    case 'meetings':
    case 'meeting':
    case 'newMeeting':
    case 'attendance':
    case 'selfSigning':
    case 'printList':
      return 'meetings';
    case 'partners':
    case 'partnership':
    case 'partnerships':
      return 'partners';
    case 'importList':
      return place.meetingId === undefined ? 'partners' : 'meetings';
    case 'sync':
      return 'sync';
    case 'people':
    case 'programme':
    case 'settings':
      return 'settings';
  }
}

export function shellItems(place: Place, labels: Labels): readonly ShellItem[] {
  const current = topPlaceOf(place);
  const item = (kind: TopPlace, label: string, icon: IconName): ShellItem => ({
    href: hrefOf({ kind }),
    label,
    icon,
    current: kind === current,
  });
  return [
    item('today', labels.today, 'home'),
    item('meetings', labels.meetings, 'calendar'),
    item('partners', labels.people, 'people'),
    item('sync', labels.sync, 'send'),
    item('settings', labels.settings, 'settings'),
  ];
}
