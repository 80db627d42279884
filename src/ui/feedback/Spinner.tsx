// A turning ring: something is under way that takes longer than a moment. Decoration unless it gets a label.
import styles from './Spinner.module.css';

export type SpinnerProps = { readonly label?: string | undefined };

export const Spinner = ({ label }: SpinnerProps) =>
  label === undefined ? (
    <span class={styles['ring']} aria-hidden="true" />
  ) : (
    <span class={styles['row']} role="status">
      <span class={styles['ring']} aria-hidden="true" />
      {label}
    </span>
  );
