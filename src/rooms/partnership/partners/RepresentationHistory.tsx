// For whom a person spoke before, and until when.

import type { PartnerOrganisation, Representation } from '../../../domain/organisation.ts';
import { t } from '../../../ui/i18n/partnershipTexts.ts';
import { formatDate } from '../../../ui/i18n/format.ts';
import styles from './Partners.module.css';

export interface RepresentationHistoryProps {
  readonly former: readonly Representation[];
  readonly organisations: readonly PartnerOrganisation[];
}

export function RepresentationHistory({ former, organisations }: RepresentationHistoryProps) {
  const texts = t().partnership;
  const nameOf = (representation: Representation): string =>
    organisations.find((organisation) => organisation.id === representation.organisationId)?.name ??
    texts.unknownOrganisation;
  return (
    <div class={styles['history']}>
      <p>{texts.history}</p>
      <ul>
        {former.map((each) => (
          <li key={each.id}>
            {[nameOf(each), each.role, each.to && texts.until(formatDate(each.to))]
              .filter(Boolean)
              .join(', ')}
          </li>
        ))}
      </ul>
    </div>
  );
}
