// The screen of a list that is there: its head, what its state asks for, and the list to work in.

import { useState } from 'preact/hooks';
import { countRows } from '../../../domain/attendanceView.ts';
import { hrefOf } from '../../../domain/places.ts';
import type { Device } from '../../../storage/device.ts';
import { watchSetting } from '../../../storage/settings.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Chip } from '../../../ui/display/Chip.tsx';
import { TickLegend } from '../../../ui/display/Tick.tsx';
import { Spinner } from '../../../ui/feedback/Spinner.tsx';
import { Page } from '../../../ui/layout/Page.tsx';
import { t } from '../../../ui/i18n/attendanceTexts.ts';
import { lazily, useLazy } from '../../../ui/lazily.ts';
import { useObservable } from '../../../ui/useObservable.ts';
import type { Correction, ListTarget } from '../changes/listWrites.ts';
import type { ClosedListProps } from '../sealing/ClosedList.tsx';
import type { PlannedListProps } from './PlannedList.tsx';
import { WorkingList } from './WorkingList.tsx';
import { meetingLine } from './meetingLine.ts';
import type { List } from './useList.ts';
import { useMarks } from './useMarks.ts';

const lazyClosed = lazily(() => import('../sealing/ClosedList.tsx'));
const lazyPlanned = lazily(() => import('./PlannedList.tsx'));

export interface ListScreenProps {
  readonly device: Device;
  readonly list: List;
}

export function ListScreen({ device, list }: ListScreenProps) {
  const { meeting, partnership, organisationName } = list;
  const words = t().attendance;
  const [correcting, setCorrecting] = useState<Omit<Correction, 'head'> | undefined>(undefined);
  const owner = useObservable<string>(() => watchSetting(device.db, 'personName'), [device.db]);
  const by = (owner.kind === 'ready' ? owner.value : '') || partnership.coordinatorName;
  const isCorrecting = meeting.state === 'closed' && correcting !== undefined;
  const target: ListTarget = {
    device,
    partnershipId: partnership.id,
    meetingId: meeting.id,
    correction: isCorrecting ? { ...correcting, head: { meeting, organisationName } } : undefined,
  };
  const marks = useMarks(target, list.rows, isCorrecting ? 'correcting' : meeting.state);
  const counts = countRows(marks.rows);

  const content = () => {
    switch (meeting.state) {
      case 'planned':
        return <Planned device={device} list={list} />;
      case 'open':
        return <WorkingList target={target} list={list} marks={marks} by={by} />;
      case 'closed':
        return (
          <>
            <Closed
              target={target}
              list={list}
              by={by}
              correcting={correcting}
              onCorrecting={setCorrecting}
              settled={marks.settled}
            />
            <WorkingList target={target} list={list} marks={marks} by={by} isReadOnly={!isCorrecting} />
          </>
        );
    }
  };

  return (
    <Page
      title={words.title}
      subtitle={meetingLine(meeting)}
      back={{
        href: hrefOf({ kind: 'meeting', meetingId: meeting.id }),
        label: t().meetings.numbered(meeting.number),
      }}
      actions={
        meeting.state === 'planned' ? (
          <Button icon="printer" href={hrefOf({ kind: 'printList', meetingId: meeting.id })}>
            {t().common.print}
          </Button>
        ) : (
          <>
            <Chip tone="forest" icon="check">
              {words.presentCount(counts.present)}
            </Chip>
            <Chip icon="pen">{words.signatureCount(counts.signed)}</Chip>
            {counts.excused > 0 && <Chip tone="amber">{words.excusedCount(counts.excused)}</Chip>}
          </>
        )
      }
    >
      {content()}
      {meeting.state !== 'planned' && <TickLegend />}
    </Page>
  );
}

function Planned(props: PlannedListProps) {
  const part = useLazy(lazyPlanned, true, props.device.reportFailure);
  return part ? <part.PlannedList {...props} /> : <Spinner label={t().common.loading} />;
}

function Closed(props: ClosedListProps) {
  const part = useLazy(lazyClosed, true, props.target.device.reportFailure);
  return part ? <part.ClosedList {...props} /> : <Spinner label={t().common.loading} />;
}
