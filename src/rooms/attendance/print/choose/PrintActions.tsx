// "Drukuj" and "Pobierz PDF". The print job is named after the list, so that a browser's "Save as PDF" proposes that name.

import { useEffect, useState } from 'preact/hooks';
import type { ListDocument } from '../../../../outputs/listDocument.ts';
import type { Device } from '../../../../storage/device.ts';
import { Button } from '../../../../ui/actions/Button.tsx';
import { Banner } from '../../../../ui/feedback/Banner.tsx';
import { showToast } from '../../../../ui/feedback/toasts.ts';
import { t } from '../../../../ui/i18n/printTexts.ts';
import { Toolbar } from '../../../../ui/layout/Toolbar.tsx';
import { savePdf } from './savePdf.ts';

type Saving =
  | { readonly kind: 'idle' }
  | { readonly kind: 'making' }
  | { readonly kind: 'refused'; readonly characters: readonly string[] }
  | { readonly kind: 'failed' };

export interface PrintActionsProps {
  readonly device: Device;
  readonly list: ListDocument;
  /** Named in the file as its author. */
  readonly author: string;
  readonly isReady: boolean;
}

export function PrintActions({ device, list, author, isReady }: PrintActionsProps) {
  const words = t().outputs;
  const [saving, setSaving] = useState<Saving>({ kind: 'idle' });
  usePrintJobName(list.name);
  useEffect(() => setSaving({ kind: 'idle' }), [list]);

  const save = async (): Promise<void> => {
    setSaving({ kind: 'making' });
    try {
      const outcome = await savePdf(list, author, new Date(device.now()));
      if (outcome.kind === 'refused') {
        setSaving(outcome);
        return;
      }
      setSaving({ kind: 'idle' });
      showToast({ text: words.saved });
    } catch (cause) {
      device.reportFailure(cause);
      setSaving({ kind: 'failed' });
    }
  };

  return (
    <>
      <Toolbar>
        <Button
          variant="primary"
          size="large"
          icon="printer"
          disabled={!isReady}
          onClick={() => window.print()}
        >
          {words.print}
        </Button>
        <Button
          size="large"
          icon="download"
          disabled={!isReady}
          busy={saving.kind === 'making'}
          onClick={() => {
            save().catch(device.reportFailure);
          }}
        >
          {words.savePdf}
        </Button>
      </Toolbar>
      {problem()}
    </>
  );

  function problem() {
    switch (saving.kind) {
      case 'idle':
      case 'making':
        return null;
      case 'refused':
        return (
          <Banner tone="amber" title={words.pdfLetters(saving.characters.slice(0, 12).join(' '))}>
            {words.pdfLettersText}
          </Banner>
        );
      case 'failed':
        return (
          <Banner tone="brick" title={words.pdfFailed}>
            {words.pdfFailedText}
          </Banner>
        );
    }
  }
}

/** Browsers take the name of a print job, and of a file printed into, from the page's title. */
function usePrintJobName(name: string): void {
  useEffect(() => {
    let before = '';
    const rename = () => {
      before = document.title;
      document.title = name;
    };
    const restore = () => {
      document.title = before;
    };
    window.addEventListener('beforeprint', rename);
    window.addEventListener('afterprint', restore);
    return () => {
      window.removeEventListener('beforeprint', rename);
      window.removeEventListener('afterprint', restore);
    };
  }, [name]);
}
