// The partnerships on this device: which one is in front, changing to another, beginning a new one.

import type { PartnershipId } from '../../../domain/ids.ts';
import { hrefOf } from '../../../domain/places.ts';
import type { Row } from '../../../storage/database.ts';
import type { Device } from '../../../storage/device.ts';
import { watchPartnerships } from '../../../storage/queries.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Avatar } from '../../../ui/display/Avatar.tsx';
import { Chip } from '../../../ui/display/Chip.tsx';
import { List, ListRow } from '../../../ui/display/List.tsx';
import { t } from '../../../ui/i18n/partnershipTexts.ts';
import { Card } from '../../../ui/layout/Card.tsx';
import { useObservable } from '../../../ui/useObservable.ts';

export interface DevicePartnershipsProps {
  readonly device: Device;
  readonly current: PartnershipId;
}

export function DevicePartnerships({ device, current }: DevicePartnershipsProps) {
  const texts = t().partnership;
  const observed = useObservable<readonly Row<'partnerships'>[]>(
    () => watchPartnerships(device.db),
    [device.db],
  );
  const partnerships = observed.kind === 'ready' ? observed.value : [];
  return (
    <Card title={texts.onDevice}>
      <List label={texts.onDevice}>
        {partnerships.map((partnership) => {
          const isCurrent = partnership.id === current;
          return (
            <ListRow
              key={partnership.id}
              start={<Avatar id={partnership.id} name={partnership.name} />}
              title={partnership.name}
              detail={partnership.libraryName}
              end={
                <>
                  {partnership.isExample && (
                    <Chip small tone="sky">
                      {texts.isExample}
                    </Chip>
                  )}
                  {isCurrent && (
                    <Chip small tone="forest" icon="check">
                      {texts.isOpen}
                    </Chip>
                  )}
                </>
              }
              href={
                isCurrent ? undefined : hrefOf({ kind: 'switchPartnership', partnershipId: partnership.id })
              }
            />
          );
        })}
      </List>
      <Button icon="plus" href={hrefOf({ kind: 'begin' })}>
        {texts.beginAnother}
      </Button>
    </Card>
  );
}
