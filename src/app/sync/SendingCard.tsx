// On Dziś, while something waits to be sent: what it is in plain words. Nothing when nothing waits.

import { hrefOf } from '../../domain/places.ts';
import { Button } from '../../ui/actions/Button.tsx';
import { t } from '../../ui/i18n/firstTexts.ts';
import { Card } from '../../ui/layout/Card.tsx';
import { useStore } from '../../ui/useStore.ts';
import type { AppParts } from '../appParts.ts';
import type { Waiting } from './watchWaiting.ts';

export interface SendingCardProps {
  readonly parts: AppParts;
  readonly waiting: Waiting;
}

export function SendingCard({ parts, waiting }: SendingCardProps) {
  const connection = useStore(parts.sync.status, (status) => status.connection);
  const texts = t().sync;
  if (connection.kind === 'noServer' || waiting.unsent === 0) return null;
  return (
    <Card tone="amber" title={texts.waiting(waiting.unsent)}>
      <p>{connection.kind === 'offline' ? texts.waitingOfflineText : texts.waitingText}</p>
      <Button icon="send" href={hrefOf({ kind: 'sync' })}>
        {texts.whatWaits}
      </Button>
    </Card>
  );
}
