// The one next thing: the first section that is missing, with the question to ask the partners.

import { hrefOf } from '../../../domain/places.ts';
import { placeOfSection } from '../../../domain/plan/planPages.ts';
import { sectionNumber } from '../../../domain/plan/sections.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { t } from '../../../ui/i18n/planTexts.ts';
import { Card } from '../../../ui/layout/Card.tsx';
import { gapWords } from './gapWords.ts';
import type { Overview } from './overview.ts';
import styles from './Overview.module.css';

export function NextSection({ overview }: { readonly overview: Overview }) {
  const texts = t().plan;
  const { next } = overview;
  if (next === undefined)
    return (
      <Card tone="forest" title={texts.allThere}>
        <p>{texts.allThereText}</p>
      </Card>
    );
  const { section, state, gaps } = next;
  return (
    <Card tone="forest" title={texts.next}>
      <p class={styles['next']}>{texts.numbered(sectionNumber(section), texts.sections[section])}</p>
      {state === 'begun' && gaps.map((gap) => <p key={gap.kind}>{gapWords(gap)}</p>)}
      {state === 'empty' && <p>{t().planGuides[section].question}</p>}
      <div>
        <Button variant="primary" icon="pen" href={hrefOf(placeOfSection(section))}>
          {state === 'empty' ? texts.writeNext : texts.continueNext}
        </Button>
      </div>
    </Card>
  );
}
