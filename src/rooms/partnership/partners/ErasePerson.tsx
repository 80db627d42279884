// The second step of erasing a person's data for good: what goes, what stays and what is not reached is said before it.

import { useState } from 'preact/hooks';
import type { PartnershipId, PersonId } from '../../../domain/ids.ts';
import type { Device, RebuildFailure } from '../../../storage/device.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Banner } from '../../../ui/feedback/Banner.tsx';
import { showToast } from '../../../ui/feedback/toasts.ts';
import { FormActions } from '../../../ui/fields/Form.tsx';
import { t } from '../../../ui/i18n/partnershipTexts.ts';
import { erasePerson } from './erasePerson.ts';
import styles from './Partners.module.css';

interface ErasePersonProps {
  readonly device: Device;
  readonly partnershipId: PartnershipId;
  readonly id: PersonId;
  readonly name: string;
  readonly onErased: () => void;
  readonly onBack: () => void;
}

type Step =
  | { readonly kind: 'asked' }
  | { readonly kind: 'erasing' }
  | { readonly kind: 'failed'; readonly reason: RebuildFailure };

export function ErasePerson({ device, partnershipId, id, name, onErased, onBack }: ErasePersonProps) {
  const texts = t().partnership.erasing;
  const [step, setStep] = useState<Step>({ kind: 'asked' });

  const erase = async (): Promise<void> => {
    setStep({ kind: 'erasing' });
    try {
      const result = await erasePerson(device, partnershipId, id);
      if (result.kind === 'failed') {
        setStep(result);
        return;
      }
      showToast({ text: result.kind === 'erased' ? texts.done : texts.doneAtServer });
      onErased();
    } catch (cause) {
      setStep({ kind: 'failed', reason: 'notStored' });
      device.reportFailure(cause);
    }
  };

  const isErasing = step.kind === 'erasing';
  return (
    <div class={styles['erasing']}>
      <p>
        <strong>{name}</strong>
      </p>
      <p>{texts.goes}</p>
      <p>{texts.stays}</p>
      <p>{texts.notReached}</p>
      {step.kind === 'failed' && <Banner tone="brick">{texts.failed[step.reason]}</Banner>}
      {isErasing && <p role="status">{texts.underWay}</p>}
      <FormActions>
        <Button variant="danger" busy={isErasing} onClick={() => void erase()}>
          {texts.confirm}
        </Button>
        <Button onClick={onBack} disabled={isErasing} autofocus>
          {t().common.cancel}
        </Button>
      </FormActions>
    </div>
  );
}
