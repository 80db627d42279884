// This device: what it holds, how much space is left, and whether the browser promised to keep it.

import { useEffect, useState } from 'preact/hooks';
import {
  type Persistence,
  type Space,
  askPersistence,
  readPersistence,
  readSpace,
} from '../../storage/persistence.ts';
import { Button } from '../../ui/actions/Button.tsx';
import { Meter } from '../../ui/display/Meter.tsx';
import { Banner } from '../../ui/feedback/Banner.tsx';
import { t } from '../../ui/i18n/settingTexts.ts';
import { formatBytes } from '../../ui/i18n/format.ts';
import { Card } from '../../ui/layout/Card.tsx';
import type { AppParts } from '../appParts.ts';
import { saveBackup } from '../backup/saveBackup.ts';
import styles from './SyncScreen.module.css';
import type { WhatIsWhere } from './watchWhatIsWhere.ts';

export interface DeviceCardProps {
  readonly parts: AppParts;
  readonly facts: WhatIsWhere | undefined;
}

export function DeviceCard({ parts: { device }, facts }: DeviceCardProps) {
  const texts = t().sending;
  const save = async (): Promise<void> => saveBackup(await device.ledger.exportAll(), device.today());
  return (
    <Card title={texts.thisDevice}>
      <div class={styles['facts']}>
        {facts !== undefined && (
          <p>
            {facts.partnerships === 0
              ? facts.hasExample
                ? texts.holdsExample
                : texts.holdsNothing
              : texts.holds(facts.partnerships, facts.meetings, facts.people)}
          </p>
        )}
        <SpaceGauge reportFailure={device.reportFailure} />
        <Keeping reportFailure={device.reportFailure} />
      </div>
      <div class={styles['actions']}>
        <Button icon="download" onClick={() => void save().catch(device.reportFailure)}>
          {texts.saveCopy}
        </Button>
      </div>
    </Card>
  );
}

interface ReportingProps {
  readonly reportFailure: (failure: unknown) => void;
}

function SpaceGauge({ reportFailure }: ReportingProps) {
  const [space, setSpace] = useState<Space | 'asking' | 'unknown'>('asking');
  const texts = t().sending;
  useEffect(() => {
    readSpace().then((found) => setSpace(found ?? 'unknown'), reportFailure);
  }, [reportFailure]);
  if (space === 'asking') return null;
  if (space === 'unknown') return <p class={styles['soft']}>{texts.spaceUnknown}</p>;
  const words = texts.space(formatBytes(space.used), formatBytes(space.quota));
  return (
    <>
      <Meter
        label={texts.spaceLabel}
        parts={[{ value: space.used, label: texts.spaceLabel }]}
        max={space.quota}
        text={words}
        tone={space.isNearlyFull ? 'over' : 'normal'}
      />
      <p class={styles['soft']}>{words}</p>
      {space.isNearlyFull && <Banner tone="amber">{t().problems.spaceLow}</Banner>}
    </>
  );
}

function Keeping({ reportFailure }: ReportingProps) {
  const [state, setState] = useState<Persistence | 'refused'>('unknown');
  const texts = t().sending;
  useEffect(() => {
    readPersistence().then(setState, reportFailure);
  }, [reportFailure]);
  const ask = (): void => {
    askPersistence().then((answer) => setState(answer === 'kept' ? 'kept' : 'refused'), reportFailure);
  };
  switch (state) {
    case 'unknown':
      return null;
    case 'kept':
      return <p class={styles['soft']}>{texts.kept}</p>;
    case 'refused':
      return <p role="status">{texts.notGranted}</p>;
    case 'mayBeCleared':
      return (
        <>
          <p class={styles['soft']}>{texts.mayBeCleared}</p>
          <div class={styles['actions']}>
            <Button onClick={ask}>{texts.askKept}</Button>
          </div>
        </>
      );
  }
}
