// In the operator's hands, before the tablet is passed round: what will happen, a PIN if there is none, and the start.

import { useState } from 'preact/hooks';
import { hrefOf } from '../../../domain/places.ts';
import type { Device } from '../../../storage/device.ts';
import { enterKiosk } from '../../../storage/kiosk.ts';
import { isPin, setPin } from '../../../storage/pin.ts';
import { type PinHash, watchSetting } from '../../../storage/settings.ts';
import { storageFailure } from '../../../storage/storageFailure.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { FieldError } from '../../../ui/fields/Field.tsx';
import { Form, FormActions } from '../../../ui/fields/Form.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { t } from '../../../ui/i18n/attendanceTexts.ts';
import { useObservable } from '../../../ui/useObservable.ts';
import { meetingLine } from '../list/meetingLine.ts';
import type { List } from '../list/useList.ts';
import { KioskFrame } from './KioskFrame.tsx';

export interface PrepareKioskProps {
  readonly device: Device;
  readonly list: List;
}

export function PrepareKiosk({ device, list }: PrepareKioskProps) {
  const { meeting, partnership } = list;
  const words = t().signing;
  const pin = useObservable<PinHash | undefined>(() => watchSetting(device.db, 'pin'), [device.db]);
  const needsPin = pin.kind === 'ready' && pin.value === undefined;
  const [typed, setTyped] = useState('');
  const [again, setAgain] = useState('');
  const [isAsked, setAsked] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const back = (
    <Button icon="back" href={hrefOf({ kind: 'attendance', meetingId: meeting.id })}>
      {words.backToList}
    </Button>
  );

  if (meeting.state !== 'open') {
    return (
      <KioskFrame line={meetingLine(meeting)} exit={back} title={words.notOpenTitle} isCentred>
        <p>{words.notOpenText}</p>
      </KioskFrame>
    );
  }

  const begin = async () => {
    setAsked(true);
    if (needsPin && (!isPin(typed) || typed !== again)) return;
    setBusy(true);
    // Must be asked within the tap. Where the browser has none, the page stays as it is.
    const whole = document.documentElement.requestFullscreen?.({ navigationUI: 'hide' });
    whole?.catch(() => undefined);
    try {
      if (needsPin && crypto.subtle === undefined) setProblem(words.pinUnavailable);
      else {
        if (needsPin) await setPin(device.db, typed);
        await enterKiosk(device.db, {
          partnershipId: partnership.id,
          meetingId: meeting.id,
          since: device.now(),
        });
      }
    } catch (cause) {
      setProblem(t().problems.storage[storageFailure(cause).reason]);
    }
    setBusy(false);
  };

  return (
    <KioskFrame line={meetingLine(meeting)} exit={back} title={words.title} isCentred>
      <p>{words.startText}</p>
      <Form onSubmit={() => void begin()}>
        {needsPin && (
          <>
            <TextField
              label={words.pinSet}
              hint={words.pinHint}
              type="pin"
              value={typed}
              onChange={setTyped}
              maxLength={8}
              autocomplete="new-password"
              error={isAsked && !isPin(typed) ? words.pinFormat : undefined}
            />
            <TextField
              label={words.pinAgain}
              type="pin"
              value={again}
              onChange={setAgain}
              maxLength={8}
              autocomplete="new-password"
              error={isAsked && isPin(typed) && typed !== again ? words.pinDifferent : undefined}
            />
          </>
        )}
        <FormActions>
          <Button type="submit" variant="primary" size="large" icon="lock" busy={isBusy}>
            {words.start}
          </Button>
        </FormActions>
        <FieldError id="kiosk-problem" error={problem} />
      </Form>
    </KioskFrame>
  );
}
