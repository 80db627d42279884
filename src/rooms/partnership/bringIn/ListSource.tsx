// Where the list comes from: a chosen file, one dropped here, or pasted text. What cannot be read is told here, with what to
// do, and the pasted text stays.

import { useState } from 'preact/hooks';
import type { Device } from '../../../storage/device.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { FileButton } from '../../../ui/actions/FileButton.tsx';
import { classNames } from '../../../ui/classNames.ts';
import { Banner } from '../../../ui/feedback/Banner.tsx';
import { Form, FormActions } from '../../../ui/fields/Form.tsx';
import { TextArea } from '../../../ui/fields/TextArea.tsx';
import { t } from '../../../ui/i18n/partnershipTexts.ts';
import { Icon } from '../../../ui/icons/Icon.tsx';
import { Card } from '../../../ui/layout/Card.tsx';
import { Columns } from '../../../ui/layout/Columns.tsx';
import styles from './BringIn.module.css';
import { type ListReading, type ListRefusal, type ReadList, readFile, readText } from './readList.ts';
import { refusalText } from './refusalText.ts';

export interface ListSourceProps {
  readonly device: Device;
  readonly pasted: string;
  readonly onPasted: (text: string) => void;
  readonly onList: (list: ReadList) => void;
}

type Refused = { readonly of: 'file' | 'text'; readonly refusal: ListRefusal };

export function ListSource({ device, pasted, onPasted, onList }: ListSourceProps) {
  const texts = t().importing;
  const [isReading, setIsReading] = useState(false);
  const [isOver, setIsOver] = useState(false);
  const [refused, setRefused] = useState<Refused | undefined>(undefined);

  const read = async (of: Refused['of'], reading: Promise<ListReading>): Promise<void> => {
    setIsReading(true);
    setRefused(undefined);
    try {
      const result = await reading;
      if (result.kind === 'list') onList(result.read);
      else setRefused({ of, refusal: result.refusal });
    } finally {
      setIsReading(false);
    }
  };
  const start = (of: Refused['of'], reading: Promise<ListReading>): void => {
    read(of, reading).catch(device.reportFailure);
  };
  const take = (files: readonly File[]): void => {
    const [file] = files;
    if (file) start('file', readFile(file));
  };

  return (
    <Columns>
      <Card title={texts.fromFile}>
        <div
          class={classNames(styles['drop'], isOver && styles['over'])}
          onDragOver={(event) => {
            event.preventDefault();
            setIsOver(true);
          }}
          onDragLeave={() => setIsOver(false)}
          onDrop={(event) => {
            event.preventDefault();
            setIsOver(false);
            take([...(event.dataTransfer?.files ?? [])]);
          }}
        >
          <Icon name="sheet" size={32} />
          <p>{texts.fromFileText}</p>
          <FileButton
            variant="primary"
            accept=".csv,.txt,.tsv,text/csv,text/plain"
            onFiles={take}
            disabled={isReading}
          >
            {texts.chooseFile}
          </FileButton>
        </div>
        {refused?.of === 'file' && <Refusal refusal={refused.refusal} />}
      </Card>
      <Card title={texts.paste}>
        <Form onSubmit={() => start('text', readText(pasted))}>
          <TextArea
            label={texts.pasted}
            hint={texts.pasteHint}
            value={pasted}
            onChange={onPasted}
            rows={8}
            placeholder={texts.pasteExample}
          />
          {refused?.of === 'text' && <Refusal refusal={refused.refusal} />}
          <FormActions>
            <Button type="submit" busy={isReading} icon="forward">
              {texts.readPasted}
            </Button>
          </FormActions>
        </Form>
      </Card>
    </Columns>
  );
}

function Refusal({ refusal }: { readonly refusal: ListRefusal }) {
  const { title, advice } = refusalText(refusal);
  return (
    <Banner tone="brick" title={title}>
      {advice}
    </Banner>
  );
}
