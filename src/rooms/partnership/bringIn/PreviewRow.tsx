// One row of the list: its values, what is doubtful at its cell, what would happen to it.

import { type RowProblem, isBlocking } from '../../../domain/invitationList.ts';
import { IconButton } from '../../../ui/actions/IconButton.tsx';
import { Chip, type Tone } from '../../../ui/display/Chip.tsx';
import { classNames } from '../../../ui/classNames.ts';
import { t } from '../../../ui/i18n/partnershipTexts.ts';
import { Icon } from '../../../ui/icons/Icon.tsx';
import type { IconName } from '../../../ui/icons/paths.ts';
import { TableCell, TableRow } from '../../../ui/layout/Table.tsx';
import styles from './BringIn.module.css';
import type { PlannedStep } from './importWrites.ts';
import { type CellField, type PreviewRowState, problemsAt } from './previewRows.ts';

export interface PreviewRowProps {
  readonly state: PreviewRowState;
  /** `undefined` for a row that is left out. */
  readonly step: PlannedStep | undefined;
  readonly onTake: (isTaken: boolean) => void;
  readonly onCorrect: () => void;
}

export function PreviewRow({ state, step, onTake, onCorrect }: PreviewRowProps) {
  const { row, isTaken } = state;
  const texts = t().importing;
  const name = row.name || texts.noName;
  const problems = (...fields: readonly (CellField | undefined)[]) =>
    fields
      .flatMap((field) => problemsAt(row, field))
      .map((problem) => <Problem key={problem} problem={problem} />);
  return (
    <TableRow>
      <TableCell card="number">
        <label class={styles['take']}>
          <input
            type="checkbox"
            checked={isTaken}
            aria-label={texts.takeRow(name)}
            onChange={(event) => onTake(event.currentTarget.checked)}
          />
        </label>
      </TableCell>
      <TableCell heading>
        <span class={classNames(!isTaken && styles['left'])}>{name}</span>
        {problems('name', undefined)}
      </TableCell>
      <TableCell>
        {row.organisation}
        {row.role !== '' && <span class={styles['soft']}>{row.role}</span>}
        {problems('organisation', 'role')}
      </TableCell>
      <TableCell>
        <span class={styles['contact']}>{row.phone}</span>
        <span class={styles['contact']}>{row.email}</span>
        {problems('phone', 'email')}
      </TableCell>
      <TableCell card="action">
        <Outcome step={step} />
      </TableCell>
      <TableCell card="corner">
        <IconButton icon="pen" label={texts.correctRow(name)} onClick={onCorrect} />
      </TableCell>
    </TableRow>
  );
}

function Problem({ problem }: { readonly problem: RowProblem }) {
  return (
    <span class={isBlocking(problem) ? styles['blocking'] : styles['doubtful']}>
      <Icon name={isBlocking(problem) ? 'exclamation' : 'warning'} size={18} />
      {t().importing.problem[problem]}
    </span>
  );
}

function Outcome({ step }: { readonly step: PlannedStep | undefined }) {
  const { text, tone, icon } = outcomeOf(step);
  return (
    <Chip small tone={tone} icon={icon}>
      {text}
    </Chip>
  );
}

interface OutcomeLook {
  readonly text: string;
  readonly tone: Tone;
  readonly icon?: IconName;
}

function outcomeOf(step: PlannedStep | undefined): OutcomeLook {
  const texts = t().importing.outcome;
  if (step === undefined) return { text: texts.leftOut, tone: 'neutral', icon: 'minus' };
  const { person } = step;
  switch (person.kind) {
    case 'new':
      return { text: texts.new, tone: 'forest', icon: 'plus' };
    case 'duplicateInFile':
      return { text: texts.double, tone: 'neutral', icon: 'minus' };
    case 'unusable':
      return { text: texts.unusable, tone: 'brick', icon: 'exclamation' };
    case 'known': {
      if (person.changes.length === 0) return { text: texts.known, tone: 'neutral', icon: 'check' };
      const isFilling = person.changes.some((change) => change.from === '');
      return isFilling
        ? { text: texts.filledIn, tone: 'sky', icon: 'pen' }
        : { text: texts.differs, tone: 'amber', icon: 'warning' };
    }
  }
}
