// The screen of a list that is there: its head, what its state asks for, and the list to work in.

import { useState } from 'preact/hooks';
import { countRows } from '../../../domain/attendanceView.ts';
import { hrefOf } from '../../../domain/places.ts';
import type { Device } from '../../../storage/device.ts';
import { watchSetting } from '../../../storage/settings.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Chip } from '../../../ui/display/Chip.tsx';
import { TickLegend } from '../../../ui/display/Tick.tsx';
import { Page } from '../../../ui/layout/Page.tsx';
import { t } from '../../../ui/i18n/attendanceTexts.ts';
import { useObservable } from '../../../ui/useObservable.ts';
import type { Correction, ListTarget } from '../changes/listWrites.ts';
import { ClosedList } from '../sealing/ClosedList.tsx';
import { PlannedList } from './PlannedList.tsx';
import { WorkingList } from './WorkingList.tsx';
import { meetingLine } from './meetingLine.ts';
import type { List } from './useList.ts';
import { useMarks } from './useMarks.ts';

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
        return <PlannedList device={device} list={list} />;
      case 'open':
        return <WorkingList target={target} list={list} marks={marks} by={by} />;
      case 'closed':
        return (
          <>
            <ClosedList
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
