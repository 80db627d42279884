// The list of a meeting that has not begun: who is invited, and the one action that opens it.

import { useState } from 'preact/hooks';
import type { PersonId } from '../../../domain/ids.ts';
import { hrefOf } from '../../../domain/places.ts';
import type { Device } from '../../../storage/device.ts';
import { StorageFailure } from '../../../storage/storageFailure.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { FieldError } from '../../../ui/fields/Field.tsx';
import { Card } from '../../../ui/layout/Card.tsx';
import { t } from '../../../ui/i18n/attendanceTexts.ts';
import { AttendanceList, type WorkActions } from './AttendanceList.tsx';
import { PersonDetails } from './PersonDialog.tsx';
import type { List } from './useList.ts';
import styles from './WorkingList.module.css';

export interface PlannedListProps {
  readonly device: Device;
  readonly list: List;
}

export function PlannedList({ device, list }: PlannedListProps) {
  const { meeting, partnership, rows } = list;
  const words = t().attendance;
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | undefined>(undefined);

  const [shownId, setShownId] = useState<PersonId | undefined>(undefined);
  const [actions] = useState<WorkActions>(() => ({
    toggle: () => undefined,
    sign: () => undefined,
    more: (row) => setShownId(row.id),
  }));

  const open = async () => {
    setBusy(true);
    try {
      const { writeOpening } = await import('../changes/listWrites.ts');
      await writeOpening(device, partnership.id, meeting.id);
    } catch (failure) {
      if (!(failure instanceof StorageFailure)) device.reportFailure(failure);
      setProblem(
        failure instanceof StorageFailure ? t().problems.storage[failure.reason] : t().problems.unexpected,
      );
    }
    setBusy(false);
  };

  return (
    <>
      <Card title={words.plannedTitle}>
        <p>{rows.length === 0 ? words.plannedEmpty : words.plannedText(rows.length)}</p>
        <div class={styles['actions']}>
          <Button variant="primary" size="large" icon="check" busy={isBusy} onClick={() => void open()}>
            {words.openList}
          </Button>
          <Button icon="upload" href={hrefOf({ kind: 'importList', meetingId: meeting.id })}>
            {words.bringIn}
          </Button>
        </div>
        <FieldError id="opening-problem" error={problem} />
      </Card>
      {rows.length > 0 && (
        <AttendanceList
          rows={rows}
          total={rows.length}
          actions={actions}
          isEditable={false}
          freshId={undefined}
          isFollowing={false}
        />
      )}
      <PersonDetails row={rows.find((row) => row.id === shownId)} onClose={() => setShownId(undefined)} />
    </>
  );
}
