// What differs between two states of the plan, section by section, in sentences; texts by their words.

import { useMemo } from 'preact/hooks';
import { comparePlans, type PlanChange, sectionOfChange } from '../../../domain/plan/comparePlans.ts';
import type { PlanContent } from '../../../domain/plan/planContent.ts';
import { sectionNumber } from '../../../domain/plan/sections.ts';
import { type DiffPart, diffTexts } from '../../../domain/richText/diffTexts.ts';
import { t } from '../../../ui/i18n/planTexts.ts';
import styles from './Changes.module.css';
import { changeSentence, type Compared, fieldSentence } from './changeSentence.ts';

export interface ChangeListProps {
  readonly before: PlanContent;
  readonly after: PlanContent;
}

export function ChangeList(compared: ChangeListProps) {
  const { before, after } = compared;
  const changes = useMemo(() => comparePlans(before, after), [before, after]);
  if (changes.length === 0) return <p>{t().planTogether.versions.noDifference}</p>;
  const sections = [...new Set(changes.map(sectionOfChange))];
  return (
    <div class={styles['changes']}>
      {sections.map((section) => (
        <section key={section} class={styles['section']}>
          <h3>{t().plan.numbered(sectionNumber(section), t().plan.sections[section])}</h3>
          <ul class={styles['list']} role="list">
            {changes
              .filter((change) => sectionOfChange(change) === section)
              .map((change, index) => (
                // Changes are a fresh comparison: their place is all that tells them apart.
                <li key={index}>
                  {changeSentence(change, compared)}
                  <Details change={change} compared={compared} />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Details({ change, compared }: { readonly change: PlanChange; readonly compared: Compared }) {
  if (change.kind === 'textChanged')
    return change.parts.some(({ kind }) => kind !== 'same') ? <Words parts={change.parts} /> : null;
  if (change.kind !== 'rowChanged') return null;
  return (
    <>
      {change.fields.map((each) => {
        const sentence = fieldSentence(each, compared);
        return sentence === undefined ? (
          <Words key={each.field} parts={diffTexts(String(each.before ?? ''), String(each.after ?? ''))} />
        ) : (
          <p key={each.field} class={styles['field']}>
            {sentence}
          </p>
        );
      })}
    </>
  );
}

/** Characters of what stayed that are shown on either side of a change. */
const AROUND = 60;

function Words({ parts }: { readonly parts: readonly DiffPart[] }) {
  return (
    <p class={styles['words']}>
      {parts.map(({ kind, text }, index) => {
        // The parts are a fresh comparison, in the order of the text.
        if (kind === 'added') return <ins key={index}>{text}</ins>;
        if (kind === 'removed') return <del key={index}>{text}</del>;
        return <span key={index}>{shortened(text, index === 0, index === parts.length - 1)}</span>;
      })}
    </p>
  );
}

function shortened(text: string, isFirst: boolean, isLast: boolean): string {
  const most = isFirst || isLast ? AROUND : 2 * AROUND;
  if (text.length <= most) return text;
  const [head, tail] = [isFirst ? '' : text.slice(0, AROUND), isLast ? '' : text.slice(-AROUND)];
  return `${head}…${tail}`;
}
