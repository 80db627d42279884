// Which organisations the list shows: by their status, or those that were removed.

import { ORGANISATION_STATUSES, type OrganisationStatus } from '../../../domain/organisation.ts';
import { SelectField } from '../../../ui/fields/SelectField.tsx';
import { t } from '../../../ui/i18n/partnershipTexts.ts';

export type StatusFilter = OrganisationStatus | 'all' | 'hidden';

export interface StatusFilterFieldProps {
  readonly value: StatusFilter;
  readonly onChange: (value: StatusFilter) => void;
}

export function StatusFilterField({ value, onChange }: StatusFilterFieldProps) {
  const texts = t().partnership;
  return (
    <SelectField<StatusFilter>
      label={texts.show}
      labelHidden
      value={value}
      onChange={onChange}
      options={[
        { value: 'all', label: texts.showAll },
        ...ORGANISATION_STATUSES.map((status) => ({ value: status, label: texts.status[status] })),
        { value: 'hidden', label: texts.showRemoved },
      ]}
    />
  );
}
