// The rows of the list as a table, each with what would happen to it. Long lists show their beginning first.

import { useState } from 'preact/hooks';
import type { InvitationValues } from '../../../domain/invitationList.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Checkbox } from '../../../ui/fields/Checkbox.tsx';
import { t } from '../../../ui/i18n/partnershipTexts.ts';
import { Table } from '../../../ui/layout/Table.tsx';
import { CorrectRowDialog } from './CorrectRowDialog.tsx';
import { PreviewRow } from './PreviewRow.tsx';
import type { PlannedStep } from './importWrites.ts';
import type { PreviewRowState } from './previewRows.ts';

export interface PreviewTableProps {
  readonly rows: readonly PreviewRowState[];
  /** One for each row that is taken, in their order. */
  readonly steps: readonly PlannedStep[];
  readonly onCorrect: (at: number, values: InvitationValues) => void;
  readonly onTake: (at: number, isTaken: boolean) => void;
}

/** Enough for any meeting; more are drawn on demand, so that a tablet is not kept busy. */
const SHOWN_FIRST = 150;

export function PreviewTable({ rows, steps, onCorrect, onTake }: PreviewTableProps) {
  const texts = t().importing;
  const [corrected, setCorrected] = useState<number | undefined>(undefined);
  const [onlyDoubtful, setOnlyDoubtful] = useState(false);
  const [showsAll, setShowsAll] = useState(false);

  let taken = 0;
  const entries = rows.map((state, at) => {
    const step = state.isTaken ? steps[taken] : undefined;
    if (state.isTaken) taken += 1;
    return { at, state, step };
  });
  const doubtful = entries.filter(({ state }) => state.row.problems.length > 0);
  const wanted = onlyDoubtful && doubtful.length > 0 ? doubtful : entries;
  const shown = showsAll ? wanted : wanted.slice(0, SHOWN_FIRST);
  const open = corrected === undefined ? undefined : entries[corrected];
  /** The next row that must be looked at, after the one that is open. */
  const next = doubtful.find(({ at }) => at > (corrected ?? -1));

  return (
    <>
      {doubtful.length > 0 && (
        <Checkbox
          label={texts.onlyDoubtful(doubtful.length)}
          checked={onlyDoubtful}
          onChange={setOnlyDoubtful}
        />
      )}
      <Table
        label={texts.preview}
        columns={[
          { label: texts.takeColumn, width: '1.75rem', labelHidden: true },
          { label: t().common.fullName, width: 'minmax(8rem, 3fr)' },
          { label: t().common.organisation, width: 'minmax(8rem, 4fr)' },
          { label: texts.contactColumn, width: 'minmax(8rem, 3fr)' },
          { label: texts.outcomeColumn, width: 'minmax(10.5rem, 2fr)' },
          { label: texts.correct, width: '3rem', labelHidden: true },
        ]}
      >
        {shown.map(({ at, state, step }) => (
          <PreviewRow
            key={at}
            state={state}
            step={step}
            onTake={(isTaken) => onTake(at, isTaken)}
            onCorrect={() => setCorrected(at)}
          />
        ))}
      </Table>
      {shown.length < wanted.length && (
        <Button icon="chevronDown" onClick={() => setShowsAll(true)}>
          {texts.showAllRows(wanted.length)}
        </Button>
      )}
      {open !== undefined && (
        <CorrectRowDialog
          key={open.at}
          row={open.state.row}
          hasNext={next !== undefined}
          onClose={() => setCorrected(undefined)}
          onCorrect={(values, goesOn) => {
            onCorrect(open.at, values);
            setCorrected(goesOn ? next?.at : undefined);
          }}
        />
      )}
    </>
  );
}
