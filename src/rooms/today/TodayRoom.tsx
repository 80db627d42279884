// Dziś: the first screen of the day, with one next action.

import type { PartnershipId } from '../../domain/ids.ts';
import type { Place } from '../../domain/places.ts';
import type { Device } from '../../storage/device.ts';
import { t } from '../../ui/i18n/catalogue.ts';
import { Page } from '../../ui/layout/Page.tsx';

export interface TodayRoomProps {
  readonly device: Device;
  readonly go: (place: Place) => void;
  readonly partnershipId: PartnershipId;
}

export function TodayRoom(_props: TodayRoomProps) {
  return <Page title={t().today.title}>{t().common.loading}</Page>;
}
