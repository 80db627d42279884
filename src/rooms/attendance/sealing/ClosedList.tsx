// Above a closed list: its seal, and correcting it, which begins with a reason.

import { useState } from 'preact/hooks';
import { Button } from '../../../ui/actions/Button.tsx';
import { Banner } from '../../../ui/feedback/Banner.tsx';
import { Spinner } from '../../../ui/feedback/Spinner.tsx';
import { t } from '../../../ui/i18n/attendanceTexts.ts';
import type { Correction, ListTarget } from '../changes/listWrites.ts';
import type { List } from '../list/useList.ts';
import { CorrectionDialog } from './CorrectionDialog.tsx';
import { SealBanner } from './SealBanner.tsx';
import { sealListAgain } from './closeList.ts';
import { useSealState } from './useSealState.ts';

export interface ClosedListProps {
  readonly target: ListTarget;
  readonly list: List;
  readonly by: string;
  /** Why and by whom the list is being corrected; it begins with a reason and ends with the screen. */
  readonly correcting: Omit<Correction, 'head'> | undefined;
  readonly onCorrecting: (correcting: Omit<Correction, 'head'> | undefined) => void;
  readonly settled: () => Promise<void>;
}

export function ClosedList({ target, list, by, correcting, onCorrecting, settled }: ClosedListProps) {
  const words = t().attendance;
  const state = useSealState(list, target.device.reportFailure);
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | undefined>(undefined);

  const sealAgain = async () => {
    setBusy(true);
    const { meeting, organisationName } = list;
    const correction = {
      reason: words.seal.lateReason,
      by: by === '' ? words.seal.somebody : by,
      head: { meeting, organisationName },
    };
    setProblem(await sealListAgain(target, correction, settled));
    setBusy(false);
  };

  return (
    <>
      {state === undefined ? (
        <Spinner label={words.seal.checking} />
      ) : (
        <SealBanner
          state={state}
          isCorrecting={correcting !== undefined}
          isBusy={isBusy}
          onCorrect={() => setAsking(true)}
          onSealAgain={() => void sealAgain()}
        />
      )}
      {problem !== undefined && <Banner tone="brick">{problem}</Banner>}
      {correcting !== undefined && (
        <Banner
          tone="amber"
          icon="pen"
          title={words.correction.title}
          action={
            <Button size="small" variant="primary" icon="check" onClick={() => onCorrecting(undefined)}>
              {words.correction.end}
            </Button>
          }
        >
          {words.correction.banner(correcting.reason)}
        </Banner>
      )}
      <CorrectionDialog
        isOpen={isAsking}
        by={by}
        onCancel={() => setAsking(false)}
        onBegin={(correction) => {
          setAsking(false);
          onCorrecting(correction);
        }}
      />
    </>
  );
}
