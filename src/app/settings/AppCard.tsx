// The app itself: its version, looking for a new one, installing, the example.

import { useState } from 'preact/hooks';
import { Button } from '../../ui/actions/Button.tsx';
import { t } from '../../ui/i18n/settingTexts.ts';
import { Card } from '../../ui/layout/Card.tsx';
import { useStore } from '../../ui/useStore.ts';
import type { AppParts } from '../appParts.ts';
import { APP_VERSION } from '../appVersion.ts';
import { InstallHint } from '../install/InstallHint.tsx';
import type { UpdateCheck } from '../update/updates.ts';
import styles from './Settings.module.css';

type Looking = 'none' | 'underWay' | UpdateCheck;

export function AppCard({
  parts: { device, example, install, router, updates },
}: {
  readonly parts: AppParts;
}) {
  const [looking, setLooking] = useState<Looking>('none');
  const isOpening = useStore(example.work, (work) => work === 'opening');
  const texts = t().settings;
  const words = {
    upToDate: texts.upToDate,
    newVersion: texts.newVersion,
    unreachable: texts.updateUnreachable,
  };
  const look = (): void => {
    setLooking('underWay');
    updates.check().then(setLooking, device.reportFailure);
  };
  const openExample = (): void => {
    example.open().then(() => router.go({ kind: 'today' }), device.reportFailure);
  };
  return (
    <Card title={texts.app}>
      <p>{texts.version(APP_VERSION)}</p>
      <div class={styles['actions']}>
        <Button icon="refresh" busy={looking === 'underWay'} onClick={look}>
          {texts.checkUpdate}
        </Button>
        <Button icon="eye" busy={isOpening} onClick={openExample}>
          {texts.example}
        </Button>
      </div>
      <p class={styles['status']} role="status">
        {looking !== 'none' && looking !== 'underWay' && words[looking]}
      </p>
      <InstallHint offer={install} reportFailure={device.reportFailure} />
    </Card>
  );
}
