// The choices before printing: with names or empty, how many empty rows, whether contact data come on sheets of their own.

import { type ListContent, WALK_IN_ROWS, type WalkInRows } from '../../../../outputs/attendanceList.ts';
import { Checkbox } from '../../../../ui/fields/Checkbox.tsx';
import { RadioGroup, SegmentedControl } from '../../../../ui/fields/RadioGroup.tsx';
import { t } from '../../../../ui/i18n/printTexts.ts';
import { Card } from '../../../../ui/layout/Card.tsx';

const BLANK_ROWS = ['20', '40', '60'] as const;

/** All choices are kept while the kind of list is changed to and fro. */
export interface PrintChoice {
  readonly kind: ListContent['kind'];
  readonly walkInRows: WalkInRows;
  readonly blankRows: (typeof BLANK_ROWS)[number];
}

export const FIRST_CHOICE: PrintChoice = { kind: 'filled', walkInRows: 'fillSheet', blankRows: '20' };

export function optionsOf({ kind, walkInRows, blankRows }: PrintChoice): ListContent {
  switch (kind) {
    case 'filled':
      return { kind, walkInRows };
    case 'blank':
      return { kind, rows: Number(blankRows) };
  }
}

export interface PrintOptionsProps {
  readonly choice: PrintChoice;
  readonly onChoice: (choice: PrintChoice) => void;
  readonly isClosed: boolean;
  readonly contactSheet: boolean;
  readonly onContactSheet: (wanted: boolean) => void;
}

export function PrintOptions({
  choice,
  onChoice,
  isClosed,
  contactSheet,
  onContactSheet,
}: PrintOptionsProps) {
  const words = t().outputs;
  return (
    <Card title={words.settings}>
      <RadioGroup
        label={words.content}
        labelHidden
        options={[
          {
            value: 'filled',
            label: words.filled,
            hint: isClosed ? words.filledClosedHint : words.filledOpenHint,
          },
          { value: 'blank', label: words.blank, hint: words.blankHint },
        ]}
        value={choice.kind}
        onChange={(kind: PrintChoice['kind']) => onChoice({ ...choice, kind })}
      />
      {choice.kind === 'filled' && !isClosed && (
        <RadioGroup
          label={words.walkInRows}
          options={WALK_IN_ROWS.map((value) => ({ value, label: words.walkIns[value] }))}
          value={choice.walkInRows}
          onChange={(walkInRows) => onChoice({ ...choice, walkInRows })}
        />
      )}
      {choice.kind === 'blank' && (
        <SegmentedControl
          label={words.blankRows}
          options={BLANK_ROWS.map((value) => ({ value, label: value }))}
          value={choice.blankRows}
          onChange={(blankRows) => onChoice({ ...choice, blankRows })}
        />
      )}
      {choice.kind === 'filled' && (
        <Checkbox
          label={words.contactSheet}
          hint={words.contactSheetHint}
          checked={contactSheet}
          onChange={onContactSheet}
        />
      )}
    </Card>
  );
}
