// What belongs in a section, an example, a question to ask: open the first time, one tap away later.

import { useEffect, useState } from 'preact/hooks';
import type { PlanSection } from '../../../domain/plan/sections.ts';
import type { Device } from '../../../storage/device.ts';
import { markGuideSeen } from '../../../storage/planSettings.ts';
import { t } from '../../../ui/i18n/planTexts.ts';
import { Disclosure } from '../../../ui/layout/Disclosure.tsx';
import styles from './Section.module.css';

export interface SectionGuideProps {
  readonly device: Device;
  readonly section: PlanSection;
  readonly isSeen: boolean;
}

export function SectionGuide({ device, section, isSeen }: SectionGuideProps) {
  const texts = t().plan;
  const guide = t().planGuides[section];
  // It stays open while it is read, although it counts as seen from now on.
  const [startsOpen] = useState(!isSeen);
  useEffect(() => {
    if (!isSeen) markGuideSeen(device.db, section).catch(device.reportFailure);
  }, [device, section, isSeen]);
  return (
    <div class={styles['guide']}>
      <Disclosure summary={texts.guide} open={startsOpen}>
        <div class={styles['guideText']}>
          <p>{guide.about}</p>
          <p class={styles['example']}>
            <strong>{texts.guideExample}:</strong> {guide.example}
          </p>
          <p>
            <strong>{texts.guideQuestion}:</strong> {guide.question}
          </p>
        </div>
      </Disclosure>
    </div>
  );
}
