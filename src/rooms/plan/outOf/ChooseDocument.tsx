// Choosing or pasting the document that is brought in. Nothing of it is kept: what cannot be read is told here.

import { useState } from 'preact/hooks';
import { Button } from '../../../ui/actions/Button.tsx';
import { FileButton } from '../../../ui/actions/FileButton.tsx';
import { Banner } from '../../../ui/feedback/Banner.tsx';
import { TextArea } from '../../../ui/fields/TextArea.tsx';
import { t } from '../../../ui/i18n/planOutOfTexts.ts';
import { Toolbar } from '../../../ui/layout/Toolbar.tsx';
import { type BroughtDocument, readPlanDocument } from '../bringIn/readPlanDocument.ts';
import { cleanHtml } from '../text/paste/cleanHtml.ts';
import { plainBlocks } from '../text/paste/plainBlocks.ts';
import type { Brought } from './brought.ts';

export interface ChooseDocumentProps {
  readonly reportFailure: (failure: unknown) => void;
  readonly onRead: (read: Brought) => void;
}

export function ChooseDocument({ reportFailure, onRead }: ChooseDocumentProps) {
  const texts = t().planOutOf;
  const [pasted, setPasted] = useState('');
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [isReading, setIsReading] = useState(false);

  const read = (brought: BroughtDocument): void => {
    const plan = readPlanDocument(brought);
    setProblem(plan.kind === 'refused' ? texts.refused[plan.reason] : undefined);
    if (plan.kind === 'read') onRead(plan);
  };
  const readFile = async (file: File): Promise<void> => {
    setIsReading(true);
    setProblem(undefined);
    try {
      read({ kind: 'docx', bytes: new Uint8Array(await file.arrayBuffer()) });
    } catch (failure) {
      // The file went away, or its disk did.
      reportFailure(failure);
      setProblem(texts.unreadFile);
    } finally {
      setIsReading(false);
    }
  };
  return (
    <>
      <Toolbar>
        <FileButton
          accept=".docx"
          disabled={isReading}
          onFiles={([file]) => {
            if (file !== undefined) void readFile(file);
          }}
        >
          {isReading ? texts.reading : texts.chooseDocx}
        </FileButton>
      </Toolbar>
      {problem !== undefined && (
        <div role="alert">
          <Banner tone="brick" title={problem} />
        </div>
      )}
      <TextArea
        label={texts.orPaste}
        rows={4}
        value={pasted}
        onChange={setPasted}
        onPaste={(event) => {
          const html = event.clipboardData?.getData('text/html') ?? '';
          if (html === '') return;
          event.preventDefault();
          const { blocks, images } = cleanHtml(html);
          read({ kind: 'pasted', blocks, images });
        }}
      />
      <Toolbar>
        <Button icon="eye" onClick={() => read({ kind: 'pasted', blocks: plainBlocks(pasted), images: 0 })}>
          {texts.readPasted}
        </Button>
      </Toolbar>
    </>
  );
}
