// Values for the field above, one tap each. They help and decide nothing: anything else may be typed.

import { Button } from '../../../ui/actions/Button.tsx';
import styles from './Suggestions.module.css';

export interface SuggestionsProps {
  readonly label: string;
  readonly values: readonly string[];
  readonly onChoose: (value: string) => void;
}

export function Suggestions({ label, values, onChoose }: SuggestionsProps) {
  if (values.length === 0) return null;
  return (
    <div class={styles['row']} role="group" aria-label={label}>
      {values.map((value) => (
        <Button key={value} size="small" icon="plus" onClick={() => onChoose(value)}>
          {value}
        </Button>
      ))}
    </div>
  );
}
