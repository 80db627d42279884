// The server, as this device knows it: since when connected or not, the last success, the last failure and what to do.

import type { Connection, SyncStatus } from '../../sync/status.ts';
import { Banner } from '../../ui/feedback/Banner.tsx';
import { t } from '../../ui/i18n/settingTexts.ts';
import { formatDateTime } from '../../ui/i18n/format.ts';
import { Card } from '../../ui/layout/Card.tsx';
import styles from './SyncScreen.module.css';

export function ServerCard({ status }: { readonly status: SyncStatus }) {
  const { connection, exchange, lastSuccess, clockSkewMinutes } = status;
  const texts = t().sending;
  return (
    <Card title={texts.server}>
      <div class={styles['facts']}>
        <p>{connectionWords(connection)}</p>
        <p class={styles['soft']}>
          {lastSuccess === undefined ? texts.neverSucceeded : texts.lastSuccess(formatDateTime(lastSuccess))}
        </p>
        {exchange.kind === 'failed' && (
          <Banner tone="amber" title={texts.lastFailure(formatDateTime(exchange.at))}>
            {texts.exchange[exchange.reason]} {texts.nothingLost}
          </Banner>
        )}
        {clockSkewMinutes !== 0 && (
          <Banner tone="amber" icon="clock">
            {clockSkewMinutes > 0 ? texts.clockAhead(clockSkewMinutes) : texts.clockBehind(-clockSkewMinutes)}
          </Banner>
        )}
      </div>
    </Card>
  );
}

function connectionWords(connection: Connection): string {
  const texts = t().sending;
  switch (connection.kind) {
    case 'noServer':
      return texts.noServerTitle;
    case 'connecting':
      return texts.connecting;
    case 'offline':
      return texts.offlineSince(formatDateTime(connection.since));
    case 'online':
      return texts.onlineSince(formatDateTime(connection.since));
  }
}
