// The device's PIN: whether there is one, setting it and changing it.

import { useState } from 'preact/hooks';
import type { Device } from '../../storage/device.ts';
import { checkPin, isPin, setPin } from '../../storage/pin.ts';
import { type PinHash, watchSetting } from '../../storage/settings.ts';
import { Button } from '../../ui/actions/Button.tsx';
import { Dialog } from '../../ui/feedback/Dialog.tsx';
import { showToast } from '../../ui/feedback/toasts.ts';
import { Form, FormActions } from '../../ui/fields/Form.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { t } from '../../ui/i18n/settingTexts.ts';
import { Card } from '../../ui/layout/Card.tsx';
import { useObservable } from '../../ui/useObservable.ts';
import styles from './Settings.module.css';

export function PinCard({ device }: { readonly device: Device }) {
  const texts = t().settings;
  const [isOpen, setOpen] = useState(false);
  const pin = useObservable<PinHash | undefined>(() => watchSetting(device.db, 'pin'), [device.db]);
  const isSet = pin.kind === 'ready' && pin.value !== undefined;
  return (
    <Card title={texts.pin}>
      <p>{texts.pinText}</p>
      <p class={styles['soft']}>{isSet ? texts.pinSet : texts.pinNone}</p>
      <div class={styles['actions']}>
        <Button icon="lock" onClick={() => setOpen(true)}>
          {isSet ? texts.changePin : texts.setPin}
        </Button>
      </div>
      <Dialog open={isOpen} title={isSet ? texts.changePin : texts.setPin} onClose={() => setOpen(false)}>
        <PinForm
          device={device}
          isSet={isSet}
          onDone={() => {
            setOpen(false);
            showToast({ text: texts.pinSaved });
          }}
        />
      </Dialog>
    </Card>
  );
}

interface PinFormProps {
  readonly device: Device;
  readonly isSet: boolean;
  readonly onDone: () => void;
}

interface Problems {
  readonly old?: string;
  readonly next?: string;
  readonly again?: string;
}

function PinForm({ device, isSet, onDone }: PinFormProps) {
  const [old, setOld] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [problems, setProblems] = useState<Problems>({});
  const [isBusy, setBusy] = useState(false);
  const texts = t().settings;

  const change = async (): Promise<void> => {
    if (!isPin(next)) return setProblems({ next: texts.pinBad });
    if (next !== again) return setProblems({ again: texts.pinDifferent });
    const wrong = isSet ? await oldPinProblem() : undefined;
    if (wrong !== undefined) return setProblems({ old: wrong });
    await setPin(device.db, next);
    return onDone();
  };

  async function oldPinProblem(): Promise<string | undefined> {
    const now = device.now();
    const check = await checkPin(device.db, old, now);
    const wait = (until: number): string => texts.pinWait(Math.ceil((until - now) / 1_000));
    switch (check.kind) {
      case 'right':
      case 'none':
        return undefined;
      case 'wrong':
        return check.waitUntil === undefined ? texts.pinWrong : wait(check.waitUntil);
      case 'waiting':
        return wait(check.until);
    }
  }

  return (
    <Form
      onSubmit={() => {
        setBusy(true);
        change()
          .catch(device.reportFailure)
          .finally(() => setBusy(false));
      }}
    >
      {isSet && (
        <TextField label={texts.pinOld} type="pin" value={old} onChange={setOld} error={problems.old} />
      )}
      <TextField
        label={texts.pinNew}
        hint={texts.pinNewHint}
        type="pin"
        value={next}
        onChange={setNext}
        error={problems.next}
      />
      <TextField label={texts.pinAgain} type="pin" value={again} onChange={setAgain} error={problems.again} />
      <FormActions>
        <Button variant="primary" type="submit" busy={isBusy}>
          {t().common.save}
        </Button>
      </FormActions>
    </Form>
  );
}
