// One person signs: the pad, and what happens to the data (RODO art. 13). The basis is a legal duty, so nothing is consented to.

import type { MeetingId, PersonId, SignatureId } from '../../../domain/ids.ts';
import type { Partnership } from '../../../domain/partnership.ts';
import type { ProgrammeRound, RoundPrivacy } from '../../../domain/programme/round.ts';
import type { SignatureContent } from '../../../domain/signature.ts';
import type { Device } from '../../../storage/device.ts';
import { watchRound } from '../../../storage/queries.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Disclosure } from '../../../ui/layout/Disclosure.tsx';
import { t } from '../../../ui/i18n/attendanceTexts.ts';
import { useObservable } from '../../../ui/useObservable.ts';
import { SigningPanel } from '../signing/SigningPanel.tsx';
import styles from './KioskFrame.module.css';

export interface SignStepProps {
  readonly device: Device;
  readonly meetingId: MeetingId;
  readonly personId: PersonId;
  readonly name: string;
  readonly partnership: Partnership;
  readonly onBack: () => void;
  readonly onDone: (id: SignatureId, content: SignatureContent) => Promise<boolean>;
}

export function SignStep({ device, meetingId, personId, name, partnership, onBack, onDone }: SignStepProps) {
  const round = useObservable<ProgrammeRound>(
    () => watchRound(device.db, partnership.roundId),
    [device.db, partnership.roundId],
  );
  return (
    <>
      <SigningPanel device={device} meetingId={meetingId} personId={personId} name={name} onDone={onDone} />
      {round.kind === 'ready' && (
        <Disclosure summary={t().signing.privacy}>
          <PrivacyClause privacy={round.value.privacy} libraryName={partnership.libraryName} />
        </Disclosure>
      )}
      <div class={styles['actions']}>
        <Button variant="quiet" icon="back" onClick={onBack}>
          {t().signing.notMe}
        </Button>
      </div>
    </>
  );
}

interface PrivacyClauseProps {
  readonly privacy: RoundPrivacy;
  readonly libraryName: string;
}

function PrivacyClause({ privacy, libraryName }: PrivacyClauseProps) {
  const words = t().signing.clause;
  const { controller, inspector, retentionYears, clauseUrl } = privacy;
  return (
    <div class={styles['clause']}>
      <p>{words.controller(controller === '' ? libraryName : controller)}</p>
      {inspector !== '' && <p>{words.inspector(inspector)}</p>}
      <p>{words.purpose}</p>
      <p>{words.retention(retentionYears)}</p>
      <p>{words.rights}</p>
      {/* an address to read, not a link: nothing leads out of here */}
      {clauseUrl !== '' && (
        <p>
          {words.whole} {clauseUrl}
        </p>
      )}
    </div>
  );
}
