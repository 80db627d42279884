// The partnership's own facts, the library's, and the partnerships on this device.

import type { PartnershipId } from '../../domain/ids.ts';
import type { Place } from '../../domain/places.ts';
import type { Row } from '../../storage/database.ts';
import type { Device } from '../../storage/device.ts';
import { watchPartnership } from '../../storage/queries.ts';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import { t } from '../../ui/i18n/partnershipTexts.ts';
import { Column, Columns } from '../../ui/layout/Columns.tsx';
import { Page } from '../../ui/layout/Page.tsx';
import { useObservable } from '../../ui/useObservable.ts';
import { DevicePartnerships } from './profile/DevicePartnerships.tsx';
import { LibraryCard } from './profile/LibraryCard.tsx';
import { LibraryFacts } from './profile/LibraryFacts.tsx';
import { ProfileCard } from './profile/ProfileCard.tsx';

export interface PartnershipRoomProps {
  readonly device: Device;
  readonly go: (place: Place) => void;
  readonly partnershipId: PartnershipId;
  /** Whether the person keeps the partnership's people and lists, and with them the library's facts; partners read those. */
  readonly mayKeepRegister: boolean;
}

export function PartnershipRoom({ device, partnershipId, mayKeepRegister }: PartnershipRoomProps) {
  const texts = t().partnership;
  const observed = useObservable<Row<'partnerships'> | undefined>(
    () => watchPartnership(device.db, partnershipId),
    [device.db, partnershipId],
  );
  switch (observed.kind) {
    case 'loading':
      return <Page title={texts.title}>{t().common.loading}</Page>;
    case 'failed':
      return (
        <Page title={texts.title}>
          <p role="alert">{t().problems.unreadable}</p>
        </Page>
      );
    case 'ready': {
      const partnership = observed.value;
      if (partnership === undefined) {
        return (
          <Page title={texts.title}>
            <EmptyState icon="people" title={texts.notHere} />
          </Page>
        );
      }
      const shown = { device, partnership };
      return (
        <Page title={texts.title} subtitle={partnership.name}>
          <Columns key={partnershipId}>
            <Column>
              <ProfileCard {...shown} />
              <DevicePartnerships device={device} current={partnershipId} />
            </Column>
            <Column>
              {mayKeepRegister ? <LibraryCard {...shown} /> : <LibraryFacts partnership={partnership} />}
            </Column>
          </Columns>
        </Page>
      );
    }
  }
}
