// A field with the place of its tick beside it.

import type { ComponentChildren } from 'preact';
import { Tick, type TickState } from '../../../ui/display/Tick.tsx';
import styles from './Saved.module.css';

export interface SavedRowProps {
  /** `undefined`: nothing is known to be stored yet. */
  readonly tick: TickState | undefined;
  readonly children: ComponentChildren;
}

export function SavedRow({ tick, children }: SavedRowProps) {
  return (
    <div class={styles['row']}>
      {children}
      <span class={styles['tick']}>{tick !== undefined && <Tick state={tick} />}</span>
    </div>
  );
}
