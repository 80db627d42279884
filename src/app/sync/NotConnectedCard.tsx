// On a device that works alone: that this is fine, and how it can be connected.

import { hrefOf } from '../../domain/places.ts';
import { Button } from '../../ui/actions/Button.tsx';
import { t } from '../../ui/i18n/settingTexts.ts';
import { Card } from '../../ui/layout/Card.tsx';
import { Disclosure } from '../../ui/layout/Disclosure.tsx';
import styles from './SyncScreen.module.css';

export function NotConnectedCard() {
  const texts = t().sending;
  return (
    <Card title={texts.noServerTitle}>
      <p>{texts.noServerText}</p>
      <Disclosure summary={texts.howToConnect}>
        <p>{texts.connectSteps}</p>
      </Disclosure>
      <div class={styles['actions']}>
        <Button variant="primary" icon="qr" href={hrefOf({ kind: 'join' })}>
          {texts.enterCode}
        </Button>
      </div>
    </Card>
  );
}
