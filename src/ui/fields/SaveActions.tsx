// The end of a form that stores something: what is told when that failed, then "Zapisz" and "Anuluj".

import { Button } from '../actions/Button.tsx';
import { NotStored } from '../feedback/NotStored.tsx';
import { t } from '../i18n/firstTexts.ts';
import type { Saving } from '../useSaving.ts';
import { FormActions } from './Form.tsx';

export interface SaveActionsProps {
  readonly state: Saving;
  readonly onCancel: () => void;
}

export function SaveActions({ state, onCancel }: SaveActionsProps) {
  return (
    <>
      <NotStored state={state} />
      <FormActions>
        <Button type="submit" variant="primary" busy={state.kind === 'saving'}>
          {t().common.save}
        </Button>
        <Button onClick={onCancel}>{t().common.cancel}</Button>
      </FormActions>
    </>
  );
}
