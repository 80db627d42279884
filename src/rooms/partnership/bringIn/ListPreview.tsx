// The list before it is brought in: what it would add, each row with a way to correct it or leave it out, and where to
// invite the people. Nothing is written until the one button is pressed; then everything is, as one change.

import { useMemo, useRef, useState } from 'preact/hooks';
import type { MeetingId, PartnershipId } from '../../../domain/ids.ts';
import type { Place } from '../../../domain/places.ts';
import { planImport } from '../../../domain/planImport.ts';
import type { Device } from '../../../storage/device.ts';
import { askPersistence } from '../../../storage/persistence.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { showToast } from '../../../ui/feedback/toasts.ts';
import { Checkbox } from '../../../ui/fields/Checkbox.tsx';
import { FormActions } from '../../../ui/fields/Form.tsx';
import { t } from '../../../ui/i18n/partnershipTexts.ts';
import { Card } from '../../../ui/layout/Card.tsx';
import { useSaving } from '../../../ui/useSaving.ts';
import { NotStored } from '../../../ui/feedback/NotStored.tsx';
import { LeftOut } from './LeftOut.tsx';
import { NO_MEETING, type MeetingChoice, MeetingChoiceField } from './MeetingChoiceField.tsx';
import { PreviewTable } from './PreviewTable.tsx';
import { summariseImport } from './importSummary.ts';
import { type ImportWrites, importChanges, importWrites } from './importWrites.ts';
import { knownPeople } from './knownPeople.ts';
import { summaryText } from './summaryText.ts';
import { type PreviewRowState, correctRow } from './previewRows.ts';
import type { ReadList } from './readList.ts';
import { type ImportFacts, useImportFacts } from './useImportFacts.ts';

export interface ListPreviewProps {
  readonly device: Device;
  readonly partnershipId: PartnershipId;
  readonly meetingId: MeetingId | undefined;
  readonly list: ReadList;
  readonly onAnother: () => void;
  readonly onDone: (place: Place) => void;
}

export function ListPreview(props: ListPreviewProps) {
  const facts = useImportFacts(props.device, props.partnershipId);
  switch (facts.kind) {
    case 'loading':
      return <p>{t().common.loading}</p>;
    case 'failed':
      return <p role="alert">{t().problems.unreadable}</p>;
    case 'ready':
      return <Preview {...props} facts={facts.value} />;
  }
}

function Preview(props: ListPreviewProps & { readonly facts: ImportFacts }) {
  const { device, partnershipId, list, facts, onAnother, onDone } = props;
  const texts = t().importing;
  const [rows, setRows] = useState<readonly PreviewRowState[]>(() =>
    list.list.rows.map((row) => ({ row, isTaken: true })),
  );
  const [meeting, setMeeting] = useState<MeetingChoice | undefined>(props.meetingId);
  const [replacesKnown, setReplacesKnown] = useState(false);
  const { state, save } = useSaving();
  /** What an attempt wrote: tried again as it is, so that a failed one never enters anybody twice. */
  const attempted = useRef<ImportWrites | undefined>(undefined);

  const known = useMemo(() => knownPeople(facts), [facts]);
  const steps = useMemo(
    () =>
      planImport(
        rows.filter(({ isTaken }) => isTaken).map(({ row }) => row),
        known,
      ),
    [rows, known],
  );
  const summary = useMemo(() => summariseImport(steps), [steps]);
  const open = facts.meetings.filter((each) => !each.isHidden && each.state !== 'closed');
  const chosen = meeting ?? (open.length === 1 ? open[0]?.id : undefined) ?? NO_MEETING;
  const meetingId = chosen === NO_MEETING ? undefined : chosen;

  /** `at`: the place in the list. Several rows may come from one line of the source. */
  const change = (at: number, changed: (state: PreviewRowState) => PreviewRowState): void => {
    attempted.current = undefined;
    setRows((all) => all.map((each, place) => (place === at ? changed(each) : each)));
  };

  const bringIn = async (): Promise<void> => {
    const { newId, now, today } = device;
    const writes =
      attempted.current ??
      importWrites(steps, facts, { newId, now: now(), today: today(), replacesKnown, meetingId });
    attempted.current = writes;
    const isStored = await save(() => device.ledger.write(importChanges(writes, partnershipId)));
    if (!isStored) return;
    askPersistence().catch(device.reportFailure);
    const text =
      writes.persons.length === 0 ? texts.nothingNew(summary.people) : texts.taken(writes.persons.length);
    showToast({ text });
    onDone(meetingId ? { kind: 'meeting', meetingId } : { kind: 'partners' });
  };

  return (
    <>
      <Card tone="forest">
        <p>
          <strong>{summaryText(summary)}</strong>
        </p>
        {summary.filledIn > 0 && <p>{texts.filledIn(summary.filledIn)}</p>}
        {summary.doubles > 0 && <p>{texts.doubles(summary.doubles)}</p>}
        {summary.unusable > 0 && <p>{texts.unusable(summary.unusable)}</p>}
      </Card>
      <LeftOut list={list.list} />
      <PreviewTable
        rows={rows}
        steps={steps}
        onCorrect={(at, values) => change(at, (each) => correctRow(each, values))}
        onTake={(at, isTaken) => change(at, (each) => ({ ...each, isTaken }))}
      />
      <Card>
        <MeetingChoiceField meetings={open} value={chosen} onChange={setMeeting} today={device.today()} />
        {summary.differing > 0 && (
          <Checkbox
            label={texts.replace(summary.differing)}
            hint={texts.replaceHint}
            checked={replacesKnown}
            onChange={setReplacesKnown}
          />
        )}
        <NotStored state={state} />
        <FormActions>
          <Button
            variant="primary"
            size="large"
            icon="check"
            busy={state.kind === 'saving'}
            disabled={summary.people === 0}
            onClick={() => {
              bringIn().catch(device.reportFailure);
            }}
          >
            {meetingId === undefined ? texts.take(summary.newPeople) : texts.takeAndInvite(summary.people)}
          </Button>
          <Button size="large" onClick={onAnother}>
            {texts.another}
          </Button>
        </FormActions>
      </Card>
    </>
  );
}
