// A QR code as vectors, with the quiet zone that scanners need. Dark on white in both schemes: many cameras refuse
// the inverse.
import { encode } from 'uqr';
import styles from './Qr.module.css';

export type QrProps = {
  /** What the code holds, usually an address. */
  readonly text: string;
  /** Spoken. */
  readonly label: string;
};

// The standard's quiet zone, in modules.
const QUIET = 4;

const outline = (rows: readonly (readonly boolean[])[]): string =>
  rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : ''))).join('');

export const Qr = ({ text, label }: QrProps) => {
  const { data } = encode(text, { ecc: 'M', border: 0 });
  const edge = data.length + 2 * QUIET;
  return (
    <svg
      class={styles['qr']}
      viewBox={`0 0 ${edge} ${edge}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <path d={outline(data)} />
    </svg>
  );
};
