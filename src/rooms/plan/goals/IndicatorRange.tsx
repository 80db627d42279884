// From which number to which, as in "0 → 25"; spoken in words.

import type { Indicator } from '../../../domain/plan/goal.ts';
import { t } from '../../../ui/i18n/planTexts.ts';
import { VisuallyHidden } from '../../../ui/layout/VisuallyHidden.tsx';
import { measuredText } from '../amountText.ts';
import styles from './Goals.module.css';

export function IndicatorRange({ indicator }: { readonly indicator: Indicator }) {
  const texts = t().planWork;
  const { baseline, target, unit } = indicator;
  const write = (value: number | undefined, unknown: string): string =>
    value === undefined ? unknown : measuredText(value);
  return (
    <span class={styles['range']}>
      <span aria-hidden="true">
        {texts.fromTo(write(baseline, texts.unknown), write(target, texts.unknown))} {unit}
      </span>
      <VisuallyHidden>
        {texts.fromToSpoken(write(baseline, texts.unknownSpoken), write(target, texts.unknownSpoken))} {unit}
      </VisuallyHidden>
    </span>
  );
}
