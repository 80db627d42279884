// How far a longer piece of work has come; without a value, that it is under way.
import { classNames } from '../classNames.ts';
import styles from './ProgressBar.module.css';

export type ProgressBarProps = {
  readonly label: string;
  /** From 0 to 1; undefined while the end is not known. */
  readonly value?: number | undefined;
};

export const ProgressBar = ({ label, value }: ProgressBarProps) => {
  const percent = value === undefined ? undefined : Math.round(Math.min(Math.max(value, 0), 1) * 100);
  return (
    <div class={styles['frame']}>
      <span class={styles['label']} aria-hidden="true">
        {label}
      </span>
      <div
        class={styles['track']}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
      >
        <span
          class={classNames(styles['fill'], percent === undefined && styles['unknown'])}
          style={percent === undefined ? undefined : { width: `${percent}%` }}
        />
      </div>
    </div>
  );
};
