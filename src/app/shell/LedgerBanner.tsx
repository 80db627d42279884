// Stands above every screen while the device cannot store: what it is, how much is only in memory, and what to do.

import type { IsoDate } from '../../domain/time.ts';
import type { Ledger } from '../../storage/ledger.ts';
import { Button } from '../../ui/actions/Button.tsx';
import { Banner } from '../../ui/feedback/Banner.tsx';
import { t } from '../../ui/i18n/firstTexts.ts';
import { useStore } from '../../ui/useStore.ts';
import { saveBackup } from '../backup/saveBackup.ts';

export interface LedgerBannerProps {
  readonly ledger: Ledger;
  readonly today: IsoDate;
  readonly reportFailure: (failure: unknown) => void;
}

export function LedgerBanner({ ledger, today, reportFailure }: LedgerBannerProps) {
  const status = useStore(ledger.status, (current) => current);
  if (status.kind === 'ok') return null;
  const texts = t().problems;
  const save = async (): Promise<void> => saveBackup(await ledger.exportAll(), today);
  return (
    <Banner
      tone="brick"
      title={texts.notStored(status.pending)}
      action={
        <>
          {/* What fails again shows in this very banner. */}
          <Button size="small" onClick={() => void ledger.retry().catch(() => undefined)}>
            {t().common.retry}
          </Button>
          <Button size="small" onClick={() => void save().catch(reportFailure)}>
            {texts.exportFirst}
          </Button>
        </>
      }
    >
      {texts.storage[status.reason]}
    </Banner>
  );
}
