// How much of an allowance is used, as one bar in up to three shades, with the figures in words beside it.
import { classNames } from '../classNames.ts';
import styles from './Meter.module.css';

type MeterPart = { readonly value: number; readonly label: string };

export type MeterProps = {
  readonly label: string;
  /** In the same unit as `max`; more than three parts share the third shade. */
  readonly parts: readonly MeterPart[];
  readonly max: number;
  /** What the bar says in words: "13,5 z 24 h". It is spoken; showing it is the caller's. */
  readonly text: string;
  /** `over`: the allowance is exceeded or nearly used up. */
  readonly tone?: 'normal' | 'over' | undefined;
};

export const Meter = ({ label, parts, max, text, tone = 'normal' }: MeterProps) => {
  const sum = parts.reduce((total, part) => total + part.value, 0);
  // An overrun fills the bar; the words say by how much.
  const whole = Math.max(max, sum, Number.EPSILON);
  return (
    <div
      class={classNames(styles['bar'], tone === 'over' && styles['over'])}
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={Math.min(sum, max)}
      aria-valuetext={text}
    >
      {parts.map((part) => (
        <span
          key={part.label}
          class={styles['part']}
          style={{ width: `${(part.value / whole) * 100}%` }}
          title={part.label}
        />
      ))}
    </div>
  );
};
