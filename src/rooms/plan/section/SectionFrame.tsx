// What stands around every section: its title, who is there, the guide, why it is only read, what the partnership says of it,
// and the way to its neighbours.

import type { ComponentChildren } from 'preact';
import { markSection } from '../../../documents/planCommands.ts';
import type { SectionStatement } from '../../../documents/planReading.ts';
import type { Track } from '../../../domain/partnership.ts';
import { hrefOf } from '../../../domain/places.ts';
import { placeOfSection } from '../../../domain/plan/planPages.ts';
import { type PlanSection, sectionNumber, sectionsOf } from '../../../domain/plan/sections.ts';
import type { PlanFront } from '../../../storage/planFrontQueries.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Menu } from '../../../ui/actions/Menu.tsx';
import { classNames } from '../../../ui/classNames.ts';
import { Chip } from '../../../ui/display/Chip.tsx';
import { Banner } from '../../../ui/feedback/Banner.tsx';
import { showToast } from '../../../ui/feedback/toasts.ts';
import { t } from '../../../ui/i18n/planTexts.ts';
import { Icon } from '../../../ui/icons/Icon.tsx';
import { Page } from '../../../ui/layout/Page.tsx';
import type { PlanWork } from '../planWork.ts';
import type { Present } from '../text/presence.ts';
import { WhoIsHere } from '../presence/WhoIsHere.tsx';
import { SectionTalk } from '../together/SectionTalk.tsx';
import { ReadOnlyBanner } from './ReadOnlyBanner.tsx';
import { SectionGuide } from './SectionGuide.tsx';
import styles from './Section.module.css';

export interface SectionFrameProps {
  readonly work: PlanWork;
  readonly front: PlanFront;
  readonly track: Track;
  readonly section: PlanSection;
  readonly present: readonly Present[];
  readonly children: ComponentChildren;
}

export function SectionFrame({ work, front, track, section, present, children }: SectionFrameProps) {
  const texts = t().plan;
  const mark = front.sectionMarks.find((each) => each.section === section);
  const isReady = mark?.isReady === true;
  const isLeftOut = mark?.isLeftOut === true;
  const isWritable = work.readOnly === undefined;
  const say = (statement: SectionStatement, isSo: boolean): Promise<void> =>
    work.write((doc, hand) => markSection(doc, section, statement, isSo, hand));
  const sayWithUndo = (statement: SectionStatement, isSo: boolean, text: string): void => {
    const { reportFailure } = work.device;
    const undo = (): void => void say(statement, !isSo).catch(reportFailure);
    say(statement, isSo).then(
      () => showToast({ text, action: { label: t().common.undo, run: undo } }),
      reportFailure,
    );
  };
  return (
    <Page
      title={texts.numbered(sectionNumber(section), texts.sections[section])}
      subtitle={
        <span class={styles['subtitle']}>
          {isReady && (
            <Chip small tone="forest" icon="check">
              {texts.standing.ready}
            </Chip>
          )}
          <WhoIsHere at="section" present={present.filter((each) => each.section === section)} />
        </span>
      }
      back={{ href: hrefOf({ kind: 'plan' }), label: texts.name }}
      actions={
        isWritable &&
        !isLeftOut && (
          <Menu
            label={texts.sectionMenu}
            items={[
              {
                label: texts.leaveOut,
                icon: 'minus',
                onSelect: () => sayWithUndo('leftOut', true, texts.leftOutDone),
              },
            ]}
          />
        )
      }
    >
      <ReadOnlyBanner reason={work.readOnly} />
      {isLeftOut && (
        <Banner
          tone="amber"
          icon="minus"
          title={texts.leftOut}
          action={
            isWritable && (
              <Button
                size="small"
                icon="undo"
                onClick={() => void say('leftOut', false).catch(work.device.reportFailure)}
              >
                {texts.takeBackIn}
              </Button>
            )
          }
        >
          {texts.leftOutText}
        </Banner>
      )}
      <SectionGuide device={work.device} section={section} isSeen={front.seenGuides.has(section)} />
      {children}
      <SectionTalk key={section} work={work} section={section} organisations={front.organisations} />
      {isWritable && !isLeftOut && (
        <div>
          {isReady ? (
            <Button
              variant="quiet"
              icon="undo"
              onClick={() => void say('ready', false).catch(work.device.reportFailure)}
            >
              {texts.unmarkReady}
            </Button>
          ) : (
            <Button icon="check" onClick={() => sayWithUndo('ready', true, texts.markedReady)}>
              {texts.markReady}
            </Button>
          )}
        </div>
      )}
      <Neighbours track={track} section={section} />
    </Page>
  );
}

function Neighbours({ track, section }: { readonly track: Track; readonly section: PlanSection }) {
  const texts = t().plan;
  const all = sectionsOf(track);
  const at = all.indexOf(section);
  const [before, after] = [all[at - 1], all[at + 1]];
  return (
    <nav class={styles['steps']} aria-label={texts.sectionsTitle}>
      {before !== undefined && (
        <a
          class={styles['step']}
          href={hrefOf(placeOfSection(before))}
          aria-label={`${texts.previousSection}: ${texts.sections[before]}`}
        >
          <Icon name="back" size={20} />
          {texts.sections[before]}
        </a>
      )}
      {after !== undefined && (
        <a
          class={classNames(styles['step'], styles['next'])}
          href={hrefOf(placeOfSection(after))}
          aria-label={`${texts.nextSection}: ${texts.sections[after]}`}
        >
          {texts.sections[after]}
          <Icon name="forward" size={20} />
        </a>
      )}
    </nav>
  );
}
