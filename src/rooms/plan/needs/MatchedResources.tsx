// The resources that answer a need, by name and owner.

import type { Need } from '../../../domain/plan/need.ts';
import { Icon } from '../../../ui/icons/Icon.tsx';
import { t } from '../../../ui/i18n/planTexts.ts';
import { organisationName } from '../organisationName.ts';
import type { NeedFacts } from './needFacts.ts';
import styles from './Needs.module.css';

export function MatchedResources({ need, facts }: { readonly need: Need; readonly facts: NeedFacts }) {
  const matched = new Set(
    facts.matches
      .filter(({ needId, isWithdrawn }) => needId === need.id && !isWithdrawn)
      .map(({ resourceId }) => resourceId),
  );
  const resources = facts.resources.filter(({ id, isHidden }) => matched.has(id) && !isHidden);
  if (resources.length === 0) return null;
  return (
    <ul class={styles['matched']} aria-label={t().plan.matches}>
      {resources.map(({ id, name, organisationId }) => (
        <li key={id}>
          <Icon name="link" size={18} />
          <span>
            {name}
            {organisationId !== undefined && ` · ${organisationName(facts.organisations, organisationId)}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
