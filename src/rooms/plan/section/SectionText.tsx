// The formatted text of a section: the editor over the open document, and where the text is that was just written.

import { useEffect, useState } from 'preact/hooks';
import { attendSectionText, sectionText } from '../../../documents/planTexts.ts';
import type { NarrativeSection } from '../../../domain/plan/sections.ts';
import type { OpenDocument } from '../../../storage/ledger.ts';
import { followSectionText, type SectionTextTick } from '../../../storage/sectionTextTick.ts';
import { Tick } from '../../../ui/display/Tick.tsx';
import { t } from '../../../ui/i18n/planTexts.ts';
import { Card } from '../../../ui/layout/Card.tsx';
import { lazily, useLazy } from '../../../ui/lazily.ts';
import type { PlanWork } from '../planWork.ts';
import type { PlanPresence } from '../text/presence.ts';
import styles from './Section.module.css';

/** The editor is large: it comes when the first text is opened. */
export const lazyEditor = lazily(() => import('../text/PlanTextEditor.tsx'));

export interface SectionTextProps {
  readonly work: PlanWork;
  readonly section: NarrativeSection;
  readonly opened: OpenDocument;
  readonly presence: PlanPresence | undefined;
}

export function SectionText({ work, section, opened, presence }: SectionTextProps) {
  const texts = t().plan;
  const { device, me } = work;
  const part = useLazy(lazyEditor, true, device.reportFailure);
  const tick = useTextTick(work, section, opened);
  const { name, organisationId } = me;
  useEffect(
    () => attendSectionText(opened.doc, section, { now: device.now, by: { name, organisationId } }),
    [opened, section, device, name, organisationId],
  );
  return (
    <Card title={texts.textTitle} aside={tick !== 'nothing' && <Tick state={tick} />}>
      {part === undefined ? (
        <p class={styles['waiting']}>{texts.textWaiting}</p>
      ) : (
        <part.PlanTextEditor
          fragment={sectionText(opened.doc, section)}
          presence={presence}
          section={section}
          isWritable={work.readOnly === undefined}
          label={texts.textLabel(texts.sections[section])}
          hint={texts.textEmpty}
        />
      )}
    </Card>
  );
}

function useTextTick(work: PlanWork, section: NarrativeSection, opened: OpenDocument): SectionTextTick {
  const { device, partnershipId } = work;
  const [tick, setTick] = useState<SectionTextTick>('nothing');
  useEffect(() => {
    const followed = followSectionText({ ...device, opened, partnershipId, section });
    setTick(followed.state.getState());
    const stop = followed.state.subscribe(setTick);
    return () => {
      stop();
      followed.stop();
    };
  }, [device, opened, partnershipId, section]);
  return tick;
}
