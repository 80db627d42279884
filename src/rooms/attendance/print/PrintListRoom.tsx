// Załącznik 2 on its way to paper: what to print, the sheets as they will come out, printing and the PDF file. What stands
// on the sheets is outputs'.

import { useMemo, useState } from 'preact/hooks';
import type { MeetingId, PartnershipId } from '../../../domain/ids.ts';
import { type Place, hrefOf } from '../../../domain/places.ts';
import { attendanceListDocument } from '../../../outputs/attendanceList.ts';
import type { Device } from '../../../storage/device.ts';
import { type PrintFacts, watchPrintFacts } from '../../../storage/printQueries.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Banner } from '../../../ui/feedback/Banner.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { Spinner } from '../../../ui/feedback/Spinner.tsx';
import { t } from '../../../ui/i18n/printTexts.ts';
import { Page } from '../../../ui/layout/Page.tsx';
import { useObservable } from '../../../ui/useObservable.ts';
import { listFactsOf } from './printFacts.ts';
import { listWords } from './listWords.ts';
import { PrintActions } from './choose/PrintActions.tsx';
import styles from './PrintListRoom.module.css';
import { FIRST_CHOICE, PrintOptions, optionsOf } from './choose/PrintOptions.tsx';
import { Sheet } from './sheet/Sheet.tsx';

export interface PrintListRoomProps {
  readonly device: Device;
  readonly go: (place: Place) => void;
  readonly partnershipId: PartnershipId;
  readonly meetingId: MeetingId;
}

export function PrintListRoom({ device, partnershipId, meetingId }: PrintListRoomProps) {
  const words = t().outputs;
  // Asked for when they are wanted, and not before: contact data are nobody else's business.
  const [wantsContacts, setWantsContacts] = useState(false);
  const observed = useObservable<PrintFacts | undefined>(
    () => watchPrintFacts(device.db, { partnershipId, meetingId }, wantsContacts),
    [device.db, partnershipId, meetingId, wantsContacts],
  );
  // The sheets stay in sight while the same list is read with its contact data.
  const [shown, setShown] = useState<PrintFacts | undefined>(undefined);
  const facts = observed.kind === 'ready' ? observed.value : observed.kind === 'loading' ? shown : undefined;
  if (facts !== shown && facts !== undefined) setShown(facts);

  const back = { href: hrefOf({ kind: 'meeting', meetingId }), label: words.backToMeeting };
  return (
    <Page title={words.printTitle} back={back}>
      {contents()}
    </Page>
  );

  function contents() {
    if (facts !== undefined)
      return (
        <Printing
          device={device}
          facts={facts}
          wantsContacts={wantsContacts}
          onContacts={setWantsContacts}
          isReading={observed.kind === 'loading'}
        />
      );
    switch (observed.kind) {
      case 'loading':
        return <Spinner label={words.preparing} />;
      case 'failed':
        return (
          <Banner tone="brick" title={words.unreadable}>
            {words.unreadableText}
          </Banner>
        );
      case 'ready':
        return (
          <EmptyState
            icon="calendar"
            title={words.missing}
            action={<Button href={hrefOf({ kind: 'meetings' })}>{t().meetings.title}</Button>}
          >
            {words.missingText}
          </EmptyState>
        );
    }
  }
}

interface PrintingProps {
  readonly device: Device;
  readonly facts: PrintFacts;
  readonly wantsContacts: boolean;
  readonly onContacts: (wanted: boolean) => void;
  /** While contact data are being read; they belong on the sheets, so nothing is printed without them. */
  readonly isReading: boolean;
}

function Printing({ device, facts, wantsContacts, onContacts, isReading }: PrintingProps) {
  const words = t().outputs;
  const [choice, setChoice] = useState(FIRST_CHOICE);
  const list = useMemo(
    () =>
      attendanceListDocument(
        listFactsOf(facts),
        { content: optionsOf(choice), contactSheet: wantsContacts },
        listWords(words.sheet),
      ),
    [facts, choice, wantsContacts, words],
  );
  const isClosed = facts.meeting.state === 'closed';
  const hasContactSheet = list.sheets.some((sheet) => sheet.kind === 'contacts');
  return (
    <div class={styles['room']}>
      <div class={styles['side']}>
        <PrintActions
          device={device}
          list={list}
          author={facts.partnership.libraryName}
          isReady={!isReading}
        />
        {!isClosed && choice.kind === 'filled' && (
          <Banner tone="amber" title={words.notSealed}>
            {words.notSealedText}
          </Banner>
        )}
        <PrintOptions
          choice={choice}
          onChoice={setChoice}
          isClosed={isClosed}
          contactSheet={wantsContacts}
          onContactSheet={onContacts}
        />
        {hasContactSheet && (
          <Banner tone="amber" title={words.contactSheetOn}>
            {words.contactSheetOnText}
          </Banner>
        )}
        {wantsContacts && !hasContactSheet && !isReading && choice.kind === 'filled' && (
          <Banner>{words.noContacts}</Banner>
        )}
      </div>
      <section class={styles['preview']} aria-label={words.preview}>
        <p class={styles['count']}>{words.sheets(list.sheets.length)}</p>
        <div class={styles['sheets']} data-sheets>
          {list.sheets.map((sheet) => (
            <Sheet key={sheet.key} sheet={sheet} />
          ))}
        </div>
      </section>
    </div>
  );
}
