// The filters of the activities, folded until somebody needs them.

import type { GoalId } from '../../../domain/ids.ts';
import { ACTIVITY_STATES, type ActivityState } from '../../../domain/plan/activity.ts';
import type { PartnerOrganisation } from '../../../domain/organisation.ts';
import type { Goal } from '../../../domain/plan/goal.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Checkbox } from '../../../ui/fields/Checkbox.tsx';
import { FormRow } from '../../../ui/fields/Form.tsx';
import { SelectField } from '../../../ui/fields/SelectField.tsx';
import { t } from '../../../ui/i18n/planTexts.ts';
import { Disclosure } from '../../../ui/layout/Disclosure.tsx';
import { GoalField } from './GoalField.tsx';
import { OrganisationField } from '../rows/OrganisationField.tsx';
import { type ActivityFilter, filtersSet, NO_FILTER } from './filterActivities.ts';
import styles from './Activities.module.css';

/** No state: states have no colon. */
const ANY = ':any';

export interface ActivityFiltersProps {
  readonly filter: ActivityFilter;
  readonly goals: readonly Goal[];
  readonly organisations: readonly PartnerOrganisation[];
  readonly onChange: (filter: ActivityFilter) => void;
}

export function ActivityFilters({ filter, goals, organisations, onChange }: ActivityFiltersProps) {
  const texts = t().planWork;
  const set = (changed: Partial<ActivityFilter>): void => onChange({ ...filter, ...changed });
  const count = filtersSet(filter);
  return (
    <Disclosure summary={count === 0 ? texts.filters : texts.filtersSet(count)}>
      <div class={styles['filters']}>
        <FormRow>
          <OrganisationField
            label={texts.owner}
            nobody={texts.anyOrganisation}
            organisations={organisations}
            value={filter.organisationId}
            onChange={(organisationId) => set({ organisationId })}
          />
          <GoalField
            label={texts.goal}
            none={texts.anyGoal}
            goals={goals}
            value={filter.goalId}
            onChange={(goalId: GoalId | undefined) => set({ goalId })}
          />
          <SelectField<ActivityState | typeof ANY>
            label={texts.state}
            value={filter.state ?? ANY}
            onChange={(state) => set({ state: state === ANY ? undefined : state })}
            options={[
              { value: ANY, label: texts.anyState },
              ...ACTIVITY_STATES.map((value) => ({ value, label: texts.states[value] })),
            ]}
          />
        </FormRow>
        <Checkbox
          label={texts.onlyOverdue}
          checked={filter.isOverdue}
          onChange={(isOverdue) => set({ isOverdue })}
        />
        {count > 0 && (
          <div>
            <Button icon="close" onClick={() => onChange(NO_FILTER)}>
              {texts.clearFilters}
            </Button>
          </div>
        )}
      </div>
    </Disclosure>
  );
}
