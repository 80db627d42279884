// What came of an activity: a short text that several write.

import { useState } from 'preact/hooks';
import { t } from '../../../ui/i18n/planTexts.ts';
import type { PlanWork } from '../planWork.ts';
import { RowText } from '../rows/RowText.tsx';
import type { ActivityEntry } from './activityFacts.ts';
import styles from './Activities.module.css';

export interface ActivityResultProps {
  readonly work: PlanWork;
  readonly activity: ActivityEntry;
}

export function ActivityResult({ work, activity }: ActivityResultProps) {
  const texts = t().planWork;
  const [isEdited, setIsEdited] = useState(false);
  return (
    <section class={styles['result']}>
      <h3>{texts.result}</h3>
      <RowText
        work={work}
        root="activities"
        id={activity.id}
        text={activity.text}
        label={texts.result}
        empty={work.readOnly === undefined ? texts.addResult : undefined}
        isSent={activity.unsent === 0}
        isEdited={isEdited}
        onEdit={() => setIsEdited(true)}
        onDone={() => setIsEdited(false)}
      />
    </section>
  );
}
