// A line of text that is stored when its field is left, with the tick beside it. What is refused or could not be stored
// stays in the field.

import { useState } from 'preact/hooks';
import { cleanLine } from '../../../domain/text/cleanLine.ts';
import { Tick } from '../../../ui/display/Tick.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { t } from '../../../ui/i18n/partnershipTexts.ts';
import { useSaving } from '../../../ui/useSaving.ts';
import styles from './Saved.module.css';
import { tickOf } from './tickOf.ts';

export interface SavedTextProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  /** Whether the server holds the stored value. */
  readonly isSent: boolean;
  readonly problemOf: (text: string) => string | undefined;
  readonly onSave: (value: string) => Promise<void>;
  readonly reportFailure: (failure: unknown) => void;
}

export function SavedText(props: SavedTextProps) {
  const { label, hint, value, isSent, problemOf, onSave, reportFailure } = props;
  /** What stands in the field and is not stored; `undefined` when the field shows the stored value. */
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const { state, save } = useSaving();

  const leave = async (): Promise<void> => {
    if (typed === undefined) return;
    const refused = problemOf(typed);
    setProblem(refused);
    if (refused !== undefined) return;
    const next = cleanLine(typed);
    const isStored = next === value || (await save(() => onSave(next)));
    // Typing may have gone on meanwhile.
    if (isStored) setTyped((now) => (now === typed ? undefined : now));
  };

  const error = problem ?? (state.kind === 'failed' ? t().common.notStored.title : undefined);
  return (
    <div class={styles['row']}>
      <TextField
        label={label}
        hint={hint}
        value={typed ?? value}
        onChange={(text) => {
          setTyped(text);
          if (problem !== undefined) setProblem(problemOf(text));
        }}
        onBlur={() => {
          leave().catch(reportFailure);
        }}
        error={error}
      />
      <span class={styles['tick']}>
        {(typed === undefined || state.kind !== 'idle') && <Tick state={tickOf(state, isSent)} />}
      </span>
    </div>
  );
}
