// A field that is stored when it is left: what is typed and not stored, what is refused, which tick stands beside it. What is
// refused or could not be stored stays in the field.

import { useState } from 'preact/hooks';
import type { TickState } from '../../../ui/display/Tick.tsx';
import { t } from '../../../ui/i18n/partnershipTexts.ts';
import { useSaving } from '../../../ui/useSaving.ts';
import { tickOf } from './tickOf.ts';

export interface SavedFieldOptions {
  /** As it is stored. */
  readonly value: string;
  /** Whether the server holds the stored value. */
  readonly isSent: boolean;
  readonly problemOf: (text: string) => string | undefined;
  /** How the typed text is stored. */
  readonly clean: (text: string) => string;
  readonly onSave: (value: string) => Promise<void>;
  readonly reportFailure: (failure: unknown) => void;
}

export interface SavedField {
  readonly shown: string;
  readonly type: (text: string) => void;
  readonly leave: () => void;
  readonly error: string | undefined;
  /** None while what is typed is not stored yet. */
  readonly tick: TickState | undefined;
}

export function useSavedField(options: SavedFieldOptions): SavedField {
  const { value, isSent, problemOf, clean, onSave, reportFailure } = options;
  /** What stands in the field and is not stored; `undefined` when the field shows the stored value. */
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const { state, save } = useSaving();

  const store = async (): Promise<void> => {
    if (typed === undefined) return;
    const refused = problemOf(typed);
    setProblem(refused);
    if (refused !== undefined) return;
    const next = clean(typed);
    const isStored = next === value || (await save(() => onSave(next)));
    // Typing may have gone on meanwhile.
    if (isStored) setTyped((now) => (now === typed ? undefined : now));
  };

  return {
    shown: typed ?? value,
    type: (text) => {
      setTyped(text);
      if (problem !== undefined) setProblem(problemOf(text));
    },
    leave: () => {
      store().catch(reportFailure);
    },
    error: problem ?? (state.kind === 'failed' ? t().common.notStored.title : undefined),
    tick: typed === undefined || state.kind !== 'idle' ? tickOf(state, isSent) : undefined,
  };
}
