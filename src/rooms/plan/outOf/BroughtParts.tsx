// The parts of a document that is brought in: how each begins, and to which section it goes.

import type { Track } from '../../../domain/partnership.ts';
import { rowTexts } from '../../../domain/plan/importing/rowTexts.ts';
import { isNarrative, type PlanSection, sectionNumber, sectionsOf } from '../../../domain/plan/sections.ts';
import { plainTextOf } from '../../../domain/richText/plainText.ts';
import { SelectField } from '../../../ui/fields/SelectField.tsx';
import { t } from '../../../ui/i18n/planOutOfTexts.ts';
import type { Brought, Placing } from './brought.ts';
import styles from './OutOf.module.css';

/** No section: names of sections have no colon. */
const LEFT_OUT = ':leftOut';
/** Characters of a part that are shown. */
const BEGINNING = 200;

export interface BroughtPartsProps {
  readonly brought: Brought;
  readonly track: Track;
  readonly placing: Placing;
  readonly onPlace: (at: number, section: PlanSection | undefined) => void;
}

export function BroughtParts({ brought, track, placing, onPlace }: BroughtPartsProps) {
  const texts = t().planOutOf;
  const { parts, leftOut } = brought;
  const counts = (['images', 'links', 'deletions', 'notes'] as const).filter((kind) => leftOut[kind] > 0);
  const options = [
    { value: LEFT_OUT, label: texts.leaveOut } as const,
    ...sectionsOf(track).map((value) => ({
      value,
      label: t().plan.numbered(sectionNumber(value), t().plan.sections[value]),
    })),
  ];
  return (
    <>
      <h3 class={styles['group']}>{texts.preview}</h3>
      {counts.map((kind) => (
        <p key={kind} class={styles['soft']}>
          {texts.leftOut[kind](leftOut[kind])}
        </p>
      ))}
      <ul class={styles['files']} role="list">
        {parts.map((part, at) => {
          const section = placing[at];
          const text = plainTextOf(part.blocks);
          const name = part.heading === '' ? texts.partBeginning : part.heading;
          return (
            // Parts are neither added nor moved.
            <li key={at} class={styles['part']}>
              <strong>{name}</strong>
              <span class={styles['soft']}>
                {text.length > BEGINNING ? `${text.slice(0, BEGINNING).replace(/\s\S*$/u, '')}…` : text}
              </span>
              <SelectField<PlanSection | typeof LEFT_OUT>
                label={`${texts.toSection}: ${name}`}
                labelHidden
                options={options}
                value={section ?? LEFT_OUT}
                onChange={(chosen) => onPlace(at, chosen === LEFT_OUT ? undefined : chosen)}
              />
              {section !== undefined && !isNarrative(section) && (
                <span class={styles['soft']}>{texts.asRows(rowTexts(part.blocks).length)}</span>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
