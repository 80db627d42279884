// Stages in their order, such as the three meetings: done, the one at hand, those to come. In a row where there is
// room, else one below another.
import type { ComponentChildren } from 'preact';
import { classNames } from '../classNames.ts';
import { Icon } from '../icons/Icon.tsx';
import styles from './PathSteps.module.css';

type PathStep = {
  readonly title: string;
  readonly caption?: ComponentChildren | undefined;
  readonly state: 'done' | 'current' | 'future';
  readonly href?: string | undefined;
};

export type PathStepsProps = {
  readonly label: string;
  readonly steps: readonly PathStep[];
};

export const PathSteps = ({ label, steps }: PathStepsProps) => (
  <div class={styles['frame']}>
    <ol class={styles['path']} aria-label={label} role="list">
      {steps.map((step, index) => (
        <li
          key={step.title}
          class={classNames(styles['step'], styles[step.state])}
          aria-current={step.state === 'current' ? 'step' : undefined}
        >
          <span class={styles['mark']} aria-hidden="true">
            {step.state === 'done' ? <Icon name="check" size={18} /> : index + 1}
          </span>
          <span class={styles['text']}>
            <span class={styles['title']}>
              {step.href === undefined ? (
                step.title
              ) : (
                <a class={styles['link']} href={step.href}>
                  {step.title}
                </a>
              )}
            </span>
            {step.caption !== undefined && <span class={styles['caption']}>{step.caption}</span>}
          </span>
        </li>
      ))}
    </ol>
  </div>
);
