// A small list under a heading, with the field for a new row one tap away.

import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { Button } from '../../../ui/actions/Button.tsx';
import { AddRow } from './AddRow.tsx';
import styles from './AddedRows.module.css';

export interface AddedRowsProps {
  readonly title: string;
  /** Under the page's title, or under that of a card. */
  readonly level: 2 | 3;
  /** The new row's field, spoken. */
  readonly label: string;
  readonly hint: string;
  /** The button that adds; it is spoken with the label. */
  readonly button: string;
  readonly isReadOnly: boolean;
  readonly onAdd: (text: string) => Promise<void>;
  readonly children: ComponentChildren;
}

export function AddedRows(props: AddedRowsProps) {
  const { title, level, label, hint, button, isReadOnly, onAdd, children } = props;
  const Title = `h${level}` as const;
  const [isAdding, setIsAdding] = useState(false);
  const id = useId();
  return (
    <div class={styles['group']} role="group" aria-labelledby={id}>
      <div class={styles['head']}>
        <Title id={id}>{title}</Title>
        {!isReadOnly && !isAdding && (
          <Button
            size="small"
            variant="quiet"
            icon="plus"
            aria-label={`${button}, ${label}`}
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
    </div>
  );
}
