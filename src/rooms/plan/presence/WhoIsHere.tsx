// "Ewa i Marek edytują teraz": the others at a section or at the whole plan, with their discs.

import { Avatar } from '../../../ui/display/Avatar.tsx';
import { t } from '../../../ui/i18n/planTexts.ts';
import type { Present } from '../text/presence.ts';
import styles from './WhoIsHere.module.css';
import { whoDoesWhat } from './whoDoesWhat.ts';

const MOST_DISCS = 4;

export interface WhoIsHereProps {
  readonly present: readonly Present[];
  readonly at: 'section' | 'plan';
}

export function WhoIsHere({ present, at }: WhoIsHereProps) {
  const texts = t().plan;
  const { editing, here } = whoDoesWhat(present);
  const lines = [
    editing.length > 0 && texts.editing(namesOf(editing), editing.length),
    here.length > 0 && (at === 'plan' ? texts.inPlan : texts.inSection)(namesOf(here), here.length),
  ];
  // The line is never empty: nothing below it jumps when somebody comes.
  if (present.length === 0)
    return (
      <span class={styles['who']} role="status">
        {texts.together}
      </span>
    );
  return (
    <span class={styles['who']} role="status">
      <span class={styles['discs']}>
        {[...editing, ...here].slice(0, MOST_DISCS).map(({ client, name, organisation, organisationId }) => (
          <Avatar key={client} id={organisationId} name={name || organisation} small />
        ))}
      </span>
      <span>{lines.filter((line) => line !== false).join('. ')}</span>
    </span>
  );
}

function namesOf(people: readonly Present[]): string {
  const { somebody, and, andOthers } = t().plan;
  const [first, second, ...rest] = people.map(
    ({ name, organisation }) => name.split(' ')[0] || organisation || somebody,
  );
  if (first === undefined) return '';
  if (second === undefined) return first;
  return rest.length === 0 ? and(first, second) : andOthers(first, rest.length + 1);
}
