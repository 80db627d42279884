// The lines of an activity's budget in its form: on what, how much, from whom.

import type { BudgetLineId } from '../../../domain/ids.ts';
import type { PartnerOrganisation } from '../../../domain/organisation.ts';
import { BUDGET_SOURCES, type BudgetSource, readAmount } from '../../../domain/plan/budget.ts';
import { TITLE_MAX } from '../../../domain/text/checkedText.ts';
import type { Device } from '../../../storage/device.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { IconButton } from '../../../ui/actions/IconButton.tsx';
import { FormRow } from '../../../ui/fields/Form.tsx';
import { SelectField } from '../../../ui/fields/SelectField.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { t } from '../../../ui/i18n/planTexts.ts';
import { amountText } from '../amountText.ts';
import { OrganisationField } from '../rows/OrganisationField.tsx';
import type { LineDraft, LineProblems } from './checkActivity.ts';
import styles from './Activities.module.css';

export interface BudgetFieldsProps {
  readonly lines: readonly LineDraft[];
  readonly organisations: readonly PartnerOrganisation[];
  readonly problems: ReadonlyMap<BudgetLineId, LineProblems> | undefined;
  readonly newId: Device['newId'];
  readonly isReadOnly: boolean;
  readonly onChange: (lines: readonly LineDraft[]) => void;
}

export function BudgetFields(props: BudgetFieldsProps) {
  const { lines, organisations, problems, newId, isReadOnly, onChange } = props;
  const texts = t().planWork;
  const set = (id: BudgetLineId, changed: Partial<LineDraft>): void =>
    onChange(lines.map((line) => (line.id === id ? { ...line, ...changed } : line)));
  const add = (): void =>
    onChange([
      ...lines,
      { id: newId<BudgetLineId>(), name: '', amount: '', source: 'grant', organisationId: undefined },
    ]);
  return (
    <fieldset class={styles['budget']}>
      <legend>{texts.budget}</legend>
      {lines.map((line, at) => (
        <div key={line.id} class={styles['budgetLine']} role="group" aria-label={texts.budgetLine(at + 1)}>
          <div class={styles['budgetHead']}>
            <span>{texts.budgetLine(at + 1)}</span>
            {!isReadOnly && (
              <IconButton
                icon="trash"
                label={texts.removeBudgetLine(at + 1)}
                onClick={() => onChange(lines.filter(({ id }) => id !== line.id))}
              />
            )}
          </div>
          <LineFields
            line={line}
            organisations={organisations}
            problems={problems?.get(line.id)}
            onChange={(changed) => set(line.id, changed)}
          />
        </div>
      ))}
      <div class={styles['budgetEnd']}>
        {!isReadOnly && (
          <Button size="small" icon="plus" onClick={add}>
            {texts.addBudgetLine}
          </Button>
        )}
        {lines.length > 1 && (
          <strong>{texts.total(`${amountText(totalOf(lines))} ${texts.currency}`)}</strong>
        )}
      </div>
    </fieldset>
  );
}

interface LineFieldsProps {
  readonly line: LineDraft;
  readonly organisations: readonly PartnerOrganisation[];
  readonly problems: LineProblems | undefined;
  readonly onChange: (changed: Partial<LineDraft>) => void;
}

function LineFields({ line, organisations, problems, onChange }: LineFieldsProps) {
  const texts = t().planWork;
  return (
    <FormRow>
      <TextField
        label={texts.lineName}
        value={line.name}
        onChange={(name) => onChange({ name })}
        error={
          problems?.name &&
          (problems.name === 'empty' ? t().problems.nameRequired : t().problems.tooLong(TITLE_MAX))
        }
      />
      <TextField
        label={texts.amount}
        type="decimal"
        value={line.amount}
        onChange={(amount) => onChange({ amount })}
        error={problems?.amount && texts.number[problems.amount]}
      />
      <SelectField<BudgetSource>
        label={texts.source}
        value={line.source}
        onChange={(source) => onChange({ source })}
        options={BUDGET_SOURCES.map((value) => ({ value, label: texts.sources[value] }))}
      />
      {line.source === 'partner' && (
        <OrganisationField
          label={texts.payer}
          nobody={t().plan.nobodyYet}
          organisations={organisations}
          value={line.organisationId}
          onChange={(organisationId) => onChange({ organisationId })}
        />
      )}
    </FormRow>
  );
}

/** Of what can be read as an amount so far. */
function totalOf(lines: readonly LineDraft[]): number {
  return lines.reduce((total, { amount }) => {
    const read = readAmount(amount);
    return total + (read.kind === 'ok' ? read.value : 0);
  }, 0);
}
