// Which goal something belongs to, or none.

import type { GoalId } from '../../../domain/ids.ts';
import type { Goal } from '../../../domain/plan/goal.ts';
import { SelectField } from '../../../ui/fields/SelectField.tsx';
import { t } from '../../../ui/i18n/planTexts.ts';
import { inTheirOrder } from '../rows/inTheirOrder.ts';
import { shortName } from '../rows/rowWords.ts';

/** No id: an id has no colon. */
const NONE = ':none';

export interface GoalFieldProps {
  readonly label: string;
  readonly none: string;
  readonly goals: readonly Goal[];
  readonly value: GoalId | undefined;
  readonly onChange: (value: GoalId | undefined) => void;
}

/** A goal that was taken away meanwhile counts as none, until another is chosen. */
export function GoalField({ label, none, goals, value, onChange }: GoalFieldProps) {
  const shown = inTheirOrder(goals);
  return (
    <SelectField<GoalId | typeof NONE>
      label={label}
      value={value !== undefined && shown.some(({ id }) => id === value) ? value : NONE}
      onChange={(chosen) => onChange(chosen === NONE ? undefined : chosen)}
      options={[
        { value: NONE, label: none },
        ...shown.map(({ id, title }, at) => ({
          value: id,
          label: t().planWork.goalNumbered(at + 1, shortName(title)),
        })),
      ]}
    />
  );
}
