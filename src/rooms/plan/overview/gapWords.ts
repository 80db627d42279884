// What a section still lacks, in words.

import type { PlanGap } from '../../../domain/plan/completeness.ts';
import { t } from '../../../ui/i18n/planTexts.ts';

export function gapWords(gap: PlanGap): string {
  const texts = t().plan.gaps;
  switch (gap.kind) {
    case 'noText':
    case 'noRows':
    case 'noFacts':
    case 'noVersion':
      return texts[gap.kind];
    case 'goalsWithoutIndicator':
    case 'indicatorsIncomplete':
    case 'activitiesWithoutOwner':
    case 'activitiesWithoutDue':
    case 'partnersWithoutNote':
    case 'benefitsWithoutNote':
    case 'partnersNotAccepted':
      return texts[gap.kind](gap.count);
  }
}
