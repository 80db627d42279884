// A small list under a heading, with the field for a new row one tap away.

import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { Button } from '../../../ui/actions/Button.tsx';
import { AddRow } from './AddRow.tsx';
import styles from './AddedRows.module.css';

export interface AddedRowsProps {
  readonly title: string;
  /** The new row's field, spoken. */
  readonly label: string;
  readonly hint: string;
  readonly button: string;
  readonly isReadOnly: boolean;
  readonly onAdd: (text: string) => Promise<void>;
  readonly children: ComponentChildren;
}

export function AddedRows({ title, label, hint, button, isReadOnly, onAdd, children }: AddedRowsProps) {
  const [isAdding, setIsAdding] = useState(false);
  const id = useId();
  return (
    <section class={styles['group']} aria-labelledby={id}>
      <div class={styles['head']}>
        <h3 id={id}>{title}</h3>
        {!isReadOnly && !isAdding && (
          <Button
            size="small"
            variant="quiet"
            icon="plus"
            aria-label={label}
            onClick={() => setIsAdding(true)}
          >
            {button}
          </Button>
        )}
      </div>
      {children}
      {isAdding && (
        <AddRow
          label={label}
          hint={hint}
          button={button}
          autofocus
          onAdd={onAdd}
          onClose={() => setIsAdding(false)}
        />
      )}
    </section>
  );
}
