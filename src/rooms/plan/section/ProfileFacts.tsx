// Metryczka: the partnership's own facts, as they are kept in its profile. They are changed there.

import type { PartnerOrganisation } from '../../../domain/organisation.ts';
import type { Partnership } from '../../../domain/partnership.ts';
import { hrefOf } from '../../../domain/places.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { t } from '../../../ui/i18n/planTexts.ts';
import { Card } from '../../../ui/layout/Card.tsx';
import styles from './Section.module.css';

export interface ProfileFactsProps {
  readonly partnership: Partnership;
  readonly organisations: readonly PartnerOrganisation[];
}

export function ProfileFacts({ partnership, organisations }: ProfileFactsProps) {
  const texts = t().plan;
  const joined = organisations.filter(({ status, isHidden }) => status === 'joined' && !isHidden);
  const facts: readonly (readonly [string, string])[] = [
    [texts.factName, partnership.name],
    [texts.factTrack, texts.tracks[partnership.track]],
    [texts.factLibrary, partnership.libraryName],
    [texts.factGmina, partnership.gmina],
    [texts.factCoordinator, partnership.coordinatorName],
    [texts.factFacilitator, partnership.facilitatorName],
    [texts.factPartners, joined.map(({ name }) => name).join(', ')],
  ];
  return (
    <Card
      title={texts.facts}
      aside={
        <Button size="small" icon="pen" href={hrefOf({ kind: 'partnership' })}>
          {texts.editFacts}
        </Button>
      }
    >
      <dl class={styles['facts']}>
        {facts.map(([label, value]) => [
          <dt key={`${label}-label`}>{label}</dt>,
          <dd key={label}>{value === '' ? t().common.none : value}</dd>,
        ])}
      </dl>
    </Card>
  );
}
