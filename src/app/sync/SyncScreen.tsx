// "Gdzie są Twoje dane": in plain words what is on this device, what on the server, what waits and what was refused, and
// the way to send now.

import { TickLegend } from '../../ui/display/Tick.tsx';
import { t } from '../../ui/i18n/settingTexts.ts';
import { Card } from '../../ui/layout/Card.tsx';
import { Columns } from '../../ui/layout/Columns.tsx';
import { Page } from '../../ui/layout/Page.tsx';
import { useObservable } from '../../ui/useObservable.ts';
import { useStore } from '../../ui/useStore.ts';
import { PendingJoins } from '../join/PendingJoins.tsx';
import type { OwnScreenProps } from '../appParts.ts';
import { DeviceCard } from './DeviceCard.tsx';
import { NotConnectedCard } from './NotConnectedCard.tsx';
import { RefusedCard } from './RefusedCard.tsx';
import { SendNowCard } from './SendNowCard.tsx';
import { ServerCard } from './ServerCard.tsx';
import styles from './SyncScreen.module.css';
import { type WhatIsWhere, watchWhatIsWhere } from './watchWhatIsWhere.ts';

export function SyncScreen({ parts }: OwnScreenProps) {
  const { device, sync } = parts;
  const status = useStore(sync.status, (current) => current);
  const observed = useObservable<WhatIsWhere>(() => watchWhatIsWhere(device.db), [device.db]);
  const texts = t().sending;
  const facts = observed.kind === 'ready' ? observed.value : undefined;
  return (
    <Page title={texts.title} subtitle={texts.subtitle}>
      <div class={styles['cards']}>
        {observed.kind === 'failed' && <p role="alert">{t().problems.unreadable}</p>}
        {status.connection.kind === 'noServer' ? (
          <NotConnectedCard />
        ) : (
          <SendNowCard parts={parts} waiting={facts?.waiting ?? []} />
        )}
        {facts !== undefined && facts.refused.length > 0 && (
          <RefusedCard parts={parts} refused={facts.refused} />
        )}
        <PendingJoins parts={parts} />
        <Columns>
          <DeviceCard parts={parts} facts={facts} />
          {status.connection.kind !== 'noServer' && <ServerCard status={status} />}
        </Columns>
        <Card title={texts.legend}>
          <TickLegend />
        </Card>
      </div>
    </Page>
  );
}
