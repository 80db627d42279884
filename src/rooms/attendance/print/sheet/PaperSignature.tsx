// A drawn signature in its cell on paper: a vector, cut to its ink.

import type { Stroke } from '../../../../domain/signature.ts';
import { placeSignature } from '../../../../outputs/placeSignature.ts';
import { SIGNATURE_AREA } from '../../../../outputs/sheetGeometry.ts';
import styles from './Sheet.module.css';

export interface PaperSignatureProps {
  readonly strokes: readonly Stroke[];
  /** Spoken: "Podpis: Anna Wiśniewska". */
  readonly label: string;
}

export function PaperSignature({ strokes, label }: PaperSignatureProps) {
  const placed = placeSignature(strokes, SIGNATURE_AREA);
  if (placed === undefined) return null;
  const { path, x, y, scale, strokeWidth } = placed;
  const { width, height } = SIGNATURE_AREA;
  return (
    <svg
      class={styles['ink']}
      style={{ '--width': width, '--height': height }}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      <path d={path} transform={`translate(${x} ${y}) scale(${scale})`} stroke-width={strokeWidth} />
    </svg>
  );
}
