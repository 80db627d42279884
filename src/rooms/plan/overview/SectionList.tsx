// The sections of the plan, each with how it stands, what it says first, and who is in it.

import { hrefOf } from '../../../domain/places.ts';
import type { SectionState } from '../../../domain/plan/completeness.ts';
import { placeOfSection } from '../../../domain/plan/planPages.ts';
import { sectionNumber } from '../../../domain/plan/sections.ts';
import { Avatar } from '../../../ui/display/Avatar.tsx';
import { Chip, type ChipProps } from '../../../ui/display/Chip.tsx';
import { List, ListRow } from '../../../ui/display/List.tsx';
import { Meter } from '../../../ui/display/Meter.tsx';
import { Tick } from '../../../ui/display/Tick.tsx';
import { t } from '../../../ui/i18n/planTexts.ts';
import { Card } from '../../../ui/layout/Card.tsx';
import type { Present } from '../text/presence.ts';
import { gapWords } from './gapWords.ts';
import type { Overview, SectionOverview } from './overview.ts';
import styles from './Overview.module.css';

const LOOKS: Readonly<Record<SectionState, Pick<ChipProps, 'tone' | 'icon'>>> = {
  empty: {},
  begun: { tone: 'amber', icon: 'pen' },
  ready: { tone: 'forest', icon: 'check' },
  leftOut: { icon: 'minus' },
};

export interface SectionListProps {
  readonly overview: Overview;
  readonly present: readonly Present[];
}

export function SectionList({ overview, present }: SectionListProps) {
  const texts = t().plan;
  const { sections, ready, of } = overview;
  return (
    <Card title={texts.sectionsTitle} aside={texts.completeOf(ready, of)}>
      <Meter
        label={texts.completeness}
        parts={[{ value: ready, label: texts.completeText(ready, of) }]}
        max={of}
        text={texts.completeText(ready, of)}
      />
      <List label={texts.sectionsTitle}>
        {sections.map((section) => (
          <SectionRow
            key={section.section}
            {...section}
            present={present.filter((each) => each.section === section.section)}
          />
        ))}
      </List>
    </Card>
  );
}

interface SectionRowProps extends SectionOverview {
  readonly present: readonly Present[];
}

function SectionRow({ section, state, detail, gaps, tick, present }: SectionRowProps) {
  const texts = t().plan;
  return (
    <ListRow
      href={hrefOf(placeOfSection(section))}
      start={<span class={styles['number']}>{sectionNumber(section)}</span>}
      title={texts.sections[section]}
      detail={
        <>
          {detail !== '' && <span class={styles['detail']}>{detail}</span>}
          {state === 'begun' &&
            gaps.map((gap) => (
              <span key={gap.kind} class={styles['gap']}>
                {gapWords(gap)}
              </span>
            ))}
        </>
      }
      end={
        <>
          {present.length > 0 && (
            <span class={styles['discs']}>
              {present.map(({ client, name, organisation, organisationId }) => (
                <span key={client} title={name || organisation}>
                  <Avatar id={organisationId} name={name || organisation} small />
                </span>
              ))}
            </span>
          )}
          <Chip small {...LOOKS[state]}>
            {texts.standing[state]}
          </Chip>
          {tick !== undefined && <Tick state={tick} />}
        </>
      }
    />
  );
}
