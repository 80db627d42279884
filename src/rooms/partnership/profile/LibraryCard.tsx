// The library: name, gmina, contact, enrolment in the programme, branches. Each field is stored as soon as it is left.

import { editLibrary, editPartnership } from '../../../documents/partnershipCommands.ts';
import { EMPTY_LIBRARY, enrolmentProblem } from '../../../domain/library.ts';
import type { ProgrammeRound } from '../../../domain/programme/round.ts';
import { decodeIsoDate } from '../../../domain/time.ts';
import { documentName } from '../../../schema/documentName.ts';
import type { Row } from '../../../storage/database.ts';
import type { Device } from '../../../storage/device.ts';
import type { DocumentChange } from '../../../storage/ledger.ts';
import { watchRound } from '../../../storage/queries.ts';
import { FormRow } from '../../../ui/fields/Form.tsx';
import { t } from '../../../ui/i18n/partnershipTexts.ts';
import { Card } from '../../../ui/layout/Card.tsx';
import { useObservable } from '../../../ui/useObservable.ts';
import { emailProblem, optionalTitleProblem, phoneProblem, titleProblem } from '../fields/textProblem.ts';
import { Branches } from './Branches.tsx';
import { SavedDate } from './SavedDate.tsx';
import { SavedText } from './SavedText.tsx';

export interface LibraryCardProps {
  readonly device: Device;
  readonly partnership: Row<'partnerships'>;
}

export function LibraryCard({ device, partnership }: LibraryCardProps) {
  const texts = t().partnership;
  const { roundId, library = EMPTY_LIBRARY } = partnership;
  const round = useObservable<ProgrammeRound>(() => watchRound(device.db, roundId), [device.db, roundId]);
  const store = (run: DocumentChange['run']): Promise<void> =>
    device.ledger.write([{ name: documentName('partnership', partnership.id), run }]);
  const shared = { isSent: partnership.unsent === 0, reportFailure: device.reportFailure };
  return (
    <Card title={texts.library}>
      <SavedText
        {...shared}
        label={texts.libraryName}
        hint={texts.libraryHint}
        value={partnership.libraryName}
        problemOf={titleProblem}
        onSave={(libraryName) => store((doc) => editPartnership(doc, { libraryName }))}
      />
      <SavedText
        {...shared}
        label={texts.gmina}
        value={partnership.gmina}
        problemOf={optionalTitleProblem}
        onSave={(gmina) => store((doc) => editPartnership(doc, { gmina }))}
      />
      <SavedText
        {...shared}
        label={texts.libraryAddress}
        value={library.address}
        problemOf={optionalTitleProblem}
        onSave={(address) => store((doc) => editLibrary(doc, { address }))}
      />
      <FormRow>
        <SavedText
          {...shared}
          label={t().common.phone}
          type="tel"
          value={library.phone}
          problemOf={phoneProblem}
          onSave={(phone) => store((doc) => editLibrary(doc, { phone }))}
        />
        <SavedText
          {...shared}
          label={t().common.email}
          type="email"
          value={library.email}
          problemOf={emailProblem}
          onSave={(email) => store((doc) => editLibrary(doc, { email }))}
        />
      </FormRow>
      <p>{texts.libraryContactNote}</p>
      <SavedDate
        {...shared}
        label={texts.enrolledOn}
        value={library.enrolledOn ?? ''}
        problemOf={(day) => dayProblem(enrolmentProblem(day, device.today()))}
        onSave={(day) => store((doc) => editLibrary(doc, { enrolledOn: decodeIsoDate(day) }))}
      />
      <SavedText
        {...shared}
        label={texts.acceptedRules}
        hint={round.kind === 'ready' ? texts.acceptedRulesHint(round.value.rulesVersion) : undefined}
        value={library.acceptedRules}
        problemOf={optionalTitleProblem}
        onSave={(acceptedRules) => store((doc) => editLibrary(doc, { acceptedRules }))}
      />
      <Branches {...shared} device={device} branches={library.branches} store={store} />
    </Card>
  );
}

function dayProblem(problem: ReturnType<typeof enrolmentProblem>): string | undefined {
  switch (problem) {
    case 'notADate':
      return t().problems.dateInvalid;
    case 'absurd':
      return t().problems.dateTooFar;
    case undefined:
      return undefined;
  }
}
