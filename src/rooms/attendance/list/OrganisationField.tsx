// An organisation typed or chosen: those that are known are offered as one types, by one tap.

import type { PartnerOrganisation } from '../../../domain/organisation.ts';
import { foldPolish } from '../../../domain/text/foldPolish.ts';
import { organisationKey } from '../../../domain/text/organisationKey.ts';
import { searchMatches } from '../../../domain/text/searchMatches.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { t } from '../../../ui/i18n/attendanceTexts.ts';
import styles from './OrganisationField.module.css';

export interface OrganisationFieldProps {
  readonly organisations: readonly PartnerOrganisation[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
}

const MOST_OFFERED = 4;
const LEAST_LETTERS = 2;

export function OrganisationField({ organisations, value, onChange, error }: OrganisationFieldProps) {
  const offered = offer(organisations, value);
  return (
    <div class={styles['field']}>
      <TextField
        label={t().common.organisation}
        optional
        value={value}
        onChange={onChange}
        error={error}
        autocomplete="off"
        enterkeyhint="done"
      />
      {offered.length > 0 && (
        <div class={styles['offered']} role="group" aria-label={t().attendance.knownOrganisations}>
          {offered.map(({ id, name }) => (
            <Button key={id} size="small" onClick={() => onChange(name)}>
              {name}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

function offer(organisations: readonly PartnerOrganisation[], typed: string): readonly PartnerOrganisation[] {
  if (typed.trim().length < LEAST_LETTERS) return [];
  // "osp" finds "Ochotnicza Straż Pożarna" too.
  const key = organisationKey(typed);
  const found = organisations.filter(
    ({ isHidden, name }) =>
      !isHidden && (searchMatches(foldPolish(name), typed) || organisationKey(name).startsWith(key)),
  );
  // Chosen already: nothing is left to offer.
  if (found.some(({ name }) => name === typed)) return [];
  return found.slice(0, MOST_OFFERED);
}
