// A copy of everything to a file, and bringing one in. Bringing in merges: twice is as once, and nothing here is replaced.

import { useState } from 'preact/hooks';
import type { DecodedBackup } from '../../storage/backup.ts';
import { Button } from '../../ui/actions/Button.tsx';
import { FileButton } from '../../ui/actions/FileButton.tsx';
import { Banner } from '../../ui/feedback/Banner.tsx';
import { Spinner } from '../../ui/feedback/Spinner.tsx';
import { showToast } from '../../ui/feedback/toasts.ts';
import { t } from '../../ui/i18n/settingTexts.ts';
import { Card } from '../../ui/layout/Card.tsx';
import type { AppParts } from '../appParts.ts';
import { saveBackup } from '../backup/saveBackup.ts';
import styles from './Settings.module.css';

type BringingIn =
  | { readonly kind: 'none' }
  | { readonly kind: 'underWay' }
  | Extract<DecodedBackup, { readonly kind: 'refused' }>
  | { readonly kind: 'failed' };

export function BackupCard({ parts: { device, engine } }: { readonly parts: AppParts }) {
  const [state, setState] = useState<BringingIn>({ kind: 'none' });
  const texts = t().settings;
  const save = async (): Promise<void> => saveBackup(await device.ledger.exportAll(), device.today());
  const bringIn = async (file: File): Promise<void> => {
    setState({ kind: 'underWay' });
    const bytes = new Uint8Array(await file.arrayBuffer());
    const decoded = await (await engine()).importBackup(bytes);
    setState(decoded.kind === 'refused' ? decoded : { kind: 'none' });
    // In a toast: with its first partnership an empty device gets another frame, and this card is drawn anew.
    if (decoded.kind === 'backup') showToast({ text: texts.imported(decoded.documents.length) });
  };
  return (
    <Card title={texts.data}>
      <p>{texts.dataText}</p>
      <div class={styles['actions']}>
        <Button icon="download" onClick={() => void save().catch(device.reportFailure)}>
          {texts.exportAll}
        </Button>
        <FileButton
          accept=".json,application/json"
          disabled={state.kind === 'underWay'}
          onFiles={([file]) => {
            if (file === undefined) return;
            bringIn(file).catch((cause: unknown) => {
              device.reportFailure(cause);
              setState({ kind: 'failed' });
            });
          }}
        >
          {texts.importBackup}
        </FileButton>
      </div>
      <Outcome state={state} />
    </Card>
  );
}

function Outcome({ state }: { readonly state: BringingIn }) {
  const texts = t().settings;
  switch (state.kind) {
    case 'none':
      return null;
    case 'underWay':
      return <Spinner label={texts.importing} />;
    case 'failed':
      return <Banner tone="brick">{texts.importFailed}</Banner>;
    case 'refused':
      return (
        <Banner tone="brick">{state.reason === 'notABackup' ? texts.notABackup : texts.newerBackup}</Banner>
      );
  }
}
