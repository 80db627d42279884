// A section of one formatted text: the partnership's facts above it where it has some, then the text.

import type { Partnership } from '../../../domain/partnership.ts';
import type { NarrativeSection as Section } from '../../../domain/plan/sections.ts';
import type { PlanFront } from '../../../storage/planFrontQueries.ts';
import { t } from '../../../ui/i18n/planTexts.ts';
import { Card } from '../../../ui/layout/Card.tsx';
import { useLazy } from '../../../ui/lazily.ts';
import type { PlanWork } from '../planWork.ts';
import type { PlanPresence } from '../text/presence.ts';
import type { PlanDocument } from '../usePlanDocument.ts';
import { VersionsCard } from '../versions/VersionsCard.tsx';
import { ProfileFacts } from './ProfileFacts.tsx';
import { lazyEditor, SectionText } from './SectionText.tsx';
import styles from './Section.module.css';

export interface NarrativeSectionProps {
  readonly work: PlanWork;
  readonly front: PlanFront;
  readonly partnership: Partnership;
  readonly section: Section;
  readonly document: PlanDocument;
  readonly presence: PlanPresence | undefined;
}

export function NarrativeSection(props: NarrativeSectionProps) {
  const { work, front, partnership, section, document, presence } = props;
  // Fetched while the document is being opened.
  useLazy(lazyEditor, true, work.device.reportFailure);
  return (
    <>
      {section === 'profile' && (
        <ProfileFacts partnership={partnership} organisations={front.organisations} />
      )}
      {section === 'acceptance' && document.kind === 'open' && (
        <VersionsCard work={work} opened={document.opened} organisations={front.organisations} />
      )}
      {document.kind === 'open' ? (
        <SectionText
          key={section}
          work={work}
          section={section}
          opened={document.opened}
          presence={presence}
        />
      ) : (
        <Card>
          <p class={styles['waiting']}>{t().plan.textWaiting}</p>
        </Card>
      )}
    </>
  );
}
