// What the server refused: of which partnership, why and when, with the file of it and another try. Nothing of it is lost.

import { Button } from '../../ui/actions/Button.tsx';
import { List, ListRow } from '../../ui/display/List.tsx';
import { showToast } from '../../ui/feedback/toasts.ts';
import { t } from '../../ui/i18n/settingTexts.ts';
import { formatDateTime } from '../../ui/i18n/format.ts';
import { Icon } from '../../ui/icons/Icon.tsx';
import { Card } from '../../ui/layout/Card.tsx';
import type { AppParts } from '../appParts.ts';
import { saveRefused } from '../backup/saveBackup.ts';
import type { RefusedPiece } from './watchWhatIsWhere.ts';
import styles from './SyncScreen.module.css';

export interface RefusedCardProps {
  readonly parts: AppParts;
  readonly refused: readonly RefusedPiece[];
}

export function RefusedCard({ parts, refused }: RefusedCardProps) {
  const { device, sync } = parts;
  const texts = t().sending;
  const save = async ({ row }: RefusedPiece): Promise<void> => {
    const { encodeBackup } = await import('../../storage/backup.ts');
    const file = encodeBackup([{ name: row.doc, update: row.update }], device.now());
    saveRefused(file, row.id);
  };
  const retry = async (): Promise<void> => {
    const result = await sync.sendNow();
    if (result.kind === 'failed') showToast({ text: texts.exchange[result.reason], tone: 'problem' });
  };
  return (
    <Card title={texts.refusedTitle}>
      <p>{texts.refusedText}</p>
      <List label={texts.refusedTitle}>
        {refused.map((piece) => (
          <ListRow
            key={piece.row.id}
            start={<Icon name="exclamation" />}
            title={piece.partnershipName || texts.unnamed}
            detail={`${t().sending.refusal[piece.row.reason]} ${texts.refusedAt(formatDateTime(piece.row.at))}`}
            end={
              <Button
                size="small"
                icon="download"
                onClick={() => void save(piece).catch(device.reportFailure)}
              >
                {texts.saveCopy}
              </Button>
            }
          />
        ))}
      </List>
      <div class={styles['actions']}>
        <Button icon="refresh" onClick={() => void retry().catch(device.reportFailure)}>
          {t().common.retry}
        </Button>
      </div>
    </Card>
  );
}
