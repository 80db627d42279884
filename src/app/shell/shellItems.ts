// The places in the rail and the bottom bar, and which of them a screen belongs to. Five, so that a phone has room.

import { type Place, hrefOf } from '../../domain/places.ts';
import type { IconName } from '../../ui/icons/paths.ts';
import type { ShellItem } from '../../ui/layout/Shell.tsx';

type TopPlace = 'today' | 'meetings' | 'plan' | 'partners' | 'settings';

interface Labels {
  readonly today: string;
  readonly meetings: string;
  readonly plan: string;
  readonly people: string;
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
    case 'plan':
    case 'planPage':
      return 'plan';
    case 'partners':
    case 'partnership':
    case 'partnerships':
      return 'partners';
    case 'importList':
      return place.meetingId === undefined ? 'partners' : 'meetings';
    // The sync chip above every screen leads there.
    case 'sync':
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
    item('plan', labels.plan, 'document'),
    item('partners', labels.people, 'people'),
    item('settings', labels.settings, 'settings'),
  ];
}
