// What waits, by partnership, and the button that sends it; then what truly became of it.

import { useState } from 'preact/hooks';
import type { SendResult } from '../../sync/visit.ts';
import { Button } from '../../ui/actions/Button.tsx';
import { Chip } from '../../ui/display/Chip.tsx';
import { List, ListRow } from '../../ui/display/List.tsx';
import { Banner } from '../../ui/feedback/Banner.tsx';
import { ProgressBar } from '../../ui/feedback/ProgressBar.tsx';
import { t } from '../../ui/i18n/settingTexts.ts';
import { Icon } from '../../ui/icons/Icon.tsx';
import { Card } from '../../ui/layout/Card.tsx';
import type { AppParts } from '../appParts.ts';
import styles from './SyncScreen.module.css';
import type { WaitingIn } from './watchWhatIsWhere.ts';

export interface SendNowCardProps {
  readonly parts: AppParts;
  readonly waiting: readonly WaitingIn[];
}

type Sending =
  | { readonly kind: 'idle' }
  | { readonly kind: 'underWay' }
  | { readonly kind: 'done'; readonly result: SendResult };

export function SendNowCard({ parts, waiting }: SendNowCardProps) {
  const [sending, setSending] = useState<Sending>({ kind: 'idle' });
  const texts = t().sending;
  const send = (): void => {
    setSending({ kind: 'underWay' });
    parts.sync.sendNow().then(
      (result) => setSending({ kind: 'done', result }),
      (cause: unknown) => {
        parts.device.reportFailure(cause);
        setSending({ kind: 'done', result: { kind: 'failed', reason: 'unexpected' } });
      },
    );
  };
  return (
    <Card title={texts.waitingTitle}>
      {waiting.length === 0 ? (
        <p>{texts.nothingWaits}</p>
      ) : (
        <List label={texts.waitingTitle}>
          {waiting.map(({ partnershipId, name, unsent }) => (
            <ListRow
              key={partnershipId}
              start={<Icon name="send" />}
              title={name || texts.unnamed}
              end={<Chip tone="amber">{texts.waitingIn(unsent)}</Chip>}
            />
          ))}
        </List>
      )}
      {sending.kind === 'underWay' && <ProgressBar label={texts.underWay} />}
      {sending.kind === 'done' && <Result result={sending.result} />}
      <div class={styles['actions']}>
        <Button variant="primary" icon="send" busy={sending.kind === 'underWay'} onClick={send}>
          {texts.sendNow}
        </Button>
      </div>
    </Card>
  );
}

function Result({ result }: { readonly result: SendResult }) {
  const texts = t().sending;
  switch (result.kind) {
    case 'noServer':
      return <Banner tone="amber">{texts.noServerTitle}</Banner>;
    case 'failed':
      return (
        <Banner tone="amber" title={texts.failed}>
          {texts.exchange[result.reason]} {texts.nothingLost}
        </Banner>
      );
    case 'sent':
      return result.refused.length === 0 ? (
        <Banner tone="forest">{texts.sent(result.received)}</Banner>
      ) : (
        <Banner tone="amber">{texts.sentPartly}</Banner>
      );
  }
}
