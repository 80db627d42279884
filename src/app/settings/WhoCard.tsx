// Who uses this device and what it is called; each is stored when its field is left.

import { useEffect, useState } from 'preact/hooks';
import { cleanLine } from '../../domain/text/cleanLine.ts';
import type { Device } from '../../storage/device.ts';
import { readSetting, writeSetting } from '../../storage/settings.ts';
import { Tick } from '../../ui/display/Tick.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { t } from '../../ui/i18n/settingTexts.ts';
import { Card } from '../../ui/layout/Card.tsx';
import { useSaving } from '../../ui/useSaving.ts';
import styles from './Settings.module.css';
import { MAX_NAME, nameProblem } from './nameProblem.ts';

export function WhoCard({ device }: { readonly device: Device }) {
  const texts = t().settings;
  return (
    <Card title={texts.who}>
      <div class={styles['fields']}>
        <SettingField
          device={device}
          setting="personName"
          label={texts.personName}
          hint={texts.personNameHint}
          autocomplete="name"
        />
        <SettingField
          device={device}
          setting="deviceName"
          label={texts.deviceName}
          hint={texts.deviceNameHint}
          autocomplete="off"
        />
      </div>
    </Card>
  );
}

interface SettingFieldProps {
  readonly device: Device;
  readonly setting: 'personName' | 'deviceName';
  readonly label: string;
  readonly hint: string;
  readonly autocomplete: string;
}

function SettingField({ device, setting, label, hint, autocomplete }: SettingFieldProps) {
  /** `undefined` until it has been read: an empty field over a stored name would look lost. */
  const [stored, setStored] = useState<string | undefined>(undefined);
  const [text, setText] = useState('');
  const saving = useSaving();

  useEffect(() => {
    readSetting(device.db, setting).then((value) => {
      setStored(value);
      setText(value);
    }, device.reportFailure);
  }, [device, setting]);

  // Empty is allowed: a name can be taken off a borrowed device.
  const problem = text.trim() === '' ? undefined : nameProblem(text);
  const save = (): void => {
    const clean = cleanLine(text);
    if (problem !== undefined || stored === undefined || clean === stored) return;
    saving
      .save(async () => {
        await writeSetting(device.db, setting, clean);
        setStored(clean);
      })
      .catch(device.reportFailure);
  };
  return (
    <div>
      <TextField
        label={label}
        hint={hint}
        value={text}
        onChange={setText}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === 'Enter') save();
        }}
        error={saving.state.kind === 'failed' ? t().problems.storage.unknown : problem}
        autocomplete={autocomplete}
        maxLength={MAX_NAME + 1}
      />
      {saving.state.kind === 'saved' && <Tick state="device" withText />}
    </div>
  );
}
