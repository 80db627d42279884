// The way out of signing: the device's PIN, with a wait after wrong tries that is shown as it runs down.

import { useEffect, useState } from 'preact/hooks';
import type { Instant } from '../../../domain/time.ts';
import type { Device } from '../../../storage/device.ts';
import { checkPin } from '../../../storage/pin.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Dialog } from '../../../ui/feedback/Dialog.tsx';
import { Form, FormActions } from '../../../ui/fields/Form.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { t } from '../../../ui/i18n/attendanceTexts.ts';
import { formatTime } from '../../../ui/i18n/format.ts';

export interface LeaveDialogProps {
  readonly device: Device;
  readonly isOpen: boolean;
  /** When signing ends by itself, in milliseconds since 1970. */
  readonly endsAt: number;
  readonly onCancel: () => void;
  readonly onRight: () => Promise<void>;
}

export function LeaveDialog({ isOpen, onCancel, ...rest }: LeaveDialogProps) {
  return (
    <Dialog open={isOpen} title={t().signing.pinTitle} onClose={onCancel}>
      {isOpen && <LeaveForm onCancel={onCancel} {...rest} />}
    </Dialog>
  );
}

type Answer =
  | { readonly kind: 'none' }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'waiting'; readonly until: Instant };

function LeaveForm({ device, endsAt, onCancel, onRight }: Omit<LeaveDialogProps, 'isOpen'>) {
  const words = t().signing;
  const [pin, setPin] = useState('');
  const [answer, setAnswer] = useState<Answer>({ kind: 'none' });
  const [isBusy, setBusy] = useState(false);
  const until = answer.kind === 'waiting' ? answer.until : undefined;
  const seconds = useSecondsLeft(until, device.now);

  const submit = async () => {
    setBusy(true);
    try {
      const check = await checkPin(device.db, pin, device.now());
      switch (check.kind) {
        case 'right':
        // The PIN was taken off this device meanwhile: nothing is left to ask for.
        case 'none':
          await onRight();
          return;
        case 'waiting':
          setAnswer(check);
          break;
        case 'wrong':
          setAnswer(
            check.waitUntil === undefined ? { kind: 'wrong' } : { kind: 'waiting', until: check.waitUntil },
          );
          setPin('');
      }
    } catch (cause) {
      device.reportFailure(cause);
      setAnswer({ kind: 'failed' });
    }
    setBusy(false);
  };

  return (
    <Form onSubmit={() => void submit()}>
      <TextField
        label={words.pin}
        type="pin"
        value={pin}
        onChange={setPin}
        maxLength={8}
        autocomplete="off"
        autofocus
        error={problemOf(answer, seconds)}
      />
      <FormActions>
        <Button type="submit" variant="primary" icon="lock" busy={isBusy} disabled={seconds > 0}>
          {words.pinLeave}
        </Button>
        <Button onClick={onCancel}>{t().common.cancel}</Button>
      </FormActions>
      {answer.kind !== 'none' && <p>{words.pinForgotten(formatTime(endsAt))}</p>}
    </Form>
  );
}

function problemOf(answer: Answer, seconds: number): string | undefined {
  const words = t().signing;
  switch (answer.kind) {
    case 'none':
      return undefined;
    case 'wrong':
      return words.pinWrong;
    case 'failed':
      return t().problems.unexpected;
    case 'waiting':
      return seconds > 0 ? words.pinWait(seconds) : undefined;
  }
}

/** Whole seconds until an instant, counted down; 0 without one. */
function useSecondsLeft(until: Instant | undefined, now: () => Instant): number {
  const left = until === undefined ? 0 : Math.max(0, Math.ceil((until - now()) / 1_000));
  const [, tick] = useState(0);
  useEffect(() => {
    if (until === undefined) return undefined;
    const timer = setInterval(() => {
      tick((count) => count + 1);
      if (now() >= until) clearInterval(timer);
    }, 1_000);
    return () => clearInterval(timer);
  }, [until, now]);
  return left;
}
