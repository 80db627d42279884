// A signature as it was drawn, small: cut to its ink, so that it can be told from another in a row of the list.

import type { Stroke } from '../../../domain/signature.ts';
import { inkBounds, signaturePath } from '../../../domain/signaturePath.ts';
import styles from './SignatureImage.module.css';

export interface SignatureImageProps {
  readonly strokes: readonly Stroke[];
  /** Spoken: "Podpis: Anna Wiśniewska". */
  readonly label: string;
}

/** Room around the ink for the width of its line, in units of the signature box. */
const ROOM = 40;

export function SignatureImage({ strokes, label }: SignatureImageProps) {
  const ink = inkBounds(strokes);
  if (ink === undefined) return null;
  const box = [ink.x - ROOM, ink.y - ROOM, ink.width + 2 * ROOM, ink.height + 2 * ROOM];
  return (
    <svg class={styles['image']} viewBox={box.join(' ')} role="img" aria-label={label}>
      <path d={signaturePath(strokes)} />
    </svg>
  );
}
