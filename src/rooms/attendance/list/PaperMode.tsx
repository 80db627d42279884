// Typing in a list that was taken on paper: what to do, and whether the paper carries the signatures.

import { Button } from '../../../ui/actions/Button.tsx';
import { Banner } from '../../../ui/feedback/Banner.tsx';
import { Checkbox } from '../../../ui/fields/Checkbox.tsx';
import { t } from '../../../ui/i18n/attendanceTexts.ts';

export interface PaperModeProps {
  readonly isSigned: boolean;
  readonly onSigned: (isSigned: boolean) => void;
  readonly onEnd: () => void;
}

export function PaperMode({ isSigned, onSigned, onEnd }: PaperModeProps) {
  const words = t().attendance;
  return (
    <Banner
      icon="sheet"
      title={words.fromPaper}
      action={
        <Button size="small" onClick={onEnd}>
          {words.fromPaperEnd}
        </Button>
      }
    >
      <p>{words.paperText}</p>
      <Checkbox label={words.paperSigned} checked={isSigned} onChange={onSigned} />
    </Banner>
  );
}
