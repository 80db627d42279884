// The indicators of one goal.

import { useState } from 'preact/hooks';
import type { GoalId, IndicatorId } from '../../../domain/ids.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { t } from '../../../ui/i18n/planTexts.ts';
import { Card } from '../../../ui/layout/Card.tsx';
import type { PlanWork } from '../planWork.ts';
import { inTheirOrder } from '../rows/inTheirOrder.ts';
import type { GoalFacts } from './goalFacts.ts';
import { IndicatorCard } from './IndicatorCard.tsx';
import { IndicatorDialog } from './IndicatorDialog.tsx';
import styles from './Goals.module.css';

export interface IndicatorsCardProps {
  readonly work: PlanWork;
  readonly goalId: GoalId;
  readonly facts: GoalFacts;
}

type Open = { readonly kind: 'none' | 'new' } | { readonly kind: 'edit'; readonly id: IndicatorId };

export function IndicatorsCard({ work, goalId, facts }: IndicatorsCardProps) {
  const texts = t().planWork;
  const [open, setOpen] = useState<Open>({ kind: 'none' });
  const indicators = facts.indicators.filter((indicator) => indicator.goalId === goalId);
  const shown = inTheirOrder(indicators);
  return (
    <Card title={texts.indicators}>
      {shown.length === 0 && <p class={styles['soft']}>{texts.noIndicators}</p>}
      {shown.length > 0 && (
        <ul class={styles['indicators']} aria-label={texts.indicators} role="list">
          {shown.map((indicator) => (
            <IndicatorCard
              key={indicator.id}
              work={work}
              indicator={indicator}
              measurements={facts.measurements}
              onEdit={() => setOpen({ kind: 'edit', id: indicator.id })}
            />
          ))}
        </ul>
      )}
      {work.readOnly === undefined && (
        <div>
          <Button icon="plus" onClick={() => setOpen({ kind: 'new' })}>
            {texts.addIndicator}
          </Button>
        </div>
      )}
      {open.kind !== 'none' && (
        <IndicatorDialog
          work={work}
          goalId={goalId}
          indicators={indicators}
          edited={open.kind === 'edit' ? indicators.find(({ id }) => id === open.id) : undefined}
          onClose={() => setOpen({ kind: 'none' })}
        />
      )}
    </Card>
  );
}
