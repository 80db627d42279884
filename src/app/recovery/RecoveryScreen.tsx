// Shown when this device's storage does not open. Nothing is wiped: it can be tried again, and what can still be read is
// saved to a file.

import { useState } from 'preact/hooks';
import { isoDateOf } from '../../domain/time.ts';
import type { StorageFailure } from '../../storage/storageFailure.ts';
import { Button } from '../../ui/actions/Button.tsx';
import { Disclosure } from '../../ui/layout/Disclosure.tsx';
import { FormActions } from '../../ui/fields/Form.tsx';
import { t } from '../../ui/i18n/recoveryTexts.ts';
import { Page } from '../../ui/layout/Page.tsx';
import { saveBackup } from '../backup/saveBackup.ts';
import { describeFailure } from '../failures/describeFailure.ts';
import { BareFrame } from '../shell/BareFrame.tsx';

export interface RecoveryScreenProps {
  readonly failure: StorageFailure;
  readonly onRetry: () => Promise<void>;
  readonly reportFailure: (failure: unknown) => void;
}

type Rescue =
  | { readonly kind: 'none' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly documents: number }
  | { readonly kind: 'nothing' };

export function RecoveryScreen({ failure, onRetry, reportFailure }: RecoveryScreenProps) {
  const [isTrying, setTrying] = useState(false);
  const [rescue, setRescue] = useState<Rescue>({ kind: 'none' });
  const { problems, recovery: texts } = t();

  const retry = (): void => {
    setTrying(true);
    onRetry()
      .catch(reportFailure)
      .finally(() => setTrying(false));
  };
  const save = async (): Promise<void> => {
    setRescue({ kind: 'saving' });
    const { rescueDocuments } = await import('./rescueDocuments.ts');
    const { documents, file } = await rescueDocuments(Date.now());
    if (documents === 0) return setRescue({ kind: 'nothing' });
    saveBackup(file, isoDateOf(new Date()));
    return setRescue({ kind: 'saved', documents });
  };

  return (
    <BareFrame>
      <Page title={texts.title} subtitle={problems.storage[failure.reason]} width="text">
        <p>{texts.text}</p>
        <FormActions>
          <Button variant="primary" icon="refresh" busy={isTrying} onClick={retry}>
            {t().common.retry}
          </Button>
          <Button
            icon="download"
            busy={rescue.kind === 'saving'}
            onClick={() => {
              save().catch((cause: unknown) => {
                reportFailure(cause);
                setRescue({ kind: 'nothing' });
              });
            }}
          >
            {texts.rescue}
          </Button>
        </FormActions>
        <p role="status">
          {rescue.kind === 'saved' && texts.rescued(rescue.documents)}
          {rescue.kind === 'nothing' && texts.nothingToRescue}
        </p>
        <Disclosure summary={problems.details}>
          <pre>{describeFailure(failure)}</pre>
        </Disclosure>
      </Page>
    </BareFrame>
  );
}
